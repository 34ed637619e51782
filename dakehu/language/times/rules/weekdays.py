"""Days of the week: 周三, 下周三, 周末."""

from dataclasses import replace
from datetime import datetime

from dakehu.language.times.calendar import DAY
from dakehu.language.times.grammar import Family
from dakehu.language.times.nesting import Nested, nest
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.values import Cyclic, Span, When, day_span, this_unit

weekdays = Family()
pairs = Family()
_NUMERALS = "一二三四五六"
_A_MONDAY = datetime(2024, 1, 1)  # noqa: DTZ001 - only its day of the week counts


def weekday(number: int) -> Cyclic:
    """Return a day of the week, Monday 0."""
    return Cyclic("week", "day", lambda start: day_span(start + number * DAY))


@weekdays.rule("date", "n=weekday")
def bare(n: int) -> When:
    """周三."""
    return weekday(n)


@weekdays.rule("date", "t=(toward | this) n=weekday")
def of_week(t: int, n: int) -> When | None:
    """下周三, 这周三."""
    return nest(this_unit("week", t), weekday(n))


def _days(first: int, end: int) -> Cyclic:
    """Return days of this week, Monday 0, the end exclusive."""
    return Cyclic(
        "week", "part", lambda week: Span(week + first * DAY, week + end * DAY, "day"), open=False
    )


_HALVES = (_days(0, 3), _days(3, 7))
WEEKEND = _days(5, 7)


@weekdays.rule("date", "h=half_week")
def half_week(h: int) -> When:
    """上半周 (Monday to Wednesday), 下半周."""
    return _HALVES[h]


@pairs.rule("date", "d=date and? (n=number | m=neighbours)")
def days_in_a_row(
    d: When, n: Numeral | None = None, m: tuple[int, int] | None = None
) -> When | None:
    """下周二三, 周三、四, 下周三四五: the day and those after it."""
    inner = d.inner if isinstance(d, Nested) else d
    if not isinstance(inner, Cyclic) or not inner.is_weekday or (n and n.raw not in _NUMERALS):
        return None
    day = inner.at(_A_MONDAY)
    number = m[0] if m else n
    if day is None or number != day.start.weekday() + 2:
        return None
    more = len(m or (n,))
    row = Cyclic("week", "part", lambda week: _longer(inner.at(week), more), inner.open)
    return nest(d.outer, row) if isinstance(d, Nested) else row


def _longer(day: Span | None, more: int) -> Span | None:
    """Return a day and so many more."""
    return replace(day, end=day.end + more * DAY) if day else None


@weekdays.rule("date", "t=(toward | this)? weekend")
def weekend(t: int = 0) -> When | None:
    """周末, 下周末."""
    return nest(this_unit("week", t), WEEKEND)
