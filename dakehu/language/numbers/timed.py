"""Which numbers belong to a time: 12月8日, 三点, 3 pm. Lengths of time (两天) are counts."""

import re

from dakehu.language.numbers.form import Form
from dakehu.language.times.parser import parse

# What a number that belongs to a time stands beside or holds; only then are times looked for.
_TIMED = re.compile(
    "[年月日号点时分秒周刻天期拜季初午晚早工:/~到至前后内、-]|五一|十一|六一|三八|八一"
)
_NEAR = 3
"""Characters on either side; for Latin letters four times as many."""
_LATIN = re.compile(
    r"am|pm|day|week|month|year|hour|minute|quarter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|past|ago|at |\bin \d{4}|[qh]\d"
)
# A count of things (两家) belongs to a time only in 周三家, 最后一个工作日, 第一个周五, 两个小时.
_TIME_UNITS = re.compile("[年月日点时分秒周刻天季号期晚]|小时|[a-z]")
_COUNTED = re.compile("[-周期拜初到至~、:/]")
_COUNTED_TIME = re.compile("(?:半|多|来)?(?:小?时|钟|工作|周|星|礼|月|季|晚|早|上午|下午)")


def may_be_timed(text: str, start: int, form: Form) -> bool:
    """Tell whether a number may belong to a time, from what stands beside it."""
    if form.kind == "count" and form.unit and not _TIME_UNITS.search(form.unit):
        near = _COUNTED.search(text, max(0, start - 1), form.end)
        return bool(near or _COUNTED_TIME.match(text, form.end))
    beside = _TIMED.search(text, max(0, start - _NEAR), form.end + _NEAR)
    return bool(beside or _LATIN.search(text, max(0, start - 4 * _NEAR), form.end + 4 * _NEAR))


def times(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the times of a clause lie.

    Args:
        text: Text in plain characters.
        start: Where the clause begins in it.
        end: Where it ends.
    """
    tokens = (token for token in parse(text[start:end]) if token.kind != "amount")
    return [(start + token.start, start + token.end) for token in tokens]
