"""Read one numeral: 1,200.50, 3.5万, 一百二十万, 25万6千, 40k, 十几, 两三, 一百四十二点五."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from dakehu.language.numbers.words import LATIN_SCALES, MEASURES, METRES, MONEY_WORDS, either
from dakehu.language.numerals import (
    ARABIC,
    DIGIT,
    DIGITS,
    HAN,
    MYRIADS,
    PLACES,
    READ_OUT,
    SCALES,
    last_scale,
    read_sum,
    value_of,
)

_LONGEST = 60
"""Characters of a numeral; longer runs are data."""

# 千 of 5千瓦 and 兆 of 百兆宽带 belong to the unit.
_SCALE = r"(?:[十拾百佰仟万亿廿卅]|(?<!\d)千(?![瓦克伏卡帕赫焦])|(?<=\d)千(?![瓦克伏卡帕赫焦米])|兆(?![瓦帕赫欧字比光宽带网口]))"
_RUN = re.compile(
    rf"(?:{ARABIC}|[{DIGIT}]|{_SCALE})"
    rf"(?:\s*{_SCALE}|[{DIGIT}]|(?<=[{SCALES}])\s*(?:{ARABIC})|(?<=[{SCALES}][零〇])(?:{ARABIC})"
    rf"|(?<=[{SCALES}])\s+[{DIGIT}]|(?<=[{READ_OUT}])\s[{READ_OUT}](?=\s?折))*"
)
# 三点五, 三点一四: not a clock time (三点十分, 三点一刻), not 三点五个.
_POINT = re.compile(rf"\s*点\s*([{READ_OUT}]+)(?![十百千家分钟半刻]|个(?!\s?百\s?分\s?点|点))")
_LATIN_SCALE = re.compile(rf"\s?({either(LATIN_SCALES)})(?![a-z\d])")
_EXPONENT = re.compile(r"e([+-]?\d\d?)(?![\w.])", re.ASCII)
_METRES = re.compile(rf"\s?m\s?(?:(?:{either(METRES)})\b|[\u4e00-\u9fff])")
_AFTER_HAN = re.compile("[\u4e00-\u9fff]\\s?$")
_AFTER_MONEY = re.compile(rf"(?:{either(MONEY_WORDS)})[是约有为到在大概]{{0,3}}\s?$")
_SIGN = re.compile(r"负|(?<![\w-])-|(?<=[是为到降])-")
_SOME = re.compile(
    r"\s*(?:(?:多|余|来)(?:\s*(?=[万亿])|(?=[^\w]|[个家人台位名吨元件套次年天箱辆户款块张份条]|$))"
    r"|个(?=[万亿]))|\+(?!\s?[\da-z])"
)
# A dozen (三打袜子), not the verb (一打开, 两打电话).
_DOZEN = re.compile(
    r"\s?打(?![开听算断工卡印包造扰架仗败赢球电折样交招盹点出来进完过发动磨劫猎牌车针水钱法下上住量个白])"
)
# 两千一个月 is two thousand for one month.
_PER = re.compile(rf"[百千万亿]一(?=(?:{either(MEASURES)}))")
_PAIRS = "一二|一两|两三|二三|三两(?=[个家位次台])|三四|三五(?!折)|四五|五六|六七|七八|八九"
_SPREAD = re.compile(
    rf"(?P<head>[{HAN}\d\s]*?)(?P<ends>{_PAIRS}|几)(?P<tail>[{SCALES}]*)(?![{HAN}\d])"
)
# 上百, 近千: one hundred and more; a place alone is no number.
_ABOUT = re.compile("(?<=[上近过逾破])[百千万亿]")


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
    if run is None or len(run[0]) > _LONGEST:
        return None
    found = _spread(text, run) or _single(text, run)
    if found and sign:
        return Numeral(-found.high, -found.low, at, found.end, None, found.scale)
    return found


def _single(text: str, run: re.Match[str]) -> Numeral | None:
    """Read a numeral of one value, with its decimals and its scale letter."""
    raw, start, end = run[0], run.start(), run.end()
    digits = re.sub(r"\s", "", raw)
    if len(digits) > 1 and all(char in READ_OUT for char in digits):
        value = Fraction(int("".join(str(DIGITS[char]) for char in digits)))
        return _with_point(text, Numeral(value, value, start, end, digits))
    lead = "一" if _ABOUT.match(text, start) else ""
    placed, length = read_sum(lead + raw)
    if placed is None:
        return None
    raw = raw[: length - len(lead)]
    if _PER.match(text, start + len(raw) - 2) and len(raw) > 2:
        raw = raw[:-1]
        placed = value_of(raw) or placed
    end = start + len(raw)
    found = Numeral(placed, placed, start, end, scale=last_scale(raw))
    if dozens := _dozens(text, found):
        return dozens
    if raw[-1].isdigit():
        return _latin_scale(text, found) or _with_some(text, found)
    return _with_some(text, _with_point(text, found))


def _latin_scale(text: str, found: Numeral) -> Numeral | None:
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
    value = found.low * factor
    return replace(found, low=value, high=value, end=end, scale=max(1, int(factor)))


def _is_metres(text: str, found: Numeral) -> bool:
    """Tell whether m after digits means metres: 300m电缆, 电缆300m, but 预算1.2m."""
    before = text[max(0, found.start - 8) : found.start]
    goods = _AFTER_HAN.search(before) and not _AFTER_MONEY.search(before)
    return bool(goods or _METRES.match(text, found.end))


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


def _dozens(text: str, found: Numeral) -> Numeral | None:
    """Multiply by 打, a dozen."""
    dozen = _DOZEN.match(text, found.end)
    value = found.low * 12
    return replace(found, low=value, high=value, end=dozen.end()) if dozen else None


def _scaled(text: str, found: Numeral, value: Fraction, end: int) -> Numeral:
    """Return the numeral with a new value, times the 万 and 亿 that follow."""
    scale = 1
    while end < len(text) and text[end] in MYRIADS:
        scale *= MYRIADS[text[end]]
        end += 1
    return Numeral(value * scale, value * scale, found.start, end, None, scale)


def _spread(text: str, run: re.Match[str]) -> Numeral | None:
    """Read two ends: 两三, 三五百, 十二三, 一百五六, 十几, 一百零几万."""
    found = _SPREAD.match(text, run.start())
    if found is None or found.end() < run.end():
        return None
    head, tail, few = found["head"], found["tail"], found["ends"] == "几"
    if few and not head or head.strip() and head.strip()[-1] not in {*PLACES, *MYRIADS, "零", "〇"}:
        return None
    ends = sorted("一九" if few else found["ends"], key=DIGITS.__getitem__)
    low, high = (value_of(head + end + tail) for end in ends)
    if low is None or high is None:
        return None
    return Numeral(low, high, run.start(), found.end(), None, last_scale(found[0]))
