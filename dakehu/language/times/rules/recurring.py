"""Times that come again: 每天, 每两周, 每月15号, weekly; clock times of these."""

from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import Clock, Part
from dakehu.language.times.recurrence import Frequency, Recurrence, every, on_weekdays
from dakehu.language.times.rules.amounts import Amount
from dakehu.language.times.values import Cyclic, When

days = Family()
intervals = Family()
clocks = Family()
_HALVES = {(0.5, "month"): ("day", 15), (0.5, "day"): ("hour", 4), (0.5, "hour"): ("minute", 30)}


@days.rule("recurrence", "every (week | ge week)", "every u=unit")
def each_unit(u: str = "week") -> Recurrence | None:
    """每周, 每天, every month."""
    return every(u)


@days.rule("recurrence", "every minutes")
def each_minute() -> Recurrence | None:
    """每分钟."""
    return every("minute")


@days.rule("recurrence", "every (yue | month_unit)")
def each_month() -> Recurrence | None:
    """每月."""
    return every("month")


@days.rule("recurrence", "every nian")
def each_year() -> Recurrence | None:
    """每年."""
    return every("year")


@days.rule("recurrence", "every ge? quarter")
def each_quarter() -> Recurrence | None:
    """每季度."""
    return every("quarter")


@days.rule("recurrence", "f=often")
def adverb(f: Frequency) -> Recurrence:
    """Weekly."""
    return Recurrence(f)


@days.rule("recurrence", "every (yue | month_unit)? n=number hao")
def monthly(n: int) -> Recurrence | None:
    """每月15号."""
    return every("month", 1, ("BYMONTHDAY", str(n))) if 1 <= n <= 31 else None


@days.rule("recurrence", "every nian m=number yue d=number hao")
def yearly(m: int, d: int) -> Recurrence | None:
    """每年12月8日."""
    if not (1 <= m <= 12 and 1 <= d <= 31):
        return None
    return every("year", 1, ("BYMONTH", str(m)), ("BYMONTHDAY", str(d)))


@intervals.rule("recurrence", "(every | en_every) a=amount")
def interval(a: Amount) -> Recurrence | None:
    """每两周, every three days."""
    count, unit = a.parts[0]
    if (count, unit) in _HALVES:
        return every(*_HALVES[count, unit])
    return every(unit, int(count)) if len(a.parts) == 1 and count == int(count) else None


@intervals.rule("recurrence", "skipping a=amount", "skipping u=unit")
def skipping(a: Amount | None = None, u: str = "") -> Recurrence | None:
    """每隔一天 is every other day; 每隔两周, as it is mostly meant, every two weeks."""
    if a is None:
        return every(u, 2)
    count, unit = a.parts[0]
    timed = unit in ("second", "minute", "hour")
    return every(unit, 2 if count == 1 and not timed else int(count))


@intervals.rule("recurrence", "e=recurrence de? n=nth (workday | w=date)")
def nth_of_month(e: Recurrence, n: int, w: When | None = None) -> Recurrence | None:
    """每月最后一个工作日, 每月第一个周一."""
    if e != every("month"):
        return None
    if w is None:
        working = on_weekdays([0, 1, 2, 3, 4]).by
        return every("month", 1, *working, ("BYSETPOS", str(n)))
    return e.on_day(w, n) if isinstance(w, Cyclic) and w.is_weekday else None


@clocks.rule(
    "recurring", "e=recurrence (de? (p=part de? c=clock? | p=shortpart c=clock? | c=clock))?"
)
def at_clock(e: Recurrence, p: Part | None = None, c: Clock | None = None) -> Recurrence | None:
    """每天早上九点."""
    if c is None:
        return e
    return e.at(c.hour_in(p) % 24, c.minute or 0) if c.valid else None
