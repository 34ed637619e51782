"""Chinese numerals: the value of 一百二十万, 两千四百五, 二零二六, 壹仟零壹."""

DIGITS = dict(zip("零〇一二三四五六七八九", (0, *range(10)), strict=True)) | {
    "两": 2, "俩": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
SCORES = {"廿": 20, "卅": 30}


def chinese_value(numeral: str) -> int | None:
    """Return the value of a run of Chinese numerals.

    Args:
        numeral: Plain characters of `DIGITS`, `PLACES`, `MYRIADS` and `SCORES` only.

    Returns:
        The value; digits without places (二零二六) are read one after another. None where the
        run is no numeral (万, 零十零).
    """
    if all(char in DIGITS for char in numeral):
        return int("".join(str(DIGITS[char]) for char in numeral)) if numeral else None
    if numeral[0] in SCORES:
        rest = chinese_value(numeral[1:]) if len(numeral) > 1 else 0
        return None if rest is None or rest > 9 else SCORES[numeral[0]] + rest
    return _placed_value(numeral)


def _placed_value(numeral: str) -> int | None:
    """Sum digits times places; a last digit right after a place is one place lower (四百五)."""
    total = section = 0
    digit: int | None = None
    lowest = 1
    zero = False
    for char in numeral:
        if char in DIGITS:
            if digit is not None and digit > 0:
                return None
            zero = zero or DIGITS[char] == 0
            digit = DIGITS[char]
        elif char in PLACES:
            section += (1 if not digit else digit) * PLACES[char]
            digit, lowest, zero = None, PLACES[char], False
        elif char in MYRIADS:
            total, section = _close_section(total, section + (digit or 0), MYRIADS[char])
            digit, lowest, zero = None, MYRIADS[char], False
        else:
            return None
    short = digit is not None and not zero and lowest > 10
    return total + section + (digit or 0) * (lowest // 10 if short else 1)


def _close_section(total: int, section: int, myriad: int) -> tuple[int, int]:
    """Multiply what stands before 万 or 亿; 万亿 multiplies the whole."""
    if total and myriad > 10**4 and total < myriad:
        return (total + section) * myriad, 0
    if not section:
        return total * myriad, 0
    return total + section * myriad, 0
