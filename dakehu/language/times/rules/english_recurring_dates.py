"""English dates that come again: every month on the 1st and 15th, every year on December 8."""

from dakehu.language.times.grammar import Family
from dakehu.language.times.recurrence import Recurrence, every, on_weekdays
from dakehu.language.times.rules.amounts import Amount
from dakehu.language.times.rules.recurring_dates import (
    month_edge,
    month_third,
    on_days_of_month,
    within,
)
from dakehu.language.times.rules.weekdays import weekday
from dakehu.language.times.values import When

dates = Family()
intervals = Family()
_ON_THE = "en_every u=en_unit en_on en_the?"
_NTH = "(n=(en_ordinal | en_second | en_last) | b=(en_ordinal | en_second) to? en_to? en_last)"


@dates.rule("recurrence", f"{_ON_THE} n=en_ordinal en_and en_the? m=en_ordinal")
def days_of_month(u: str, n: int, m: int) -> Recurrence | None:
    """Every month on the 1st and 15th."""
    return on_days_of_month([n, m]) if u == "month" and max(n, m) <= 31 else None


@dates.rule("recurrence", f"{_ON_THE} {_NTH} w=en_weekday")
def weekday_of_month(u: str, w: int, n: int = 0, b: int = 0) -> Recurrence | None:
    """Every month on the last Friday, every month on the second to last Friday."""
    monthly = every(u)
    return monthly.on_day(weekday(w), n or -b) if monthly and u == "month" else None


@dates.rule("recurrence", f"{_ON_THE} {_NTH} (en_workday | en_business en_unit)")
def working_day_of_month(u: str, n: int = 0, b: int = 0) -> Recurrence | None:
    """Every month on the last working day."""
    by = (*on_weekdays([0, 1, 2, 3, 4]).by, ("BYSETPOS", str(n or -b)))
    return every("month", 1, *by) if u == "month" else None


@dates.rule("recurrence", f"{_ON_THE} n=en_last d=en_unit")
def last_day_of_month(u: str, n: int, d: str) -> Recurrence | None:
    """Every month on the last day."""
    return on_days_of_month([n]) if (u, d) == ("month", "day") else None


@intervals.rule("recurrence", "(e=recurrence | en_every a=amount) en_on en_the? w=date")
@intervals.rule("recurrence", "e=recurrence en_in w=date")
def on_day(w: When, e: Recurrence | None = None, a: Amount | None = None) -> Recurrence | None:
    """Every two weeks on Friday, every year on December 8, every year in March."""
    return within(w, e, a)


@intervals.rule("recurrence", "g=edge e=recurrence")
def edge_of_month(g: int, e: Recurrence) -> Recurrence | None:
    """The end of every month."""
    return month_edge(g) if e == every("month") else None


@dates.rule(
    "recurrence",
    "en_the? (n=(en_ordinal | en_second) | en_last) m=number d=en_unit en_of en_every u=en_unit",
)
def third_of_month(m: int, d: str, u: str, n: int = 3) -> Recurrence | None:
    """The first ten days of every month, the last ten days of it from the 21st."""
    is_third = (m, d, u) == (10, "day", "month") and n in (1, 2, 3)
    return month_third(n - 1) if is_third else None
