"""Counts and plain numbers: 三台, 一个半, 20 people, 第三, 第二十."""

import re
from dataclasses import replace
from fractions import Fraction

from dakehu.language.numbers import english
from dakehu.language.numbers.expression import exact
from dakehu.language.numbers.form import Form, form
from dakehu.language.numbers.numeral import Numeral, read
from dakehu.language.numbers.words import LATIN_UNITS, MEASURES, NOT_NOUNS, NOUNS

_MEASURE = re.compile(
    r"\s?(" + "|".join(sorted(MEASURES.split(), key=len, reverse=True)) + ")(半)?"
)
_LATIN_UNIT = re.compile(r"\s?(" + LATIN_UNITS.replace(" ", "|") + r")(?![a-z\d])")
_NOUN = re.compile(r"\s(?:(?:more|new|old|big|key|other|different) )?([a-z]+)")
_NOUNS, _NOT_NOUNS = frozenset(NOUNS.split()), frozenset(NOT_NOUNS.split())
# Measures that after a Chinese numeral are mostly something else (三点, 两分, 三两).
_RARE = frozenset({"点", "分", "两", "块", "里"})
_HALVED = frozenset({"个", "吨", "米", "斤", "箱", "年", "天", "公斤", "倍", "亩"})
_HAN = re.compile("[\u4e00-\u9fff]")
_BEFORE_LONE, _AFTER_LONE = "是为到有了共约成选要第和与或“\"'", "不这那和而的或"


def ordinal(text: str, at: int) -> Form | None:
    """Read 第三, 3rd, third."""
    if text[at] != "第":
        return english.ordinal(text, at)
    numeral = read(text, at + 1)
    if numeral is None or numeral.is_range:
        return None
    return Form(exact(numeral.low), "ordinal", numeral.end)


def counted(text: str, numeral: Numeral) -> Form | None:
    """Read 三台, 5 kg, 20 people."""
    if measure := _MEASURE.match(text, numeral.end):
        return _measured(text, numeral, measure)
    if unit := _LATIN_UNIT.match(text, numeral.end):
        return form(replace(numeral, end=unit.end()), "count", unit[1])
    noun = _NOUN.match(text, numeral.end)
    if noun and _is_noun(noun[1]):
        return form(replace(numeral, end=noun.end()), "count", noun[1])
    return None


def _measured(text: str, numeral: Numeral, measure: re.Match[str]) -> Form | None:
    """Read 三台, 一个半, 两三家."""
    if measure[1] in _RARE and not text[numeral.start].isdigit():
        return plain_number(text, numeral)
    if measure[2] and not numeral.is_range and measure[1] in _HALVED:
        value = numeral.low + Fraction(1, 2)
        return form(replace(numeral, low=value, high=value, end=measure.end()), "count", measure[1])
    return form(replace(numeral, end=measure.end(1)), "count", measure[1])


def _is_noun(word: str) -> bool:
    """Tell whether an English word can be counted."""
    return word in _NOUNS or (word.endswith("s") and len(word) > 3 and word not in _NOT_NOUNS)


def plain_number(text: str, numeral: Numeral) -> Form | None:
    """Read a number by itself; one Chinese digit inside a word is none."""
    start, end = numeral.start, numeral.end
    lone = end - start == 1 and not text[start].isascii()
    if lone or (numeral.bare_digits and len(numeral.bare_digits) < 3):
        before = start == 0 or not _HAN.match(text, start - 1) or text[start - 1] in _BEFORE_LONE
        after = end == len(text) or not _HAN.match(text, end) or text[end] in _AFTER_LONE
        if not (before and after):
            return None
    return form(numeral, "number")
