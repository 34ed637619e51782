"""English weeks and dated weekdays: week 31, the week beginning Dec 8, workweek, Mon 13th."""

from datetime import datetime

from dakehu.language.times.calendar import DAY, floor, shift
from dakehu.language.times.grammar import Family
from dakehu.language.times.nesting import nest
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.compose import week_of
from dakehu.language.times.rules.dates import day_of_month
from dakehu.language.times.rules.weekdays import WEEKEND
from dakehu.language.times.rules.weekdays import weekday as weekday_of
from dakehu.language.times.values import (
    Cyclic,
    Fixed,
    Frame,
    Span,
    When,
    this_unit,
    unit_span,
)

weeks = Family()
dated = Family()
_A_MONDAY = datetime(2024, 1, 1)  # noqa: DTZ001 - only its day of the week counts
_WORKING_DAYS = Cyclic("week", "part", lambda week: Span(week, week + 5 * DAY, "day"), open=False)


@weeks.rule("date", "en_the? u=en_unit n=number")
def numbered_week(u: str, n: Numeral) -> When | None:
    """Week 31, by ISO 8601: week 1 holds January 4."""
    if u != "week" or not 1 <= n <= 53:
        return None

    def at(year: datetime) -> Span:
        first = floor(year.replace(month=1, day=4), "week")
        return unit_span(first + (n - 1) * 7 * DAY, "week")

    return Cyclic("year", "week", at, open=False)


@weeks.rule("date", "t=(en_last | en_next | en_this) en_workweek", "en_the? en_workweek")
def working_week(t: int = 0) -> When | None:
    """This working week: Monday to Friday."""
    return nest(this_unit("week", t), _WORKING_DAYS)


@dated.rule("date", "en_the? u=en_unit (en_starting | en_start) en_on? d=date")
@dated.rule("date", "en_week_starting d=date")
def week_beginning(d: When, u: str = "week") -> When | None:
    """The week beginning December 7, w/c Dec 7."""
    return week_of(d) if u == "week" else None


@dated.rule("date", "en_the? en_weekend en_of d=date", "d=date en_weekend")
def weekend_of(d: When) -> When | None:
    """The weekend of Halloween."""
    if d.grain != "day" or (isinstance(d, Cyclic) and d.unit != "year"):
        return None

    def settle(frame: Frame) -> Span | None:
        span = d.resolve(frame)
        return WEEKEND.at(floor(span.start, "week")) if span else None

    return Fixed("part", settle)


@dated.rule(
    "date",
    "w=date comma? (en_the? o=en_ordinal | n=number)",
    "m=en_maybe_weekday comma? en_the? o=en_ordinal",
    "w=date comma? d=date",
)
def weekday_and_day(
    w: When | None = None,
    n: Numeral | None = None,
    o: int = 0,
    m: int = 0,
    d: When | None = None,
) -> When | None:
    """Mon 13th, Friday 31: in the next month, or the last, where that day is that weekday."""
    number = day_of_month(o if n is None else n) if d is None else d
    if not isinstance(number, Cyclic) or number.unit != "month" or number.grain != "day":
        return None
    if n is not None and n <= 12:
        return None
    w = w or weekday_of(m)
    weekday = w.at(_A_MONDAY) if isinstance(w, Cyclic) and w.is_weekday else None
    if weekday is None:
        return None
    wanted, day = weekday.start.weekday(), number
    return Fixed("day", lambda frame: _falling_on(day, wanted, frame))


def _falling_on(day: Cyclic, weekday: int, frame: Frame) -> Span | None:
    """Return the day of the month where it falls on a weekday: this month's or the nearest."""
    back = frame.prefer == "past"
    for count in range(36):
        span = day.at(shift(floor(frame.now, "month"), "month", -count if back else count))
        if span and span.start.weekday() == weekday and _lies(span, frame):
            return span
    return None


def _lies(span: Span, frame: Frame) -> bool:
    """Tell whether a day lies where the speaker looks."""
    if frame.prefer is None:
        return True
    return span.start <= frame.now if frame.prefer == "past" else span.end > frame.today
