"""Shares of a whole: 80%, 百分之八十, 三成, 八五折, 对折, 5 percent."""

import re
from dataclasses import replace
from fractions import Fraction

from dakehu.language.numbers.digits import read
from dakehu.language.numbers.form import Form, form, scaled
from dakehu.language.numbers.numeral import Numeral
from dakehu.language.numbers.words import MEASURES, either
from dakehu.language.numerals import DIGITS

_PERCENT = re.compile(
    r"\s*(?:(?:%|(?:percentage points?|per ?cent|pct|pp)(?![a-z])"
    r"|(?:个?|个(?P<half>半))\s*(?:百\s*分\s*点|(?<=[个半])点(?![心头子钟])))|(?P<mille>‰))"
)
_PARTS_OF = re.compile(r"([百佰千仟万亿]+)\s*分\s*之\s*")
_WHOLES = {"百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10**4, "亿": 10**8}
_HALF = Fraction(1, 2)
_TENTHS = re.compile(
    r"\s*(成(?!本|交|功|立|员|熟|品|果|长|为|绩|套|人|都|色|分|就)|折(?!扣|叠|腾|磨|弯|断|痕|旧))"
)
_MORE_TENTHS = re.compile(rf"\s*(?:(半)|([一二三四五六七八九])(?!{either(MEASURES)}|十))")
_HALVED = re.compile("对折(?!叠)|半折|半成(?!品)")


def parts(text: str, at: int) -> Form | None:
    """Read 百分之八十, 千分之五, 百分之百."""
    found = _PARTS_OF.match(text, at)
    if found is None:
        return None
    whole = 1
    for char in found[1]:
        whole *= _WHOLES[char]
    if numeral := read(text, found.end()):
        return _share(scaled(numeral, Fraction(1, whole), numeral.end))
    return Form(1, "percent", found.end() + 1) if text.startswith("百", found.end()) else None


def halved(text: str, at: int) -> Form | None:
    """Read 对折, 半成."""
    found = _HALVED.match(text, at)
    return Form(0.05 if found[0] == "半成" else 0.5, "percent", found.end()) if found else None


def percent(text: str, numeral: Numeral) -> Form | None:
    """Read 80%, 5‰, 三个百分点, 三成, 八五折."""
    if sign := _PERCENT.match(text, numeral.end):
        whole = Fraction(1, 1000 if sign["mille"] else 100)
        if sign["half"]:
            numeral = replace(numeral, low=numeral.low + _HALF, high=numeral.high + _HALF)
        return _share(scaled(numeral, whole, sign.end()))
    tenths = _TENTHS.match(text, numeral.end)
    if tenths is None:
        return None
    numeral = replace(numeral, end=tenths.end())
    return _off(numeral) if tenths[1] == "折" else _tenths(text, numeral)


def _tenths(text: str, numeral: Numeral) -> Form:
    """Read 三成, 两成五, 三成半."""
    more = None if numeral.is_range else _MORE_TENTHS.match(text, numeral.end)
    if more:
        extra = _HALF if more[1] else Fraction(DIGITS[more[2]], 10)
        value = numeral.low + extra
        numeral = replace(numeral, low=value, high=value, end=more.end())
    return _share(scaled(numeral, Fraction(1, 10), numeral.end))


def _off(numeral: Numeral) -> Form | None:
    """Read 八折, 八五折, 85折: what is left to pay, never all of it."""
    two_digits = not numeral.is_range and 10 < numeral.low < 100
    share = scaled(numeral, Fraction(1, 100 if two_digits else 10), numeral.end)
    return _share(share) if share.low > 0 and share.high < 1 else None


def _share(numeral: Numeral) -> Form:
    """Return a share of one; the unit of a range tells that it is one."""
    return form(numeral, "percent", "%" if numeral.is_range else None)
