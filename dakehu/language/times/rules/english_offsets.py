"""English times counted from now: the 5 past minutes, a fortnight, Monday in two weeks."""

from dakehu.language.times.calendar import Unit, floor, midnight
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At
from dakehu.language.times.nesting import nest
from dakehu.language.times.numeral import is_plural
from dakehu.language.times.rules.amounts import Amount, amount
from dakehu.language.times.rules.around import before as day_before
from dakehu.language.times.rules.around import starting
from dakehu.language.times.rules.bounds import before
from dakehu.language.times.rules.relative import ago, next_stretch, recent
from dakehu.language.times.rules.weekdays import WEEKEND
from dakehu.language.times.values import Cyclic, Fixed, Frame, Span, When, this_unit

stretches = Family()
units = Family()
weekdays = Family()
_BACK = "(en_last | en_past)"
_ON = "(en_next | en_coming | en_following)"


@stretches.rule("date", f"en_the? n=number {_BACK} u=en_unit")
def past(u: Unit, n: int) -> When | None:
    """The 5 past minutes; 3 last week are three of something."""
    return recent(amount(n, u)) if is_plural(u) else None


@stretches.rule("date", f"en_the? n=number {_ON} u=en_unit")
def coming(u: Unit, n: int) -> When | None:
    """The 2 upcoming months."""
    return next_stretch(amount(n, u)) if is_plural(u) else None


@stretches.rule("date", f"en_the? (b={_BACK} | {_ON}) en_fortnight")
def fortnight(b: object = None) -> When:
    """The past fortnight."""
    return (next_stretch if b is None else recent)(amount(2, "week"))


@units.rule("date", "en_for a=amount comma? en_from d=date")
def lasting(a: Amount, d: When) -> When:
    """For 3 days from today."""
    return starting(a, d)


@units.rule("date", "<en_for> en_the u=en_unit", "<en_in> en_the u=en_unit")
def the_unit(u: Unit) -> When | None:
    """My visits for the month."""
    return this_unit(u) if u in ("week", "month", "quarter", "year") else None


@units.rule("rank", "en_the u=en_unit (en_after | en_before)")
def day_after(u: Unit) -> Unit:
    """The day after, of whatever: no time by itself."""
    return u


@units.rule("date", "<en_for> en_the u=en_unit")
def the_day(u: Unit) -> When | None:
    """Away for the day."""
    return this_unit("day") if u == "day" else None


@units.rule("limit", "en_more_than a=amount en_ago", "en_more_than a=amount en_before d=date")
def longer_ago(a: Amount, d: When | None = None) -> When | None:
    """More than 3 months ago."""
    return before(At(ago(a) if d is None else day_before(d, a)))


@units.rule("date", "en_the? en_weekend")
def weekend() -> When | None:
    """At the weekend."""
    return nest(this_unit("week"), WEEKEND)


@weekdays.rule("date", "w=date comma? d=date", "d=date comma? en_on w=date")
def weekday_then(w: When, d: When) -> When | None:
    """Monday two weeks from now: of that week; a month from now on Tuesday: the first one then."""
    if d.grain == "week":
        return nest(d, w)
    if not (isinstance(w, Cyclic) and w.is_weekday and isinstance(d, Fixed) and d.holds):
        return None

    def settle(frame: Frame) -> Span | None:
        span = d.resolve(frame)
        if span is None:
            return None
        if d.holds in ("day", "week"):
            return w.at(floor(span.start, "week"))
        return w.resolve(Frame(midnight(span.start), "future"))

    return Fixed("day", settle)
