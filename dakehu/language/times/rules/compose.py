"""Dates within dates, and days, parts of day and clock times into moments."""

from dakehu.language.times.calendar import floor
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At, Clock, Part
from dakehu.language.times.nesting import Nested, nest
from dakehu.language.times.rules.dates import dotted_date, slashed_date
from dakehu.language.times.values import Cyclic, Fixed, Frame, Span, When, this_unit, unit_span

nesting = Family()
moments = Family()


@nesting.rule("date", "a=date (de | en_on)? b=date", "a=date de? b=date de? c=date")
def within(a: When, b: When, c: When | None = None) -> When | None:
    """明年3月, 下周的周三, 2026年11月24日."""
    inner = nest(a, b)
    return inner if c is None or inner is None else nest(inner, c)


@nesting.rule("date", "a=date (comma | open)? b=date close?")
def with_weekday(a: When, b: When) -> When | None:
    """12月9日(周三): the weekday adds nothing to a date."""
    dated = a.grain == "day" and not _is_weekday(a)
    return a if _is_weekday(b) and dated else None


def _is_weekday(when: When) -> bool:
    """Tell whether it is a day of the week, of a named week or not."""
    day = when.inner if isinstance(when, Nested) else when
    return isinstance(day, Cyclic) and day.is_weekday


@nesting.rule("date", "w=date comma? d=date")
def after_weekday(w: When, d: When) -> When | None:
    """Friday, December 11: the date counts."""
    return with_weekday(d, w)


@nesting.rule("date", "d=date that_week", "en_the? u=en_unit en_of d=date")
def week_of(d: When, u: str = "week") -> When | None:
    """12月8号那周, the week of December 8."""
    if d.grain != "day" or u != "week":
        return None

    def settle(frame: Frame) -> Span | None:
        span = d.resolve(frame)
        return unit_span(floor(span.start, "week"), "week") if span else None

    return Fixed("week", settle)


@nesting.rule("date", "d=date that_day")
def that_day(d: When) -> When | None:
    """中秋节当天."""
    return d if d.grain == "day" else None


@moments.rule("time", "d=date")
def whole(d: When) -> At:
    """A date by itself."""
    return At(d)


@moments.rule("time", "d=date de? on? p=part (de? c=clock)?", "d=date p=shortpart c=clock?")
@moments.rule("time", "d=date de? (c=clock | p=slip c=clock)")
def on_day(d: When, p: Part | None = None, c: Clock | None = None) -> At | None:
    """周三下午3点, 周五晚."""
    return At(d, p, c) if d.grain == "day" else None


@moments.rule("time", "(n=decimal | s=slash) (p=part c=clock? | c=clock)")
def on_typed_day(
    n: str | None = None,
    s: tuple[int, int] = (0, 0),
    p: Part | None = None,
    c: Clock | None = None,
) -> At | None:
    """12.8下午3点: a decimal is a date where a time of day follows."""
    day = dotted_date(n) if n else slashed_date(s)
    return At(day, p, c) if day else None


@moments.rule("time", "(d=date de?)? p=part n=decimal")
def dotted(p: Part, n: str, d: When | None = None) -> At | None:
    """下午3.30."""
    hour, minute = n.split(".")
    is_clock = len(minute) == 2 and int(hour) <= 24 and int(minute) < 60
    of_day = d is None or d.grain == "day"
    return At(d, p, Clock(int(hour), int(minute))) if is_clock and of_day else None


@moments.rule("time", "d=daypart (de? c=clock)?")
def on_short_day(d: tuple[int, Part], c: Clock | None = None) -> At:
    """今晚8点."""
    return At(this_unit("day", d[0]), d[1], c)


@moments.rule("time", "p=part c=clock?", "c=clock", "p=slip c=clock", "p=shortpart c=clock")
def today(p: Part | None = None, c: Clock | None = None) -> At:
    """下午3点, 15:20, 晚八点."""
    return At(None, p, c)
