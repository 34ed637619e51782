"""English ranges: tomorrow 6-8, from 9 for two hours, the 9th till the 17th, 3 and 12 of Sept."""

from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At, Clock
from dakehu.language.times.nesting import nest
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.dates import calendar_year, day_of_month, of_year, slashed_date
from dakehu.language.times.rules.english_clock import hhmm
from dakehu.language.times.rules.english_dates import is_year
from dakehu.language.times.rules.ranges import in_month_of, lent
from dakehu.language.times.stretch import Stretch
from dakehu.language.times.values import Cyclic

ranges = Family()
days = Family()
_TO = "(to | en_to | en_until)"
_FROM = "(en_from | en_between)"
_HOURS = f"({_FROM}? a=number {_TO} b=number | en_between a=number en_and b=number)"


@ranges.rule("range", f"d=time comma? {_HOURS}", f"{_HOURS} (en_on | en_of | comma)? d=time")
def hours_of_day(d: At, a: Numeral, b: Numeral) -> Stretch | None:
    """Monday 3-8, between 3 and 5 on December 8."""
    if d.grain not in ("day", "part") or d.clock or (d.day is None and d.part is None):
        return None
    first, last = _clock(a), _clock(b)
    if first is None or last is None or (d.part is None and not _within_day(first, last)):
        return None
    return Stretch(At(d.day, d.part, first), At(None, None, last))


def _within_day(first: Clock, last: Clock) -> bool:
    """Tell whether one clock time comes after the other on the same day."""
    latest = last.hour + 12 if last.hour < 12 else last.hour
    return (latest, last.minute or 0) > (first.hour_in(None), first.minute or 0)


@ranges.rule("range", f"{_FROM} a=number {_TO} b=number", "en_between a=number en_and b=number")
def four_digits(a: Numeral, b: Numeral) -> Stretch | None:
    """Between 0730 and 0930."""
    first, last = hhmm(a), hhmm(b)
    return Stretch(At(None, None, first), At(None, None, last)) if first and last else None


def _clock(number: Numeral) -> Clock | None:
    if number.raw.isdigit() and len(number.raw) == 4:
        return hhmm(number)
    return Clock(number, literal=number > 12) if number <= 24 else None


@ranges.rule("range", f"{_HOURS} (en_in | en_of) d=time")
def days_of_month(d: At, a: Numeral, b: Numeral) -> Stretch | None:
    """From 4-23 in next month."""
    first, last = day_of_month(a), day_of_month(b)
    if d.grain != "month" or d.day is None or first is None or last is None:
        return None
    return Stretch(At(nest(d.day, first)), At(nest(d.day, last)))


@ranges.rule(
    "range",
    f"{_FROM}? a=time {_TO} en_the? n=en_ordinal",
    "en_between a=time en_and en_the? n=en_ordinal",
)
def to_ordinal(a: At, n: int) -> Stretch | None:
    """April 9th through 17th."""
    day = day_of_month(n) if a.grain == "day" and a.clock is None else None
    return Stretch(a, At(day)) if day else None


@ranges.rule("range", f"{_FROM} n=en_ordinal {_TO} b=time", "en_between n=en_ordinal en_and b=time")
@ranges.rule("range", f"{_FROM}? a=time {_TO} b=time", "en_between a=time en_and b=time")
def day_first(b: At, n: int | None = None, a: At | None = None) -> Stretch | None:
    """From ninth till seventeenth of April, the 8th to December 10: both in the right side's."""
    first = day_of_month(n) if n is not None else a.day if a and a.clock is None else None
    last = b.day if b.clock is None and b.grain == "day" else None
    if not (isinstance(first, Cyclic) and first.unit == "month" and first.grain == "day"):
        return None
    if not (isinstance(last, Cyclic) and last.unit == "year"):
        return None
    return Stretch(At(in_month_of(last, first)), b)


@ranges.rule(
    "range",
    f"{_FROM}? (a=slash | x=time) {_TO} b=slash",
    f"{_FROM}? (a=slash | x=time) {_TO} b=slash comma? y=number",
)
def slashed(
    b: tuple[int, int],
    a: tuple[int, int] | None = None,
    x: At | None = None,
    y: Numeral | None = None,
) -> Stretch | None:
    """5/1-5/7, 2026."""
    first, last = x or At(slashed_date(a) if a else None), slashed_date(b)
    if first.day is None or first.grain != "day" or first.clock or last is None:
        return None
    if y is None:
        return Stretch(first, At(last))
    return Stretch(first, At(of_year(y, last))) if is_year(y) else None


@ranges.rule("range", f"{_FROM}? v=decimal {_TO} b=time", "en_between v=decimal en_and b=time")
def dotted_hours(v: str, b: At) -> Stretch | None:
    """9.30-4.30pm."""
    hour, minute = v.split(".")
    if b.clock is None or not b.clock.meridiem or len(minute) != 2:
        return None
    first = lent(Clock(int(hour), int(minute)), b.clock)
    return Stretch(At(b.day, b.part, first), b) if first.valid else None


@ranges.rule("range", "en_between a=time en_and y=number")
def to_year(a: At, y: Numeral) -> Stretch | None:
    """Between 2024 and 2026."""
    return Stretch(a, At(calendar_year(y))) if a.grain == "year" and is_year(y) else None
