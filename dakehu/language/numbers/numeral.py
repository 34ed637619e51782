"""Read one numeral: 1,200.50, 3.5万, 一百二十万, 25万6千, 40k, 十几, 两三, 一百四十二点五."""

import re
from dataclasses import dataclass
from fractions import Fraction

from dakehu.language.numerals import (
    ARABIC,
    DIGIT,
    DIGITS,
    HAN,
    MYRIADS,
    PLACES,
    SCALES,
    last_scale,
    value_of,
)

_RUN = re.compile(
    rf"(?:{ARABIC}|[{HAN}])"
    rf"(?:\s*[{SCALES}]|[{HAN}]|(?<=[{SCALES}])\s*(?:{ARABIC})|(?<=[{SCALES}][零〇])(?:{ARABIC})"
    rf"|(?<=[{SCALES}])\s+[{DIGIT}])*"
)
# 三点五, 三点一四: not a clock time (三点十分, 三点一刻), not 三点五个.
_POINT = re.compile(rf"\s*点\s*([{DIGIT}]+)(?![十百千家分钟半刻]|个(?!百分点|点))")
_LATIN_SCALES = {
    "k": 1000, "w": 10_000, "m": 1_000_000, "bn": 10**9, "hundred": 100, "thousand": 1000,
    "million": 1_000_000, "billion": 10**9, "dozen": 12,
}  # fmt: skip
_LATIN_SCALE = re.compile(rf"\s?({'|'.join(_LATIN_SCALES)})(?![a-z\d])")
_SIGN = re.compile(r"负|(?<![\w-])-|(?<=[是为到降])-")
_SOME = re.compile(
    r"\s*(?:(?:多|余|来)(?=[万亿]|[^\w]|[个家人台位名吨元件套次年天箱辆户款块张份条]|$)|个(?=[万亿]))"
)
_PAIRS = "一二|一两|两三|二三|三四|三五|四五|五六|六七|七八|八九"
_SPREAD = re.compile(
    rf"(?P<head>[{HAN}\d]*?)(?P<ends>{_PAIRS}|几)(?P<tail>[{SCALES}]*)(?![{HAN}\d])"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral read: its low and high ends, equal for a single value, and where it lies.

    Attributes:
        low: The value, or its lower end.
        high: The value, or its higher end.
        start: Where it begins in the text.
        end: Where it ends.
        bare_digits: The run of Chinese digits without places (二零二六), which may be a name.
        scale: The 万 or k at its end.
    """

    low: Fraction
    high: Fraction
    start: int
    end: int
    bare_digits: str | None = None
    scale: int = 1

    @property
    def is_range(self) -> bool:
        """Tell whether it names two ends (两三, 十几)."""
        return self.low != self.high


def read(text: str, at: int) -> Numeral | None:
    """Return the numeral that starts here, None where there is none."""
    sign = _SIGN.match(text, at)
    run = _RUN.match(text, sign.end() if sign else at)
    found = (_spread(text, run) or _single(text, run)) if run else None
    if found and sign:
        return Numeral(-found.high, -found.low, at, found.end, None, found.scale)
    return found


def _single(text: str, run: re.Match[str]) -> Numeral | None:
    """Read a numeral of one value, with its decimals and its scale letter."""
    raw, start, end = run[0], run.start(), run.end()
    if all(char in DIGITS for char in raw) and len(raw) > 1:
        value = Fraction(int("".join(str(DIGITS[char]) for char in raw)))
        return _with_point(text, Numeral(value, value, start, end, raw))
    placed = value_of(raw)
    if placed is None:
        return None
    letter = _LATIN_SCALE.match(text, end) if raw[-1].isdigit() else None
    if letter:
        factor = _LATIN_SCALES[letter[1]]
        return Numeral(placed * factor, placed * factor, start, letter.end(), scale=factor)
    found = Numeral(placed, placed, start, end, scale=last_scale(raw))
    return _with_some(text, found if raw[-1].isdigit() else _with_point(text, found))


def _with_point(text: str, found: Numeral) -> Numeral:
    """Add spoken decimals: 三点五, 一点二亿."""
    point = _POINT.match(text, found.end)
    if point is None:
        return found
    digits = "".join(str(DIGITS[char]) for char in point[1])
    return _scaled(text, found, found.low + Fraction(int(digits), 10 ** len(digits)), point.end())


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
    return Numeral(value * scale, value * scale, found.start, end, None, scale)


def _spread(text: str, run: re.Match[str]) -> Numeral | None:
    """Read two ends: 两三, 三五百, 十二三, 十几, 二十几万."""
    found = _SPREAD.match(text, run.start())
    if found is None or found.end() < run.end():
        return None
    head = value_of(found["head"]) if found["head"] else Fraction(0)
    if head is None or (found["head"] and found["head"][-1] not in PLACES):
        return None
    if found["ends"] != "几":
        low, high = (head + DIGITS[char] for char in found["ends"])
    elif found["head"][-1:] in ("十", "拾"):
        low, high = head + 1, head + 9
    else:
        return None
    tail = value_of("一" + found["tail"]) or Fraction(1)
    return Numeral(low * tail, high * tail, run.start(), found.end(), None, last_scale(found[0]))
