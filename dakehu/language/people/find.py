"""Find the people whom a sentence names."""

from dataclasses import replace

from dakehu.language.characters import plain
from dakehu.language.people.chinese import find_chinese
from dakehu.language.people.english import find_english
from dakehu.language.people.mention import PersonMention


def find_people(text: str) -> list[PersonMention]:
    """Return the people named in a text, in order, not overlapping.

    Args:
        text: What a person typed.
    """
    chinese = (replace(one, text=text[slice(*one.span)]) for one in find_chinese(plain(text)))
    found = sorted((*chinese, *find_english(text)), key=_longest_first)
    kept: list[PersonMention] = []
    for one in found:
        if all(one.span[0] >= k.span[1] or one.span[1] <= k.span[0] for k in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.span)


def _longest_first(one: PersonMention) -> tuple[int, int]:
    return one.span[0] - one.span[1], one.span[0]
