"""Read one numeral in figures or characters: 1,200.50, 一百二十万, 25万6千, 十几, 两三."""

import re
from fractions import Fraction

from dakehu.language.numbers.numeral import Numeral
from dakehu.language.numbers.scaling import enlarged, with_point
from dakehu.language.numbers.words import MEASURES, either
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
_SCALE = (
    r"(?:[十拾百佰仟万亿廿卅]|千(?![瓦克伏卡帕赫焦])(?!(?<=\d千)米)"
    r"|兆(?![瓦帕赫欧字比光宽带网口]))"
)
_RUN = re.compile(
    rf"(?:{ARABIC}|[{DIGIT}]|{_SCALE})"
    rf"(?:\s*{_SCALE}|[{DIGIT}]|(?<=[{SCALES}])\s*(?:{ARABIC})|(?<=[{SCALES}][零〇])(?:{ARABIC})"
    rf"|(?<=[{SCALES}])\s+[{DIGIT}]|(?<=[{READ_OUT}])\s[{READ_OUT}](?=\s?折))*"
)
_SIGN = re.compile(r"负|(?<![\w-])-|(?<=[是为到降])-")
# 两千一个月 is two thousand for one month.
_PER = re.compile(rf"[百千万亿]一(?=(?:{either(MEASURES)}))")
# 上百, 近千: one hundred and more; a place alone is no number.
_ABOUT = re.compile("(?<=[上近过逾破])[百千万亿]")
_PAIRS = (
    "一二|一[两俩]|两三|二三|三[两俩](?=[个家位次台天])|三四|(?<!十)三五(?!折)"
    "|四五|五六|六七|七八|八九"
)
_SPREAD = re.compile(
    rf"(?P<head>[{HAN}\d\s]*?)(?P<ends>{_PAIRS}|几)(?P<tail>[{SCALES}]*)(?![{HAN}\d])"
)
_HEAD_ENDS = frozenset({*PLACES, *MYRIADS, "零", "〇"})


def read(text: str, at: int) -> Numeral | None:
    """Return the numeral that starts here, None where there is none."""
    sign = _SIGN.match(text, at)
    run = _RUN.match(text, sign.end() if sign else at)
    if run is None or len(run[0]) > _LONGEST:
        return None
    found = _spread(text, run) or _read_out(text, run) or _placed(text, run)
    if found and sign:
        return Numeral(-found.high, -found.low, at, found.end, None, found.scale)
    return found


def _read_out(text: str, run: re.Match[str]) -> Numeral | None:
    """Read digits one after another, with their decimals: 二零二六, 九 九 折."""
    digits = re.sub(r"\s", "", run[0])
    if len(digits) < 2 or any(char not in READ_OUT for char in digits):
        return None
    value = Fraction(int("".join(str(DIGITS[char]) for char in digits)))
    return with_point(text, Numeral(value, value, run.start(), run.end(), digits))


def _placed(text: str, run: re.Match[str]) -> Numeral | None:
    """Read digits and places, with what makes them larger: 一百二十, 3.5万, 40k."""
    start = run.start()
    lead = "一" if _ABOUT.match(text, start) else ""
    value, length = read_sum(lead + run[0])
    if value is None:
        return None
    raw = run[0][: length - len(lead)]
    if len(raw) > 2 and _PER.match(text, start + len(raw) - 2):
        raw = raw[:-1]
        value = value_of(raw) or value
    found = Numeral(value, value, start, start + len(raw), scale=last_scale(raw))
    return enlarged(text, found)


def _spread(text: str, run: re.Match[str]) -> Numeral | None:
    """Read two ends: 两三, 三五百, 十二三, 一百五六, 十几, 一百零几万."""
    found = _SPREAD.match(text, run.start())
    if found is None or found.end() < run.end():
        return None
    head, tail, few = found["head"], found["tail"], found["ends"] == "几"
    last = head.rstrip()[-1:]
    if (few and not last) or (last and last not in _HEAD_ENDS):
        return None
    ends = sorted("一九" if few else found["ends"], key=DIGITS.__getitem__)
    low, high = (value_of(head + end + tail) for end in ends)
    if low is None or high is None:
        return None
    return Numeral(low, high, run.start(), found.end(), None, last_scale(found[0]))
