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
READ_OUT = DIGIT.replace("两", "").replace("俩", "")
"""Digits that are read out one after another; 两 counts, and stands for itself."""
HAN = DIGIT + "".join(SCORES) + SCALES
_PIECE = re.compile(
    rf"(?P<arabic>{ARABIC})|(?P<digit>[{DIGIT}])|(?P<scale>[{SCALES}{''.join(SCORES)}])"
)
_NONE_YET = 10**5
"""Above every place: the place before the first one."""


@dataclass(slots=True)
class _Sum:
    """What has been read so far, from left to right."""

    total: Fraction | int = 0
    section: Fraction | int = 0
    digit: Fraction | int | None = None
    place: int = _NONE_YET
    lowest: int = 1
    zero: bool = False
    short: bool = False

    @property
    def empty(self) -> bool:
        """Tell whether nothing has been read."""
        return self.digit is None and self.section == 0 and self.total == 0

    def add_digit(self, value: Fraction | int, short: bool) -> bool:
        """Take a digit or a number in digits; False where one stands already."""
        if self.digit:
            return False
        self.zero = self.zero or value == 0
        self.digit, self.short = value, short
        return True

    def add_place(self, place: int) -> bool:
        """Take 十, 百 or 千; False where a place as low stands already (五十千)."""
        if place >= self.place:
            return False
        self.section += (self.digit or 1) * place
        self.digit, self.place, self.lowest, self.zero = None, place, place, False
        return True

    def add_myriad(self, myriad: int) -> bool:
        """Take 万 or 亿, of which 万亿 multiplies the whole; False for a second one (三万五万)."""
        section = self.section + (self.digit or 0)
        if self.total and (not section or self.total < myriad):
            self.total = (self.total + section) * myriad
        elif self.total and self.total % (myriad * 10**4):
            return False
        else:
            self.total += section * myriad
        self.section = 0
        self.digit, self.place, self.lowest, self.zero = None, _NONE_YET, myriad, False
        return True

    @property
    def value(self) -> Fraction:
        """Return the value; a last digit right after a place is one place lower (四百五)."""
        short = self.short and not self.zero and self.lowest > 10 and self.digit is not None
        place = self.lowest // 10 if short else 1
        return Fraction(self.total + self.section + (self.digit or 0) * place)


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
    value, end = read_sum(raw)
    return value if end == len(raw) else None


def read_sum(raw: str) -> tuple[Fraction | None, int]:
    """Return the value of the numeral that digits and places begin with, and where it ends.

    Args:
        raw: Digits and places, perhaps of two numerals in a row (两千三千, 三十千 of 三十千瓦).
    """
    read = _Sum()
    for piece in _PIECE.finditer(raw):
        if not _take(read, piece, raw):
            return _before(raw, piece)
    return (None if read.empty else read.value), len(raw)


def _before(raw: str, piece: re.Match[str]) -> tuple[Fraction | None, int]:
    """Read what stands before the piece that begins another numeral."""
    rest = raw[: piece.start()].rstrip()
    if piece[0] in MYRIADS:
        rest = rest[: max(rest.rfind(myriad) for myriad in MYRIADS) + 1]
    elif piece[0] in PLACES:
        rest = rest.rstrip(DIGIT + "0123456789.,")
    else:
        return None, 0
    return read_sum(rest) if rest else (None, 0)


def _take(read: _Sum, piece: re.Match[str], raw: str) -> bool:
    """Take the next piece; False where it makes no numeral."""
    text = piece[0]
    if piece["arabic"]:
        value = int(text) if text.isdigit() else Fraction(text.replace(",", ""))
        return read.add_digit(value, len(text) == 1)
    if piece["digit"]:
        return read.add_digit(DIGITS[text], True)
    if text in SCORES:
        read.section, read.digit, read.lowest = read.section + SCORES[text], None, 10
        return True
    if text in PLACES:
        return (not read.empty or text in "十拾" or _is_short(raw)) and read.add_place(PLACES[text])
    return not read.empty and read.add_myriad(MYRIADS[text])


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
