"""Who comes to a tour or a banquet, and who of our own people is there for what."""

import re
from collections.abc import Iterator
from functools import cache

from dakehu.language.extraction.phrases import data
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.settle import Claim, Ground
from dakehu.language.people import PersonMention


def attendance[Id](table: str, visitor: str, sentence: Sentence[Id]) -> Iterator[Claim]:
    """Claim the people of a sentence.

    Args:
        table: The list of `bookings.yml` that says what stands around each role's people.
        visitor: The role of whoever is named without a cue, unless they are of our own.
        sentence: The text.
    """
    for person in sentence.people:
        told = sentence.told(person, person.span)
        for role, cues in data()[table].items():
            if _is_cued(person, sentence.plain, cues):
                yield Claim(role, told, Ground.CUE)
        if not _is_of_our_own(person, sentence.plain):
            yield Claim(visitor, told)


def _is_cued(person: PersonMention, text: str, cues: dict[str, str]) -> bool:
    before, after = text[: person.span[0]], text[person.span[1] :]
    return bool(
        _pattern(f"(?:{cues['before']})$").search(before) or _pattern(cues["after"]).match(after)
    )


def _is_of_our_own(person: PersonMention, text: str) -> bool:
    """Tell whether somebody is a colleague: called 小李, or said to be ours."""
    return person.title in ("小", "xiao") or bool(
        _pattern(data()["own_people"]).search(text[: person.span[0]])
    )


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(form)
