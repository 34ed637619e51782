"""Units of the calendar: 本周, 上个月, 下季度, 去年, 上半年, and their parts: 月底, 上旬, 年初."""

from datetime import datetime

from dakehu.language.times.amounts import is_year
from dakehu.language.times.calendar import DAY, shift
from dakehu.language.times.dates import month, year
from dakehu.language.times.grammar import Family
from dakehu.language.times.lexer import Numeral
from dakehu.language.times.values import Cyclic, Span, When, nest, this_unit, unit_span

units = Family()


@units.rule("date", "n=day")
def day(n: int) -> When:
    """今天, 后天."""
    return this_unit("day", n)


@units.rule("date", "n=toward week", "n=this week")
def week(n: int) -> When:
    """上周, 本周."""
    return this_unit("week", n)


@units.rule("date", "n=toward yue", "n=this yue")
def month_unit(n: int) -> When:
    """上个月, 本月."""
    return this_unit("month", n)


@units.rule("date", "n=toward quarter", "n=this quarter")
def quarter(n: int) -> When:
    """下季度."""
    return this_unit("quarter", n)


@units.rule("date", "n=yearword", "n=toward nian", "n=this nian")
def year_unit(n: int) -> When:
    """去年, 下一年."""
    return this_unit("year", n)


def quarter_of_year(number: int) -> Cyclic | None:
    """Return a quarter of this year."""
    if not 1 <= number <= 4:
        return None
    return Cyclic(
        "year",
        "quarter",
        lambda start: unit_span(start.replace(month=number * 3 - 2), "quarter"),
        open=False,
    )


@units.rule("date", "n=number quarter", "di n=number ge? quarter", "n=quarter_number")
def numbered_quarter(n: int) -> When | None:
    """三季度, 第三季度, Q3."""
    return quarter_of_year(n)


def half_of_year(number: int) -> Cyclic:
    """Return the first or second half of this year."""
    return Cyclic(
        "year",
        "half",
        lambda start: unit_span(start.replace(month=number * 6 + 1), "half"),
        open=False,
    )


@units.rule("date", "n=half_year")
def half_year(n: int) -> When:
    """上半年."""
    return half_of_year(n)


@units.rule("date", "n=half_number")
def half_number(n: int) -> When:
    """H1."""
    return half_of_year(n - 1)


def month_part(first: int, last: int) -> Cyclic:
    """Return the days from first to last of this month."""

    def at(start: datetime) -> Span:
        return Span(
            start + (first - 1) * DAY, min(start + last * DAY, shift(start, "month", 1)), "day"
        )

    return Cyclic("month", "part", at, open=False)


def month_end() -> Cyclic:
    """Return the last five days of this month."""

    def at(start: datetime) -> Span:
        end = shift(start, "month", 1)
        return Span(end - 5 * DAY, end, "day")

    return Cyclic("month", "part", at, open=False, ends_limit=True)


MONTH_EDGES = (month_part(1, 5), month_part(11, 20), month_end())
MONTH_THIRDS = (month_part(1, 10), month_part(11, 20), month_part(21, 31))


@units.rule(
    "date", "e=month_edge", "n=number e=month_edge", "t=toward e=month_edge", "t=this e=month_edge"
)
def month_edge(e: int, n: int | None = None, t: int | None = None) -> When | None:
    """月底, 3月初, 下月底."""
    return _of_month(MONTH_EDGES[e], n, t)


@units.rule(
    "date",
    "e=month_third",
    "e=yue_third",
    "n=number e=yue_third",
    "t=toward e=yue_third",
    "t=this e=yue_third",
)
def month_third(e: int, n: int | None = None, t: int | None = None) -> When | None:
    """上旬, 12月下旬."""
    return _of_month(MONTH_THIRDS[e], n, t)


@units.rule("date", "e=half_month")
def half_month(e: int) -> When:
    """上半月."""
    return month_part(1, 15) if e == 0 else month_part(16, 31)


def _of_month(part: Cyclic, number: int | None, toward: int | None) -> When | None:
    """Return a part of the numbered, the relative or this month."""
    if number is not None:
        outer = month(number)
        return nest(outer, part) if outer else None
    return part if toward is None else nest(this_unit("month", toward), part)


def year_edge(number: int) -> Cyclic:
    """Return the first, the middle or the last month of this year."""
    first = (1, 6, 12)[number]
    return Cyclic(
        "year",
        "month",
        lambda start: unit_span(start.replace(month=first), "month"),
        open=False,
        ends_limit=number == 2,
    )


@units.rule(
    "date",
    "e=year_edge",
    "n=number e=year_edge",
    "t=yearword e=edge",
    "t=toward e=year_edge",
    "t=this e=year_edge",
)
def edge_of_year(e: int, n: Numeral | None = None, t: int | None = None) -> When | None:
    """年底, 2026年初, 去年底."""
    part = year_edge(e)
    if n is not None:
        return nest(year(n), part) if is_year(n) else None
    return part if t is None else nest(this_unit("year", t), part)
