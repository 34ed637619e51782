"""Numerals: the value of 一百二十万, 两千四百五, 25万6千, 二零二六, 壹仟零壹."""

import re
from dataclasses import dataclass
from fractions import Fraction

DIGITS = dict(zip("零〇一二三四五六七八九", (0, *range(10)), strict=True)) | {
    "两": 2, "俩": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7,
    "捌": 8, "玖": 9,
}  # fmt: skip
PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
SCORES = {"廿": 20, "卅": 30}
ARABIC = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\d.])\.\d+"
SCALES = "".join((*PLACES, *MYRIADS))
DIGIT = "".join(DIGITS)
HAN = DIGIT + "".join(SCORES) + SCALES
_PIECE = re.compile(
    rf"(?P<arabic>{ARABIC})|(?P<digit>[{DIGIT}])|(?P<scale>[{SCALES}{''.join(SCORES)}])"
)


@dataclass(slots=True)
class _Sum:
    """What has been read so far, from left to right."""

    total: Fraction = Fraction(0)
    section: Fraction = Fraction(0)
    digit: Fraction | None = None
    lowest: int = 1
    zero: bool = False
    short: bool = False

    @property
    def empty(self) -> bool:
        """Tell whether nothing has been read."""
        return self.digit is None and self.section == 0 and self.total == 0

    def add_digit(self, value: Fraction, short: bool) -> bool:
        """Take a digit or a number in digits; False where one stands already."""
        if self.digit:
            return False
        self.zero = self.zero or value == 0
        self.digit, self.short = value, short
        return True

    def add_place(self, place: int) -> None:
        """Take 十, 百 or 千."""
        self.section += (self.digit or 1) * place
        self.digit, self.lowest, self.zero = None, place, False

    def add_myriad(self, myriad: int) -> None:
        """Take 万 or 亿; 万亿 multiplies the whole."""
        section = self.section + (self.digit or 0)
        if self.total and (not section or self.total < myriad):
            self.total = (self.total + section) * myriad
        else:
            self.total += section * myriad
        self.section = Fraction(0)
        self.digit, self.lowest, self.zero = None, myriad, False

    @property
    def value(self) -> Fraction:
        """Return the value; a last digit right after a place is one place lower (四百五)."""
        short = self.short and not self.zero and self.lowest > 10 and self.digit is not None
        place = self.lowest // 10 if short else 1
        return self.total + self.section + (self.digit or 0) * place


def chinese_value(numeral: str) -> int | None:
    """Return the value of a run of Chinese numerals.

    Args:
        numeral: Plain characters of `DIGITS`, `PLACES`, `MYRIADS` and `SCORES` only.

    Returns:
        The value; digits without places (二零二六) are read one after another. None where the
        run is no numeral (万).
    """
    if all(char in DIGITS for char in numeral):
        return int("".join(str(DIGITS[char]) for char in numeral)) if numeral else None
    value = value_of(numeral)
    return None if value is None else int(value)


def value_of(raw: str) -> Fraction | None:
    """Return the value of digits and places, None where they make no numeral (万, 千万)."""
    read = _Sum()
    for piece in _PIECE.finditer(raw):
        if not _take(read, piece, raw):
            return None
    return read.value


def _take(read: _Sum, piece: re.Match[str], raw: str) -> bool:
    """Take the next piece; False where it makes no numeral."""
    text = piece[0]
    if piece["arabic"]:
        return read.add_digit(Fraction(text.replace(",", "")), len(text) == 1)
    if piece["digit"]:
        return read.add_digit(Fraction(DIGITS[text]), True)
    if text in SCORES:
        read.section, read.digit, read.lowest = read.section + SCORES[text], None, 10
    elif text in PLACES:
        if read.empty and text not in "十拾" and not _is_short(raw):
            return False
        read.add_place(PLACES[text])
    elif read.empty:
        return False
    else:
        read.add_myriad(MYRIADS[text])
    return True


def _is_short(raw: str) -> bool:
    """Tell whether a run such as 百三, 千三 is short for 一百三十, 一千三百."""
    return len(raw) == 2 and DIGITS.get(raw[1], 0) > 0


def last_scale(raw: str) -> int:
    """Return the 万 or 亿 at the end, which the lower end of a range borrows (3到5万)."""
    scale = 1
    for char in reversed(raw):
        if char not in MYRIADS:
            break
        scale *= MYRIADS[char]
    return scale
