"""Counts and plain numbers: 三台, 一个半, 20 people, 第三, 第二十."""

import re
from dataclasses import replace
from fractions import Fraction

from dakehu.language.numbers import english
from dakehu.language.numbers.digits import read
from dakehu.language.numbers.expression import exact
from dakehu.language.numbers.form import Form, form
from dakehu.language.numbers.numeral import Numeral
from dakehu.language.numbers.words import (
    ADJECTIVES,
    HALVED,
    LATIN_UNITS,
    MEASURES,
    NOT_NOUNS,
    NOUNS,
    either,
)
from dakehu.language.numerals import DIGITS

_MEASURE = re.compile(rf"\s?({either(MEASURES)})(半)?")
_LATIN_UNIT = re.compile(rf"\s?({either(LATIN_UNITS)})(?![a-z\d])")
_NOUN = re.compile(rf"\s(?!times \d)(?:of )?(?:(?:{either(ADJECTIVES)}) )?([a-z]+)")
# Measures that after a Chinese numeral are mostly something else (三点, 两分, 三两).
_RARE = frozenset({"点", "分", "两", "里", "面", "口", "行"})
_LONGEST = 13
"""Digits of a number in one piece; longer ones without a unit are the numbers of cards, papers."""
_HAN = re.compile("[\u4e00-\u9fff]")
_BEFORE_LONE = re.compile("[是为到有了共约成选要第和与或“\"'×]$|(?<![目之以日当提])前$")
_AFTER_LONE = re.compile(
    "[不这那和而的或却还也呢吧吗啊]|大(?=客户|品牌|企业|厂商|供应商|运营商|行业|区域)"
)
# 一米五, 三米二: tenths of the measure; in 五米三根 another count follows.
_TENTHS = re.compile(
    rf"(?<=[米尺丈])([一二三四五六七八九]{{1,2}})(?!{either(MEASURES)}|[十百千万])"
)
# 一块 is mostly together (一块去); a piece of these.
_PIECES = re.compile(
    "蛋糕|地(?!去)|板|屏|表|牌|砖|布|肉|石|电|钢|玻璃|田|豆腐|区域|钱|面板|业务|市场"
)


def ordinal(text: str, at: int) -> Form | None:
    """Read 第三, 3rd, third."""
    if text[at] != "第":
        return english.ordinal(text, at) if text[at].isascii() else None
    numeral = read(text, at + 1)
    if numeral is None or numeral.is_range:
        return None
    return Form(exact(numeral.low), "ordinal", numeral.end)


def counted(text: str, numeral: Numeral) -> Form | None:
    """Read 三台, 5 kg, 20 people."""
    if measure := _MEASURE.match(text, numeral.end):
        return _measured(text, numeral, measure)
    unit = _LATIN_UNIT.match(text, numeral.end)
    if unit and not text[numeral.end - 1].isalpha():
        return form(replace(numeral, end=unit.end()), "count", unit[1])
    noun = _NOUN.match(text, numeral.end)
    if noun and _is_noun(noun[1]):
        return form(replace(numeral, end=noun.end()), "count", noun[1])
    return None


def _measured(text: str, numeral: Numeral, measure: re.Match[str]) -> Form | None:
    """Read 三台, 一个半, 两三家."""
    unit, lone = measure[1], numeral.end - numeral.start == 1
    if unit in _RARE and not text[numeral.start].isdigit():
        return plain_number(text, numeral)
    if unit == "块" and lone and text[numeral.start] == "一":
        return None if not _PIECES.match(text, measure.end()) else _count(text, numeral, measure)
    return _count(text, numeral, measure)


def _count(text: str, numeral: Numeral, measure: re.Match[str]) -> Form:
    """Return a count in a measure, halves included."""
    if measure[2] and not numeral.is_range and measure[1] in HALVED:
        value = numeral.low + Fraction(1, 2)
        return form(replace(numeral, low=value, high=value, end=measure.end()), "count", measure[1])
    tenths = None if numeral.is_range else _TENTHS.match(text, measure.end(1))
    if tenths:
        digits = "".join(str(DIGITS[char]) for char in tenths[1])
        value = numeral.low + Fraction(int(digits), 10 ** len(digits))
        return Form(exact(value), "count", tenths.end(), measure[1])
    return replace(form(numeral, "count", measure[1]), end=measure.end(1))


def _is_noun(word: str) -> bool:
    """Tell whether an English word can be counted."""
    return word in NOUNS or (word.endswith("s") and len(word) > 3 and word not in NOT_NOUNS)


def plain_number(text: str, numeral: Numeral) -> Form | None:
    """Read a number by itself; one Chinese digit inside a word is none, nor the 4 of 4S店."""
    start, end = numeral.start, numeral.end
    if text[end : end + 1].isascii() and text[end : end + 1].isalpha():
        return None
    if text[start:end].isdigit() and end - start > _LONGEST:
        return None
    lone = end - start == 1 and not text[start].isascii() and numeral.low <= 10
    if lone or (numeral.bare_digits and len(numeral.bare_digits) < 3):
        before = (
            start == 0
            or not _HAN.match(text, start - 1)
            or _BEFORE_LONE.search(text[max(0, start - 2) : start])
        )
        after = end == len(text) or not _HAN.match(text, end) or _AFTER_LONE.match(text, end)
        if not (before and after):
            return None
    if text[start:end] == "one" and text.strip() != "one":
        return None
    return form(numeral, "number")
