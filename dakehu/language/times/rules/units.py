"""Units of the calendar: 本周, 上个月, 下季度, 去年, 上半年, Q3, 今明两天."""

from datetime import datetime

from dakehu.language.times.calendar import DAY, Unit, shift
from dakehu.language.times.grammar import Family
from dakehu.language.times.values import (
    Cyclic,
    Fixed,
    Frame,
    Span,
    When,
    day_span,
    this_unit,
    unit_span,
)

units = Family()


@units.rule("date", "n=day")
def day(n: int) -> When:
    """今天, 后天, tomorrow."""
    return this_unit("day", n)


@units.rule("date", "t=yearword de? n=day")
def this_day_of_year(t: int, n: int) -> When | None:
    """去年的今天."""
    return _today_moved("year", t) if n == 0 else None


@units.rule("date", "t=toward yue de? n=day")
def this_day_of_month(t: int, n: int) -> When | None:
    """上个月的今天."""
    return _today_moved("month", t) if n == 0 else None


def _today_moved(unit: Unit, count: int) -> Fixed:
    """Return the day of today's number in another month or year."""
    return Fixed("day", lambda frame: day_span(shift(frame.today, unit, count)))


@units.rule("date", "n=few_days")
def few_days(n: tuple[int, int]) -> When:
    """今明两天, 明后天, 今明后三天."""
    first, count = n

    def settle(frame: Frame) -> Span:
        return Span(frame.today + first * DAY, frame.today + (first + count) * DAY, "day")

    return Fixed("part", settle)


@units.rule("date", "n=(toward | this) week")
def week(n: int) -> When:
    """上周, 本周."""
    return this_unit("week", n)


@units.rule("date", "n=(toward | this) yue")
def month(n: int) -> When:
    """上个月, 本月."""
    return this_unit("month", n)


@units.rule("date", "n=(toward | this) quarter")
def quarter(n: int) -> When:
    """下季度."""
    return this_unit("quarter", n)


@units.rule("date", "n=(toward | this) half nian")
def half(n: int) -> When:
    """上个半年."""
    return this_unit("half", n)


@units.rule("date", "n=yearword", "n=(toward | this) nian")
def year(n: int) -> When:
    """去年, 下一年."""
    return this_unit("year", n)


@units.rule("date", "(t=(this | toward))? u=unit_within")
def within(u: Unit, t: int = 0) -> When:
    """年内, 本月内, 下周内: the whole unit."""
    return this_unit(u, t)


@units.rule("date", "n=number quarter", "n=quarter_number")
def numbered_quarter(n: int) -> When | None:
    """三季度, 第三季度, Q3."""
    return quarter_of_year(n) if 1 <= n <= 4 else None


@units.rule("date", "di n=number ge? quarter")
def ordinal_quarter(n: int) -> When | None:
    """第三季度, 第三个季度."""
    return quarter_of_year(n) if 1 <= n <= 4 else None


@units.rule("date", "n=half_year", "n=half_number")
def half_year(n: int) -> When:
    """上半年, H1."""
    return half_of_year(n)


@units.rule("date", "qian n=number ge? quarter")
def first_quarters(n: int) -> When | None:
    """前三季度: not the third, all three."""

    def at(start: datetime) -> Span:
        return Span(start, shift(start, "quarter", n), "quarter")

    return Cyclic("year", "part", at, open=False) if 1 <= n <= 4 else None


def quarter_of_year(number: int) -> Cyclic:
    """Return a quarter of this year."""
    return _piece_of_year("quarter", number * 3 - 2)


def half_of_year(number: int) -> Cyclic:
    """Return the first or second half of this year."""
    return _piece_of_year("half", number * 6 - 5)


def _piece_of_year(unit: Unit, month: int) -> Cyclic:
    """Return the quarter or half of this year that starts with a month."""
    return Cyclic(
        "year", unit, lambda start: unit_span(start.replace(month=month), unit), open=False
    )
