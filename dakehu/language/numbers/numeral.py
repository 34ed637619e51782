"""Read one numeral: 1,200.50, 3.5万, 一百二十万, 25万6千, 40k, 十几, 两三, twenty-five."""

import re
from dataclasses import dataclass
from fractions import Fraction

from dakehu.language.numerals import DIGITS, MYRIADS, PLACES, SCORES

_ARABIC = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\d.])\.\d+"
_SCALES = "".join((*PLACES, *MYRIADS))
_DIGIT = "".join(DIGITS)
_HAN = _DIGIT + "".join(SCORES) + _SCALES
_RUN = re.compile(
    rf"(?:{_ARABIC}|[{_HAN}])"
    rf"(?:\s*[{_SCALES}]|[{_HAN}]|(?<=[{_SCALES}])\s*(?:{_ARABIC})|(?<=[{_SCALES}])\s+[{_DIGIT}])*"
)
_PIECE = re.compile(
    rf"(?P<arabic>{_ARABIC})|(?P<digit>[{_DIGIT}])|(?P<scale>[{_SCALES}{''.join(SCORES)}])"
)
_POINT = re.compile(rf"\s*点\s*([{_DIGIT}]+)(?![{_SCALES}个家分钟半])")
_LATIN_SCALE = re.compile(r"\s?(k|w|m)(?![a-z\d])")
_LATIN_SCALES = {"k": 1000, "w": 10_000, "m": 1_000_000}
_SIGN = re.compile(r"负|(?<![\d\w])-")
_SOME = re.compile(r"\s*(?:多|余|来)(?=[万亿]|[^\w]|[个家人台位名吨元件套次年天箱辆户款]|$)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral read: its value, or its low and high ends, and where it lies."""

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
    start = at
    if sign:
        at = sign.end()
    run = _RUN.match(text, at)
    if run is None:
        return None
    found = _spread(text, run) or _single(text, run)
    if found is None:
        return None
    if sign:
        return Numeral(-found.high, -found.low, start, found.end, None, found.scale)
    return found


def _single(text: str, run: re.Match[str]) -> Numeral | None:
    """Read a numeral of one value, with its decimals and its scale letter."""
    raw = run[0]
    if all(char in DIGITS for char in raw) and len(raw) > 1:
        value = Fraction(int("".join(str(DIGITS[char]) for char in raw)))
        return _with_point(text, Numeral(value, value, run.start(), run.end(), raw))
    placed = value_of(raw)
    if placed is None:
        return None
    found = Numeral(placed, placed, run.start(), run.end(), scale=_last_scale(raw))
    if not raw[-1].isdigit():
        return _with_some(text, _with_point(text, found))
    letter = _LATIN_SCALE.match(text, run.end())
    if letter is None:
        return found
    factor = _LATIN_SCALES[letter[1]]
    return Numeral(placed * factor, placed * factor, run.start(), letter.end(), scale=factor)


def _last_scale(raw: str) -> int:
    """Return the 万 or 亿 at the end, which the lower end of a range borrows (3到5万)."""
    scale = 1
    for char in reversed(raw):
        if char not in MYRIADS:
            break
        scale *= MYRIADS[char]
    return scale


def _with_point(text: str, found: Numeral) -> Numeral:
    """Add spoken decimals: 三点五."""
    point = _POINT.match(text, found.end)
    if point is None:
        return found
    digits = "".join(str(DIGITS[char]) for char in point[1])
    value = found.low + Fraction(int(digits), 10 ** len(digits))
    end, scale = point.end(), 1
    while end < len(text) and text[end] in MYRIADS:
        scale *= MYRIADS[text[end]]
        end += 1
    return Numeral(value * scale, value * scale, found.start, end, None, scale)


def _with_some(text: str, found: Numeral) -> Numeral:
    """Add 多 or 余, and the scale that follows (十多万): the value stays the lower end."""
    some = _SOME.match(text, found.end)
    if some is None:
        return found
    end, scale = some.end(), 1
    while end < len(text) and text[end] in MYRIADS:
        scale *= MYRIADS[text[end]]
        end += 1
    return Numeral(found.low * scale, found.low * scale, found.start, end, None, scale)


_SPREAD = re.compile(
    rf"(?P<head>[{_HAN}\d]*?)(?:(?P<pair>一二|一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)(?P<tail>[{_SCALES}]*)"
    rf"|(?P<some>[几])(?P<tail2>[{_SCALES}]*))(?![{_HAN}\d])"
)


def _spread(text: str, run: re.Match[str]) -> Numeral | None:
    """Read two ends: 两三, 三五百, 十二三, 十几, 二十几万."""
    found = _SPREAD.match(text, run.start())
    if found is None or found.end() < run.end():
        return None
    head = value_of(found["head"]) if found["head"] else Fraction(0)
    if head is None or (found["head"] and found["head"][-1] not in PLACES):
        return None
    tail = value_of("一" + (found["tail"] or found["tail2"] or "")) or Fraction(1)
    if found["pair"]:
        low, high = (head + DIGITS[char] for char in found["pair"])
    elif found["head"][-1:] in ("十", "拾"):
        low, high = head + 1, head + 9
    else:
        return None
    scale = _last_scale(found[0])
    return Numeral(low * tail, high * tail, run.start(), found.end(), None, scale)


def value_of(raw: str) -> Fraction | None:
    """Return the value of digits and places, None where they make no numeral (万, 千万)."""
    total = section = Fraction(0)
    digit: Fraction | None = None
    lowest, zero, short = 1, False, False
    for piece in _PIECE.finditer(raw):
        text = piece[0]
        if piece["arabic"]:
            if digit is not None and digit != 0:
                return None
            digit, short = Fraction(text.replace(",", "")), len(text) == 1
        elif piece["digit"]:
            if digit is not None and digit != 0:
                return None
            zero = zero or DIGITS[text] == 0
            digit, short = Fraction(DIGITS[text]), True
        elif text in PLACES:
            if (
                digit is None
                and total == section == 0
                and text not in "十拾"
                and not _ends_in_digit(raw)
            ):
                return None
            section += (digit or 1) * PLACES[text]
            digit, lowest, zero = None, PLACES[text], False
        elif text in SCORES:
            section, digit, lowest = section + SCORES[text], None, 10
        else:
            if digit is None and section == 0 and total == 0:
                return None
            total, section = _close(total, section + (digit or 0), MYRIADS[text])
            digit, lowest, zero = None, MYRIADS[text], False
    place = lowest // 10 if short and not zero and lowest > 10 and digit is not None else 1
    return total + section + (digit or 0) * place


def _ends_in_digit(raw: str) -> bool:
    """Tell whether a run such as 百三, 千三 is short for 一百三十, 一千三百."""
    return len(raw) == 2 and raw[1] in DIGITS and DIGITS[raw[1]] > 0


def _close(total: Fraction, section: Fraction, myriad: int) -> tuple[Fraction, Fraction]:
    """Multiply what stands before 万 or 亿; 万亿 multiplies the whole."""
    if total and (not section or total < myriad):
        return (total + section) * myriad, Fraction(0)
    return total + section * myriad, Fraction(0)
