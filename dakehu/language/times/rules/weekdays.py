"""Days of the week: 周三, 下周三, 周末."""

from dakehu.language.times.calendar import DAY
from dakehu.language.times.grammar import Family
from dakehu.language.times.nesting import nest
from dakehu.language.times.values import Cyclic, Span, When, day_span, this_unit

weekdays = Family()


def weekday(number: int) -> Cyclic:
    """Return a day of the week, Monday 0."""
    return Cyclic("week", "day", lambda start: day_span(start + number * DAY))


WEEKEND = Cyclic(
    "week", "part", lambda week: Span(week + 5 * DAY, week + 7 * DAY, "day"), open=False
)


@weekdays.rule("date", "n=weekday")
def bare(n: int) -> When:
    """周三."""
    return weekday(n)


@weekdays.rule("date", "t=(toward | this) n=weekday")
def of_week(t: int, n: int) -> When | None:
    """下周三, 这周三."""
    return nest(this_unit("week", t), weekday(n))


@weekdays.rule("date", "t=(toward | this)? weekend")
def weekend(t: int = 0) -> When | None:
    """周末, 下周末."""
    return nest(this_unit("week", t), WEEKEND)
