"""Times that come again: 每周一早上九点, 每月15号, every Monday at 9am, weekly."""

from dataclasses import dataclass, replace
from typing import Literal

from dakehu.language.times.amounts import Amount
from dakehu.language.times.grammar import Family
from dakehu.language.times.lexer import Numeral
from dakehu.language.times.moments import At, Clock, Part

days = Family()
intervals = Family()
clocks = Family()

Frequency = Literal["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_UNITS: dict[str, tuple[Frequency, int]] = {
    "hour": ("HOURLY", 1), "day": ("DAILY", 1), "week": ("WEEKLY", 1), "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3), "half": ("MONTHLY", 6), "year": ("YEARLY", 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A recurring time, as the parts of an RFC 5545 RRULE."""

    frequency: Frequency
    interval: int = 1
    by: tuple[tuple[str, str], ...] = ()
    part: Part | None = None

    @property
    def rule(self) -> str:
        """Return the RRULE."""
        interval = [f"INTERVAL={self.interval}"] if self.interval > 1 else []
        return ";".join([f"FREQ={self.frequency}", *interval, *(f"{k}={v}" for k, v in self.by)])


def every(unit: str, count: int = 1, *by: tuple[str, str]) -> Recurrence | None:
    """Return what comes every `count` units."""
    if unit not in _UNITS or count < 1:
        return None
    frequency, factor = _UNITS[unit]
    return Recurrence(frequency, count * factor, by)


def on_weekdays(numbers: list[int]) -> Recurrence | None:
    """Return what comes weekly on the given days, Monday 0."""
    if not all(0 <= number <= 6 for number in numbers):
        return None
    names = ",".join(_WEEKDAYS[number] for number in sorted(set(numbers)))
    return Recurrence("WEEKLY", 1, (("BYDAY", names),))


@days.rule("every", "every week", "every ge week")
def each_week() -> Recurrence | None:
    """每周."""
    return every("week")


@days.rule("every", "every u=unit", "en_every u=en_unit")
def each_unit(u: str) -> Recurrence | None:
    """每天, every month."""
    return every(u)


@days.rule("every", "every yue", "every month_unit")
def each_month() -> Recurrence | None:
    """每月."""
    return every("month")


@days.rule("every", "every nian")
def each_year() -> Recurrence | None:
    """每年."""
    return every("year")


@days.rule("every", "every quarter", "every ge quarter")
def each_quarter() -> Recurrence | None:
    """每季度."""
    return every("quarter")


@days.rule("every", "every workday", "en_every en_workday", "en_every en_business en_unit")
def each_workday() -> Recurrence | None:
    """每个工作日."""
    return on_weekdays([0, 1, 2, 3, 4])


@days.rule("every", "every weekend", "en_every en_weekend")
def each_weekend() -> Recurrence | None:
    """每个周末."""
    return on_weekdays([5, 6])


@days.rule("every", "every a=weekday to b=weekday", "en_every a=en_weekday en_to b=en_weekday")
def weekday_range(a: int, b: int) -> Recurrence | None:
    """每周一到周五."""
    return on_weekdays(list(range(a, b + 1))) if a < b else None


@days.rule(
    "every",
    "every a=weekday",
    "every a=weekday and? b=weekday",
    "every a=weekday and? b=weekday and? c=weekday",
    "every a=weekday and? n=number",
    "every a=weekday and n=number and m=number",
    "every a=weekday to t=number",
    "en_every (a=en_weekday | a2=en_maybe_weekday)",
    "en_every a=en_weekday comma? en_and? b=en_weekday",
)
def weekday(
    a: int | None = None,
    a2: int = 0,
    b: int | None = None,
    c: int | None = None,
    n: Numeral | None = None,
    m: Numeral | None = None,
    t: Numeral | None = None,
) -> Recurrence | None:
    """每周一, 每周一三五, every Monday and Thursday."""
    first = a2 if a is None else a
    if t is not None:
        return on_weekdays(list(range(first, t)))
    digits = str(int(n or 0) if n else "") + (str(int(m)) if m else "")
    more = [int(digit) - 1 for digit in digits]
    return on_weekdays([first, *(day for day in (b, c) if day is not None), *more])


@days.rule("every", "en_every en_other u=en_unit")
@intervals.rule("every", "every a=amount", "en_every a=amount")
def interval(a: Amount | None = None, u: str = "") -> Recurrence | None:
    """每两周, every three days, every other week."""
    if a is None:
        return every(u, 2)
    count, unit = a.parts[0]
    return every(unit, int(count)) if len(a.parts) == 1 and count == int(count) else None


@days.rule("every", "f=en_often")
def adverb(f: Frequency) -> Recurrence:
    """Weekly."""
    return Recurrence(f)


@days.rule("every", "every n=number hao", "every yue n=number hao", "every month_unit n=number hao")
def monthly(n: int) -> Recurrence | None:
    """每月15号."""
    return every("month", 1, ("BYMONTHDAY", str(n))) if 1 <= n <= 31 else None


@days.rule("every", "every yue e=last ge? workday", "every month_unit de? e=last ge? workday")
def monthly_workday(e: object = None) -> Recurrence | None:
    """每月最后一个工作日."""
    return every("month", 1, ("BYDAY", ",".join(_WEEKDAYS[:5])), ("BYSETPOS", "-1"))


@days.rule("every", "every nian m=number yue d=number hao")
def yearly(m: int, d: int) -> Recurrence | None:
    """每年12月8日."""
    if not (1 <= m <= 12 and 1 <= d <= 31):
        return None
    return every("year", 1, ("BYMONTH", str(m)), ("BYMONTHDAY", str(d)))


@clocks.rule(
    "recurring",
    "e=every de? p=part? c=clock?",
    "e=every p=shortpart",
    "e=every en_at? c=clock",
    "c=clock e=every",
    "e=every p=en_part en_at? c=clock?",
    "e=every en_at h=number",
)
def at_clock(
    e: Recurrence, p: Part | None = None, c: Clock | None = None, h: Numeral | None = None
) -> Recurrence | None:
    """每天早上九点."""
    clock = c or (Clock(h) if h is not None else None)
    if clock is None:
        return e
    if not clock.valid or At(None, p, clock).clock is None:
        return None
    hour = clock.hour_in(p) % 24
    return replace(e, by=(*e.by, ("BYHOUR", str(hour)), ("BYMINUTE", str(clock.minute or 0))))
