"""What makes a numeral larger or finer: 三点五万, 十多万, 3个亿, 三打, 40k, 2.5 million, 1.2e6."""

import re
from dataclasses import replace
from fractions import Fraction

from dakehu.language.numbers.numeral import Numeral
from dakehu.language.numbers.words import LATIN_SCALES, MEASURES, METRES, MONEY_WORDS, either
from dakehu.language.numerals import DIGITS, MYRIADS, READ_OUT, SCALES

# 三点五, 三点一四: not a clock time (三点十分, 三点一刻), not 三点五个.
_POINT = re.compile(rf"\s*点\s*([{READ_OUT}]+)(?![十百千家分钟半刻]|个(?!\s?百\s?分\s?点|点))")
_SOME = re.compile(
    rf"(?<=[{SCALES}\da-z])\s*(?:多|余|来)(?:\s*(?=[万亿])|(?=[^\w]|元|了|的|{either(MEASURES)}|$))"
    r"|\s*个多?(?=[万亿])|\+(?!\s?\d|[a-z])|[- ]?(?:odd|ish)(?![a-z])"
)
# A dozen (三打袜子), not the verb (一打开, 两打电话).
_DOZEN = re.compile(
    r"\s?打(?![\d一二三四五六七八九十开听算断工卡印包造扰架仗败赢球电折样交招盹点出来进完过发动"
    r"磨劫猎牌车针水钱法下上住量个白])"
)
_LATIN_SCALE = re.compile(rf"\s?({either(LATIN_SCALES)})(?![a-z\d])")
_EXPONENT = re.compile(r"e([+-]?\d\d?)(?![\w.])", re.ASCII)
_METRES = re.compile(rf"\s?m\s?(?:(?:{either(METRES)})\b|[\u4e00-\u9fff])")
_AFTER_HAN = re.compile("[\u4e00-\u9fff]\\s?$")
_AFTER_MONEY = re.compile(rf"(?:{either(MONEY_WORDS)})[是约有为到在大概]{{0,3}}\s?$")


def enlarged(text: str, found: Numeral) -> Numeral:
    """Return a numeral with the decimals, letters and scales that follow it.

    Args:
        text: Text in plain characters.
        found: A numeral of one value in the text.
    """
    if dozen := _DOZEN.match(text, found.end):
        return _times(found, Fraction(12), dozen.end())
    if text[found.end - 1].isdigit():
        return _with_some(text, _latin(text, found) or found)
    return _with_some(text, with_point(text, found))


def with_point(text: str, found: Numeral) -> Numeral:
    """Add spoken decimals: 三点五, 一点二亿."""
    point = _POINT.match(text, found.end)
    if point is None:
        return found
    digits = "".join(str(DIGITS[char]) for char in point[1])
    return _scaled(text, found, found.low + Fraction(int(digits), 10 ** len(digits)), point.end())


def _latin(text: str, found: Numeral) -> Numeral | None:
    """Read the letters after digits: 40k, 2.5 million, 1.2e6; not the metres of 300m电缆."""
    factor, end = Fraction(1), found.end
    if exponent := _EXPONENT.match(text, end):
        factor, end = Fraction(10) ** int(exponent[1]), exponent.end()
    while letter := _LATIN_SCALE.match(text, end):
        if letter[1] == "m" and _is_metres(text, found):
            break
        factor, end = factor * LATIN_SCALES[letter[1]], letter.end()
    if end == found.end:
        return None
    return replace(_times(found, factor, end), scale=max(1, int(factor)))


def _is_metres(text: str, found: Numeral) -> bool:
    """Tell whether m after digits means metres: 300m电缆, 电缆300m, but 预算1.2m."""
    before = text[max(0, found.start - 8) : found.start]
    goods = _AFTER_HAN.search(before) and not _AFTER_MONEY.search(before)
    return bool(goods or _METRES.match(text, found.end))


def _with_some(text: str, found: Numeral) -> Numeral:
    """Add 多 or 余, and the scale that follows (十多万): the value stays the lower end."""
    some = _SOME.match(text, found.end)
    return _scaled(text, found, found.low, some.end()) if some else found


def _scaled(text: str, found: Numeral, value: Fraction, end: int) -> Numeral:
    """Return the numeral with a new value, times the 万 and 亿 that follow."""
    scale = 1
    while end < len(text) and text[end] in MYRIADS:
        scale *= MYRIADS[text[end]]
        end += 1
    value *= scale
    return replace(found, low=value, high=value, end=end, scale=found.scale * scale)


def _times(found: Numeral, factor: Fraction, end: int) -> Numeral:
    """Return the numeral multiplied, up to a further end."""
    return replace(found, low=found.low * factor, high=found.high * factor, end=end)
