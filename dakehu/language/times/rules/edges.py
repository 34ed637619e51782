"""Beginning, middle and end of months and years: 月底, 上旬, 年初, the end of next month."""

from datetime import datetime

from dakehu.language.times.calendar import DAY, Unit, shift
from dakehu.language.times.grammar import Family
from dakehu.language.times.nesting import nest
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.amounts import is_year
from dakehu.language.times.rules.dates import MONTHS, calendar_year
from dakehu.language.times.rules.quarter_edges import FIRST_DAYS, LAST_DAYS
from dakehu.language.times.values import Cyclic, Span, When, day_span, this_unit, unit_span

edges = Family()
english = Family()


def _month_part(first: int, last: int) -> Cyclic:
    """Return the days from first to last of this month."""

    def at(start: datetime) -> Span:
        end = min(start + last * DAY, shift(start, "month", 1))
        return Span(start + (first - 1) * DAY, end, "day")

    return Cyclic("month", "part", at, open=False)


def _last_days(unit: Unit, count: int) -> Cyclic:
    """Return the last days of this month or week."""

    def at(start: datetime) -> Span:
        end = shift(start, unit, 1)
        return Span(end - count * DAY, end, "day")

    return Cyclic(unit, "part", at, open=False, ends_limit=True)


def _year_part(month: int) -> Cyclic:
    """Return the month of this year that its beginning, middle or end is."""
    return Cyclic(
        "year",
        "month",
        lambda start: unit_span(start.replace(month=month), "month"),
        open=False,
        ends_limit=month == 12,
    )


_MONTH_EDGES = (_month_part(1, 5), _month_part(11, 20), _last_days("month", 5))
_MONTH_THIRDS = (_month_part(1, 10), _month_part(11, 20), _month_part(21, 31))
_MONTH_HALVES = (_month_part(1, 15), _month_part(16, 31))
_YEAR_EDGES = (_year_part(1), _year_part(6), _year_part(12))
_WEEK_EDGES = (
    Cyclic("week", "part", lambda week: Span(week, week + 2 * DAY, "day"), open=False),
    Cyclic("week", "day", lambda week: day_span(week + 2 * DAY), open=False),
    _last_days("week", 3),
)


@edges.rule("date", "(n=number | t=(toward | this | toward yue | this yue))? e=month_edge")
def month_edge(e: int, n: int | None = None, t: int | None = None) -> When | None:
    """月底, 3月初, 下月底, 下个月月底."""
    return _of_month(_MONTH_EDGES[e], n, t)


@edges.rule("date", "t=(toward | this) e=week_edge")
def week_edge(e: int, t: int) -> When | None:
    """下周初 (Monday and Tuesday), 下周中 (Wednesday)."""
    return nest(this_unit("week", t), _WEEK_EDGES[e])


@edges.rule("date", "e=month_third", "(n=number | t=(toward | this))? e=yue_third")
def month_third(e: int, n: int | None = None, t: int | None = None) -> When | None:
    """上旬, 12月下旬."""
    return _of_month(_MONTH_THIRDS[e], n, t)


@edges.rule("date", "e=half_month")
def half_month(e: int) -> When:
    """上半月."""
    return _MONTH_HALVES[e]


def _of_month(part: Cyclic, number: int | None, toward: int | None) -> When | None:
    """Return a part of the numbered, the relative or this month."""
    if number is not None:
        return nest(MONTHS[number], part) if number in MONTHS else None
    return part if toward is None else nest(this_unit("month", toward), part)


@edges.rule("date", "(n=number | t=(toward | this))? e=year_edge", "t=yearword e=edge")
def year_edge(e: int, n: Numeral | None = None, t: int | None = None) -> When | None:
    """年底, 2026年初, 去年底."""
    part = _YEAR_EDGES[e]
    if n is not None:
        return nest(calendar_year(n), part) if is_year(n) else None
    return part if t is None else nest(this_unit("year", t), part)


@edges.rule(
    "edge", "en_the? e=(en_end | en_start | en_mid) en_of", "e=(en_early | en_late)", "e=en_mid to?"
)
def english_edge(e: int) -> int:
    """The end of, early."""
    return e


@edges.rule("date", "en_the? u=en_unit to? e=en_end")
def english_end(u: Unit, e: int) -> When | None:
    """Month-end, year end."""
    return edge_of(e, this_unit(u))


@english.rule("date", "e=edge (en_the? d=date | en_the? u=en_unit | y=number | m=en_maybe_month)")
def edge_date(
    e: int, d: When | None = None, u: Unit = "month", y: Numeral | None = None, m: int = 0
) -> When | None:
    """The end of next month, end of the month, mid-December, late March."""
    if m:
        return edge_of(e, MONTHS[m])
    if y is not None:
        return edge_of(e, calendar_year(y)) if len(y.raw) == 4 and is_year(y) else None
    return edge_of(e, d or this_unit(u))


@english.rule("date", "u=en_unit_end")
def unit_end(u: Unit) -> When | None:
    """EOW, EOM, EOY."""
    return edge_of(2, this_unit(u))


@english.rule("date", "en_the? en_day_end", "en_the? en_day_end (en_of | en_on)? d=date")
def day_end(d: When | None = None) -> When | None:
    """EOD, COB tomorrow: by then is within the day."""
    day = d or this_unit("day")
    return day if day.grain == "day" else None


def edge_of(edge: int, period: When) -> When | None:
    """Return beginning, middle or end of a month, year or week (Friday on), the end of a day."""
    if period.grain == "month":
        return nest(period, _MONTH_EDGES[edge])
    if period.grain == "year":
        return nest(period, _YEAR_EDGES[edge])
    if period.grain == "week":
        return nest(period, _WEEK_EDGES[edge])
    if period.grain == "quarter" and edge != 1:
        return nest(period, LAST_DAYS if edge else FIRST_DAYS)
    return period if edge == 2 and period.grain == "day" else None
