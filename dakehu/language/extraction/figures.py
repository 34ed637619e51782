"""Money and counts in a report."""

import re
from collections.abc import Iterable
from dataclasses import replace

from dakehu.language.extraction.cues import cues
from dakehu.language.extraction.told import Told
from dakehu.language.numbers import NumberExpression

type Figure = Told[NumberExpression]

FEN = 100

_SCALED = re.compile(r"[万亿]|(?<=[\d.])\s?[wkm]$|\b(thousand|million|billion)$")


def money(numbers: Iterable[NumberExpression]) -> tuple[Figure, ...]:
    """Find amounts, in fen or what their unit says: with a currency, or large and of nothing."""
    return tuple(_told(amount) for number in numbers if (amount := _amount(number)))


def counts(text: str, numbers: Iterable[NumberExpression]) -> tuple[Figure, ...]:
    """Find how many of what, e.g. 300吨; not how often, how long (两个小时) or how well."""
    return tuple(_told(number) for number in numbers if _counts(text, number))


def _told(number: NumberExpression) -> Figure:
    return Told(number, number.text, number.span)


def _amount(number: NumberExpression) -> NumberExpression | None:
    """Take money, and a bare 50万 or 30k, which among sales people is yuan."""
    if number.kind == "money":
        return number
    if number.kind != "number" or not _SCALED.search(number.text.casefold()):
        return None
    if isinstance(number.value, tuple | str):
        return None
    return replace(number, value=round(number.value * FEN), kind="money", unit="CNY")


def _counts(text: str, number: NumberExpression) -> bool:
    if number.kind != "count" or number.unit in cues("no_counts"):
        return False
    article = number.value == 1 and number.unit in cues("articles")
    return not article and not text.startswith(
        ("点", "百分点", "小时", "钟头", "月"), number.span[1]
    )
