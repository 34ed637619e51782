"""How many people and tables, and what it may cost: each number to the field that it is for."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from dakehu.language.extraction.phrases import data
from dakehu.language.extraction.sentence import Sentence, blanked
from dakehu.language.extraction.settle import Claim, Ground
from dakehu.language.extraction.told import Told
from dakehu.language.numbers import NumberExpression, find_numbers
from dakehu.language.people import PersonMention

FEN = 100

_BRINGS = re.compile(r"\s*((of|from|at)\s+)?((要|会)?(带|率|领)(着|了)?|brings?|bringing)\s*")

COUNTED = ("count", "number", "range")


def quantities[Id](table: str, sentence: Sentence[Id]) -> Iterator[Claim]:
    """Claim the numbers of a sentence.

    Args:
        table: The list of `bookings.yml` that says what stands around each field's numbers.
        sentence: The text.
    """
    for number in find_numbers(sentence.text.replace("\n", ";")):  # no unit of the next line
        before = sentence.plain[: number.span[0]].rpartition("\n")[-1]
        after = sentence.plain[number.span[1] :].partition("\n")[0]
        if _pattern(data()["no_guests"]).search(before):
            continue
        for field, cues in data()[table].items():
            value = _fen(number) if cues.get("money") else _whole(number)
            if "unit" in cues and number.unit not in (None, "个", *cues["unit"]):
                continue
            ground = _ground(number, cues, before, after)
            if value and ground:
                value += int("money" not in cues and _without_leader(sentence, number))
                yield Claim(field, Told(value, number.text, number.span), ground)


def _ground(number: NumberExpression, cues: Any, before: str, after: str) -> Ground | None:
    """Tell why a number is one of a field: words around it, or what it counts."""
    if "before" in cues and _pattern(f"(?:{cues['before']})$").search(before):
        return Ground.CUE
    if "after" in cues and _pattern(cues["after"]).match(after):
        return Ground.CUE
    if number.unit in cues.get("unit", ()):
        return Ground.WORD
    return Ground.SIGN if cues.get("money") and number.kind == "money" else None


def _whole(number: NumberExpression) -> int | None:
    """Return a number of people or tables; of a range, what there must be room for."""
    if number.kind not in COUNTED or isinstance(number.value, str):
        return None
    return int(number.value[1] if isinstance(number.value, tuple) else number.value)


def _fen(number: NumberExpression) -> int | None:
    """Return an amount of yuan in fen, with its currency or without; other money is none."""
    value = number.value[1] if isinstance(number.value, tuple) else number.value
    if isinstance(value, str) or number.unit not in (None, "CNY"):
        return None
    return round(value if number.unit == "CNY" else value * FEN)


def _without_leader[Id](sentence: Sentence[Id], number: NumberExpression) -> bool:
    """Tell whether somebody is named beside those who are counted (王总带3个人)."""
    text = blanked(sentence.plain, [match.span for match in sentence.matches])
    return any(_leads(person, text, number) for person in sentence.people)


def _leads(person: PersonMention, text: str, number: NumberExpression) -> bool:
    between = text[person.span[1] : number.span[0]]
    if re.fullmatch(
        r"\s*((of|from|at)\s+)?((要|会)?(带|率|领)(着|了)?|brings?|bringing)\s*", between
    ):
        return True
    others = number.unit in ("colleagues", "others") or re.match(
        r"\s*(others?|more|colleagues|of (his|her))\b", text[number.span[1] :]
    )
    return bool(others and re.fullmatch(r"\s*(and|plus|with|\+)\s*", between))


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(form)
