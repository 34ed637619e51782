"""From A to B: each side inherits what it leaves out from the other."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dakehu.language.times.calendar import DAY, floor
from dakehu.language.times.dates import day_of_month, month, year
from dakehu.language.times.grammar import Family
from dakehu.language.times.lexer import Numeral
from dakehu.language.times.moments import At, Clock
from dakehu.language.times.values import Cyclic, Fixed, Frame, Nested, Span, nest
from dakehu.language.times.weekdays import weekday

ranges = Family()


@dataclass(frozen=True, slots=True)
class Range:
    """The time from the start of one moment to the end of another."""

    first: At
    last: At
    grain: str = "range"

    def resolve(self, frame: Frame) -> Span | None:
        """Return the span, None where the two make none."""
        start = _start(self.first, self.last, frame)
        if start is None:
            return None
        end = _end(self.first, self.last, start, frame)
        if end is None or end[0] <= start.start:
            return None
        return Span(start.start, end[0], end[1], assumed=start.assumed)


def _start(first: At, last: At, frame: Frame) -> Span | None:
    """Settle the first side; a later side with a named period lends it (Monday to Wednesday next week)."""
    day = last.day
    if isinstance(day, Nested) and day.inherits_left and isinstance(first.day, Cyclic):
        lent = nest(day.outer, first.day)
        if lent:
            return replace(first, day=lent).resolve(frame)
    return first.resolve(frame)


def _end(first: At, last: At, start: Span, frame: Frame) -> tuple[datetime, str] | None:
    """Return where the last side ends, and its grain."""
    if last.day is None:
        return _clock_end(first, last, start)
    day = last.day
    if isinstance(day, Cyclic):
        frame = Frame(start.start, "future")
    span = replace(last, day=day).resolve(frame)
    if span is None:
        return None
    return (span.start if last.clock else span.end), span.grain


def _clock_end(first: At, last: At, start: Span) -> tuple[datetime, str]:
    """Return the first reading of a clock time or part of day that lies after the start."""
    base = floor(start.start, "day")
    if (
        first.part
        and first.part.half == "night"
        and first.clock
        and first.clock.hour_in(first.part) >= 24
    ):
        base -= DAY
    readings = (
        [last]
        if last.part or (last.clock and last.clock.meridiem)
        else [replace(last, part=first.part), last]
    )
    if (
        last.clock
        and not last.part
        and not last.clock.meridiem
        and not first.part
        and first.clock
        and first.clock.meridiem
    ):
        readings.insert(0, replace(last, clock=replace(last.clock, meridiem=first.clock.meridiem)))
    for days in (0, 1):
        for reading in readings:
            span = reading.on(base + timedelta(days=days))
            end = span.start if last.clock else span.end
            if end > start.start:
                return end, span.grain
    return start.end, start.grain


@ranges.rule(
    "range",
    "from? a=time to b=time",
    "en_from a=time en_to b=time",
    "a=time en_to b=time",
    "en_from? a=time en_until b=time",
    "en_between a=time en_and b=time",
    "a=time (and | to) b=time de? between",
)
def two_sided(a: At, b: At) -> Range | None:
    """12月8号到10号, 下午2点到4点."""
    if a.clock is None and b.clock and a.part is None and b.day is None:
        return None
    if (
        a.clock
        and b.clock
        and b.clock.meridiem
        and not a.clock.meridiem
        and not a.part
        and a.clock.hour <= 12
    ):
        a = replace(a, clock=_lent(a.clock, b.clock))
    return Range(a, b)


@ranges.rule(
    "range",
    "from? d=time? n=number to b=time",
    "en_between n=number en_and b=time",
    "en_from? n=number en_to b=time",
)
def number_first(n: Numeral, b: At, d: At | None = None) -> Range | None:
    """3到5月, 12月8到10号, 9-10点, 2 to 4 pm."""
    first = _like(n, b)
    if first is None:
        return None
    if d is None:
        return Range(first, b)
    if first.clock:
        return (
            Range(replace(first, day=d.day, part=d.part), replace(b, day=None))
            if d.clock is None
            else None
        )
    inner = nest(d.day, first.day) if d.day and first.day else None
    return Range(At(inner), b) if inner else None


@ranges.rule("range", "from? a=time to n=number")
def number_last(a: At, n: Numeral) -> Range | None:
    """周一到五."""
    is_week = isinstance(a.day, Cyclic | Nested) and _inner(a.day).unit == "week"
    return Range(a, At(weekday(n - 1))) if is_week and 1 <= n <= 7 and not a.clock else None


def _inner(day: Cyclic | Nested) -> Cyclic:
    """Return the innermost cycle."""
    return day.inner if isinstance(day, Nested) else day


def _like(n: Numeral, b: At) -> At | None:
    """Read a bare number as the same kind of thing as the other side."""
    if b.clock:
        clock = _lent(Clock(n), b.clock)
        return At(b.day, b.part, clock) if clock.valid else None
    if isinstance(b.day, Fixed) and b.day.grain == "year" and len(n.raw) == 4:
        return At(year(n))
    if isinstance(b.day, Cyclic) and b.day.grain == "month" and month(n):
        return At(month(n))
    if isinstance(b.day, Cyclic) and b.day.grain == "day" and day_of_month(n):
        return At(day_of_month(n))
    return None


def _lent(clock: Clock, other: Clock) -> Clock:
    """Give a clock time the other's am or pm where it then lies before it (11 to 2 pm: 11 am)."""
    if not other.meridiem or clock.hour > 12:
        return clock
    same = replace(clock, meridiem=other.meridiem)
    if (same.hour_in(None), same.minute or 0) < (other.hour_in(None), other.minute or 0):
        return same
    return replace(clock, meridiem="am" if other.meridiem == "pm" else "pm")
