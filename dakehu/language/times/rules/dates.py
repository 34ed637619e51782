"""Dates of the calendar: 12月8日, 25号, 2026年, 12/8, 2026-11-24, 三月."""

from datetime import datetime

from dakehu.language.times.grammar import Family
from dakehu.language.times.nesting import Nested, nest
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.amounts import is_year
from dakehu.language.times.values import Cyclic, Fixed, Span, When, day_span, unit_span

dates = Family()


def _month(number: int) -> Cyclic:
    """Return a month of the year."""
    return Cyclic("year", "month", lambda start: unit_span(start.replace(month=number), "month"))


MONTHS = {number: _month(number) for number in range(1, 13)}


def day_of_month(number: int) -> Cyclic | None:
    """Return a day of the month."""
    if not 1 <= number <= 31:
        return None
    return Cyclic("month", "day", lambda start: _day(start.year, start.month, number))


def month_day(month: int, day: int) -> Cyclic:
    """Return a day of the year, of no span where there is none (2月30日)."""
    return Cyclic("year", "day", lambda start: _day(start.year, month, day))


def _day(year: int, month: int, day: int) -> Span | None:
    """Return the span of a date, None where it does not exist."""
    try:
        return day_span(datetime(year, month, day))  # noqa: DTZ001 - naive until the end
    except ValueError:
        return None


def calendar_year(number: int) -> Fixed:
    """Return a year; two digits are of this century."""
    start = datetime(number if number > 99 else 2000 + number, 1, 1)  # noqa: DTZ001
    return Fixed("year", lambda _: unit_span(start, "year"))


def of_year(year: int, inner: Cyclic) -> Nested:
    """Return a time within a year, which it lends to the left side of a range."""
    return Nested(calendar_year(year), inner, lends=True)


@dates.rule("date", "n=number nian")
def year(n: Numeral) -> When | None:
    """2026年, 08年."""
    return calendar_year(n) if is_year(n) else None


@dates.rule("date", "y=number nian m=number yue (d=number hao?)?")
def short_year(y: Numeral, m: Numeral, d: Numeral | None = None) -> When | None:
    """18年10月1日: before a month, two digits are a year too."""
    if len(y.raw) not in (2, 4) or m > 99 or (d is not None and d > 99):
        return None
    if d is not None:
        return nest(calendar_year(y), month_day(m, d))
    return nest(calendar_year(y), MONTHS[m]) if m in MONTHS else None


@dates.rule("date", "n=year_number")
def year_of_quarter(n: int) -> When:
    """The year of 2026Q3."""
    return calendar_year(n)


@dates.rule("date", "n=number yue")
def month(n: Numeral) -> When | None:
    """3月, 十二月份."""
    return MONTHS.get(n)


@dates.rule("date", "m=number yue d=number hao")
def month_and_day(m: Numeral, d: Numeral) -> When | None:
    """12月8日."""
    return month_day(m, d) if m < 100 and d < 100 else None


@dates.rule("date", "m=number yue d=number")
def month_and_bare_day(m: Numeral, d: Numeral) -> When | None:
    """12月8, 十一月二十四; not 3月一共."""
    return month_and_day(m, d) if d.raw.isdigit() or len(d.raw) > 1 else None


@dates.rule("date", "n=(number | lunar_day) hao")
def day_number(n: int) -> When | None:
    """25号, 廿五号."""
    return day_of_month(n)


@dates.rule("date", "n=decimal hao")
def dotted(n: str) -> When | None:
    """12.8号."""
    return dotted_date(n)


def dotted_date(written: str) -> Cyclic | None:
    """Return the day of 12.8, None for a decimal that is none."""
    m, d = (int(part) for part in written.split("."))
    return month_day(m, d) if 1 <= m <= 12 and 1 <= d <= 31 else None


@dates.rule("date", "v=ymd hao?")
def typed_date(v: tuple[int, int, int]) -> When:
    """2026-11-24, 2026/11/24, 11/24/2026."""
    return of_year(v[0], month_day(v[1], v[2]))


@dates.rule("date", "v=ym")
def typed_month(v: tuple[int, int]) -> When:
    """2026-11."""
    start = datetime(v[0], v[1], 1)  # noqa: DTZ001
    return Fixed("month", lambda _: unit_span(start, "month"))


@dates.rule("date", "v=slash hao?")
def slashed(v: tuple[int, int]) -> When | None:
    """12/8; not 1/2 or 3/4, which are fractions."""
    m, d = v
    return None if m < d <= 10 else slashed_date(v)


def slashed_date(v: tuple[int, int]) -> Cyclic | None:
    """Return the day of 12/8 (or of 22/4), None where there is none."""
    m, d = v if v[0] <= 12 else (v[1], v[0])
    return month_day(m, d) if 1 <= m <= 12 and 1 <= d <= 31 else None
