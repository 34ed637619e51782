"""Dates that come again: 每月1号和15号, 每月底, 每月最后一天, 每年国庆, 每两周的周三."""

from dataclasses import replace
from datetime import datetime

from dakehu.language.times.grammar import Family
from dakehu.language.times.recurrence import Recurrence, every, on_weekdays
from dakehu.language.times.rules.amounts import Amount
from dakehu.language.times.values import Cyclic, When

dates = Family()
intervals = Family()

_MONTH = "(yue | month_unit)"
_A_MONDAY = datetime(2024, 1, 1)  # noqa: DTZ001 - only its day of the week counts
_TWO_YEARS = (datetime(2025, 1, 1), datetime(2026, 1, 1))  # noqa: DTZ001
# The days of 月初, 月中, 月底 and of 上旬, 中旬, 下旬; those from the end are negative.
_EDGES = (range(1, 6), range(11, 21), range(-5, 0))
_THIRDS = (range(1, 11), range(11, 21), range(21, 32))


@dates.rule("recurrence", f"every {_MONTH} de? n=number hao? and m=number (hao? and k=number)? hao")
def days_of_month(n: int, m: int, k: int | None = None) -> Recurrence | None:
    """每月1号和15号."""
    days = [day for day in (n, m, k) if day is not None]
    return on_days_of_month(days) if all(1 <= day <= 31 for day in days) else None


@dates.rule("recurrence", f"every {_MONTH} de n=number hao")
def day_of_month(n: int) -> Recurrence | None:
    """每月的15号."""
    return on_days_of_month([n]) if 1 <= n <= 31 else None


@dates.rule("recurrence", f"every {_MONTH}? de? e=month_edge")
def month_edge(e: int) -> Recurrence | None:
    """每月底, 每个月月初."""
    return on_days_of_month(list(_EDGES[e]))


@dates.rule("recurrence", "every e=yue_third", f"every {_MONTH} de? e=month_third")
def month_third(e: int) -> Recurrence | None:
    """每月上旬."""
    return on_days_of_month(list(_THIRDS[e]))


@dates.rule("recurrence", "every nian de? m=number yue", "every nian? e=year_edge")
def month_of_year(m: int | None = None, e: int = 0) -> Recurrence | None:
    """每年3月, 每年年底."""
    month = (1, 6, 12)[e] if m is None else m
    return every("year", 1, ("BYMONTH", str(month))) if 1 <= month <= 12 else None


@dates.rule("recurrence", "every quarter_edge")
def quarter_edge() -> Recurrence | None:
    """每季度末: every quarter, no rule tells its last days."""
    return every("quarter")


@dates.rule("recurrence", "skipping week")
def second_weeks() -> Recurrence | None:
    """隔周."""
    return every("week", 2)


@dates.rule("recurrence", "skipping yue")
def second_months() -> Recurrence | None:
    """隔月."""
    return every("month", 2)


@intervals.rule("recurrence", "(e=recurrence | (every | skipping) a=amount) de? w=date")
def within(w: When, e: Recurrence | None = None, a: Amount | None = None) -> Recurrence | None:
    """每周的周五, 每两周的周三, 每年国庆."""
    if not isinstance(w, Cyclic):
        return None
    if w.unit == "year":
        return _yearly(w) if e == every("year") else None
    weekly = every(a.finest, int(a.parts[0][0])) if a else e
    day = w.at(_A_MONDAY) if w.is_weekday else None
    if day is None or weekly is None or weekly.frequency != "WEEKLY" or weekly.by:
        return None
    return replace(weekly, by=on_weekdays([day.start.weekday()]).by)


@intervals.rule("recurrence", "e=recurrence de? n=nth u=unit")
def nth_day(e: Recurrence, n: int, u: str) -> Recurrence | None:
    """每月最后一天."""
    return (
        on_days_of_month([n]) if e == every("month") and u == "day" and 0 < abs(n) <= 31 else None
    )


@dates.rule("recurrence", "n=number yue once")
def once_a_month(n: int) -> Recurrence | None:
    """一月一次."""
    return every("month") if n == 1 else None


@intervals.rule("recurrence", "a=amount once")
def once(a: Amount) -> Recurrence | None:
    """一周一次, 两个月一次."""
    count, unit = a.parts[0]
    return every(unit, int(count)) if len(a.parts) == 1 and count == int(count) else None


def on_days_of_month(days: list[int]) -> Recurrence | None:
    """Return what comes on these days of every month."""
    return every("month", 1, ("BYMONTHDAY", ",".join(map(str, days))))


def _yearly(day: Cyclic) -> Recurrence | None:
    """Return what comes on a date or in a month, None where it moves from year to year."""
    one, other = (day.at(year) for year in _TWO_YEARS)
    if not one or not other or one.start.replace(year=2026) != other.start:
        return None
    month = ("BYMONTH", str(one.start.month))
    if day.grain == "month":
        return every("year", 1, month)
    return (
        every("year", 1, month, ("BYMONTHDAY", str(one.start.day))) if day.grain == "day" else None
    )
