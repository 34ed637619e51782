"""Shares of a whole: 80%, 百分之八十, 三成, 八五折, 三分之一, 3/4, 一半, half."""

import re
from dataclasses import replace
from fractions import Fraction

from dakehu.language.numbers.expression import exact
from dakehu.language.numbers.form import Form, form, scaled
from dakehu.language.numbers.numeral import Numeral, read
from dakehu.language.numbers.words import MEASURES
from dakehu.language.numerals import DIGITS

_PERCENT = re.compile(r"\s*(?:(?:%|percent|per cent|个?\s*百\s*分\s*点|个点(?![心头子]))|(‰))")
_PARTS_OF = re.compile(r"([百佰千仟万亿]+)\s*分\s*之\s*")
_WHOLES = {"百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10**4, "亿": 10**8}
_OVER = re.compile(r"\s*分\s*之\s*")
_SLASHED = re.compile(r"(\d{1,3})/([1-9]\d{0,2})(?![\d/.a-z])")
_TENTHS = re.compile(
    r"\s*(成(?!本|交|功|立|员|熟|品|果|长|为|绩|套|人|都|色|分|就)|折(?!扣|叠|腾|磨))"
)
_MEASURE = "|".join(sorted(MEASURES.split(), key=len, reverse=True))
_MORE_TENTHS = re.compile(rf"\s*(?:(半)|([一二三四五六七八九])(?!{_MEASURE}|十))")
_HALF = re.compile(r"半(?=吨|箱|车|斤|公斤|米|桌|打|瓶|杯|盘|页|亩|张|套|场)|一半")
_HALVED = re.compile("对折|半折|半成(?!品)")
_HALF_OF = re.compile(rf"({_MEASURE})")


def fraction(text: str, at: int) -> Form | None:
    """Read 百分之八十, 三分之一, 3/4."""
    if parts := _PARTS_OF.match(text, at):
        return _parts_of(text, parts)
    if slashed := _SLASHED.match(text, at):
        return Form(exact(Fraction(int(slashed[1]), int(slashed[2]))), "number", slashed.end())
    lower = read(text, at)
    over = lower and _OVER.match(text, lower.end)
    upper = over and read(text, over.end())
    if lower and upper and lower.low:
        return Form(exact(upper.low / lower.low), "number", upper.end)
    return None


def _parts_of(text: str, parts: re.Match[str]) -> Form | None:
    """Read what stands after 百分之, 千分之."""
    whole = 1
    for char in parts[1]:
        whole *= _WHOLES[char]
    numeral = read(text, parts.end())
    if numeral:
        return _share(scaled(numeral, Fraction(1, whole), numeral.end))
    return Form(1, "percent", parts.end() + 1) if text.startswith("百", parts.end()) else None


def half(text: str, at: int) -> Form | None:
    """Read 半吨, 一半, 对折."""
    if halved := _HALVED.match(text, at):
        return Form(0.05 if halved[0] == "半成" else 0.5, "percent", halved.end())
    match = _HALF.match(text, at)
    if match is None:
        return None
    measure = _HALF_OF.match(text, match.end()) if match[0] == "半" else None
    if measure:
        return Form(0.5, "count", measure.end(), measure[1])
    return Form(0.5, "number", match.end())


def percent(text: str, numeral: Numeral) -> Form | None:
    """Read 80%, 5‰, 三个百分点, 三成, 八五折."""
    if sign := _PERCENT.match(text, numeral.end):
        return _share(scaled(numeral, Fraction(1, 1000 if sign[1] else 100), sign.end()))
    tenths = _TENTHS.match(text, numeral.end)
    if tenths is None:
        return None
    numeral = replace(numeral, end=tenths.end())
    return _off(numeral) if tenths[1] == "折" else _tenths(text, numeral)


def _tenths(text: str, numeral: Numeral) -> Form:
    """Read 三成, 两成五, 三成半."""
    more = None if numeral.is_range else _MORE_TENTHS.match(text, numeral.end)
    if more:
        extra = Fraction(1, 2) if more[1] else Fraction(DIGITS[more[2]], 10)
        value = numeral.low + extra
        numeral = replace(numeral, low=value, high=value, end=more.end())
    return _share(scaled(numeral, Fraction(1, 10), numeral.end))


def _off(numeral: Numeral) -> Form | None:
    """Read 八折, 八五折, 85折: what is left to pay."""
    two_digits = not numeral.is_range and 10 < numeral.low < 100
    share = scaled(numeral, Fraction(1, 100 if two_digits else 10), numeral.end)
    return _share(share) if share.high <= 1 else None


def _share(numeral: Numeral) -> Form:
    """Return a share of one; the unit of a range tells that it is one."""
    return form(numeral, "percent", "%" if numeral.is_range else None)
