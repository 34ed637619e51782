"""From A to B: 12月8号到10号, 下午2点到4点, 3到5月, 周一至五, 2 to 4 pm, March to May."""

from dataclasses import replace
from datetime import datetime

from dakehu.language.times.calendar import floor, shift
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At, Clock
from dakehu.language.times.nesting import Nested, nest
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.dates import MONTHS, calendar_year, day_of_month, slashed_date
from dakehu.language.times.rules.weekdays import weekday
from dakehu.language.times.stretch import Stretch
from dakehu.language.times.values import Cyclic, Fixed, Span

ranges = Family()
_TO = "(to | en_to | en_until)"
_FROM = "(from | en_from)"


@ranges.rule("range", f"{_FROM}? a=time {_TO} b=time", "en_between a=time en_and b=time")
@ranges.rule("range", "from? a=time (onward | begin)? to b=time stop?")
@ranges.rule("range", "a=time (and | to) b=time de? between")
def two_sided(a: At, b: At) -> Stretch | None:
    """12月8号到10号, 下午2点到4点."""
    if b.clock and b.day is None and a.clock is None and a.part is None and a.grain != "minute":
        return None  # 明天到下午3点 is no stretch
    if a.clock and b.clock is None and b.part is None and b.grain not in ("minute", "day"):
        return None  # nor is 3pm - this week
    if a.clock and b.clock and not a.clock.meridiem and not a.part and a.clock.hour <= 12:
        a = replace(a, clock=lent(a.clock, b.clock))
    return Stretch(a, b)


@ranges.rule("range", f"{_FROM}? n=number {_TO} b=time", "en_between n=number en_and b=time")
def number_first(n: Numeral, b: At) -> Stretch | None:
    """3到5月, 8到10号, 9-10点, 2 to 4 pm."""
    first = _like(n, b)
    return Stretch(first, b) if first else None


@ranges.rule("range", f"{_FROM}? d=time {_FROM}? n=number {_TO} b=time")
def number_within(d: At, n: Numeral, b: At) -> Stretch | None:
    """12月8到10号, 明天下午2到4点."""
    first = _like(n, b)
    if first is None or d.clock or (d.day is None and d.part is None):
        return None
    if first.clock:
        return Stretch(replace(first, day=d.day, part=d.part), replace(b, day=None))
    inner = nest(d.day, first.day) if d.day and first.day else None
    return Stretch(At(inner), b) if inner else None


@ranges.rule(
    "range", f"{_FROM}? a=time (to | en_to) n=number", "en_between a=time en_and n=en_ordinal"
)
def number_last(a: At, n: Numeral) -> Stretch | None:
    """周一至五, Dec 8 to 10, 9:30到11."""
    if a.clock:
        return Stretch(a, At(None, None, Clock(n))) if n <= 24 else None
    if a.part or a.grain not in ("day", "year"):
        return None
    inner = a.day.inner if isinstance(a.day, Nested) else a.day
    if a.grain == "day" and isinstance(inner, Cyclic) and inner.unit == "year":
        day = day_of_month(n)
        return Stretch(a, At(day)) if day else None
    last = _like(n, a)
    return Stretch(a, last) if last else None


@ranges.rule("range", f"{_FROM}? a=slash {_TO} (b=slash | c=time)")
def slashed(a: tuple[int, int], b: tuple[int, int] = (0, 0), c: At | None = None) -> Stretch | None:
    """3/5-3/8: in a range these are no fractions."""
    first, last = slashed_date(a), c or At(slashed_date(b))
    return Stretch(At(first), last) if first and last.day and last.grain == "day" else None


@ranges.rule("range", f"{_FROM}? m=en_maybe_month {_TO} (b=time | n=en_maybe_month)")
@ranges.rule("range", "en_between m=en_maybe_month en_and (b=time | n=en_maybe_month)")
def maybe_month_first(m: int, b: At | None = None, n: int = 0) -> Stretch | None:
    """March to June."""
    last = b or At(MONTHS[n])
    return Stretch(At(MONTHS[m]), last) if last.grain == "month" else None


@ranges.rule("range", f"{_FROM}? a=time {_TO} n=en_maybe_month")
def maybe_month_last(a: At, n: int) -> Stretch | None:
    """January to March."""
    return Stretch(a, At(MONTHS[n])) if a.grain == "month" else None


def _like(n: Numeral, other: At) -> At | None:
    """Read a bare number as the same kind of thing as the other side."""
    if other.clock:
        clock = lent(Clock(n), other.clock)
        return At(other.day, other.part, clock) if clock.valid else None
    day = other.day.inner if isinstance(other.day, Nested) else other.day
    if isinstance(day, Fixed) and day.grain == "year" and len(n.raw) == 4:
        return At(calendar_year(n))
    if not isinstance(day, Cyclic) or (day.grain == "month" and n not in MONTHS):
        return None
    if day.grain == "month":
        return At(MONTHS[n])
    found = _like_day(n, day) if day.grain == "day" else None
    return At(found) if found else None


def _like_day(n: int, day: Cyclic) -> Cyclic | None:
    """Read a number as a day of the week, the month, or the other side's month."""
    if day.unit == "week":
        return weekday(n - 1) if 1 <= n <= 7 else None
    found = day_of_month(n)
    if found is None or day.unit == "month":
        return found
    return in_month_of(day, found)


def in_month_of(last: Cyclic, first: Cyclic) -> Cyclic:
    """Return the day of the month in the month of a later day, or in the month before."""

    def at(start: datetime) -> Span | None:
        end = last.at(start)
        if end is None:
            return None
        month = floor(end.start, "month")
        found = first.at(month)
        return found if found and found.start <= end.start else first.at(shift(month, "month", -1))

    return Cyclic(last.unit, "day", at, last.open)


def lent(clock: Clock, other: Clock) -> Clock:
    """Give a clock time the other's am or pm where it then lies before it (11 to 2 pm: 11 am)."""
    if not other.meridiem or clock.meridiem or clock.hour > 12:
        return clock
    same = replace(clock, meridiem=other.meridiem)
    if (same.hour_in(None), same.minute or 0) < (other.hour_in(None), other.minute or 0):
        return same
    return replace(clock, meridiem="am" if other.meridiem == "pm" else "pm")
