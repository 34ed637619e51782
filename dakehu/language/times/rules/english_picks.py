"""One of several within an English period: the first Monday of May, the last two weeks of 2026."""

from dakehu.language.times.calendar import Unit
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import Part
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.pick import Pick, each, units, working_days
from dakehu.language.times.rules.amounts import Amount, amount
from dakehu.language.times.rules.dates import calendar_year
from dakehu.language.times.rules.english_dates import is_year
from dakehu.language.times.rules.picks import stretch
from dakehu.language.times.rules.weekdays import weekday
from dakehu.language.times.values import When, this_unit

places = Family()
picks = Family()
_NTH = "en_the? n=(en_ordinal | en_second | en_last)"


@places.rule("pick", f"{_NTH} w=en_weekday (en_of | en_in)")
def nth_weekday(n: int, w: int) -> Pick:
    """The first Monday of."""
    return Pick(n, each(weekday(w)), "day")


@places.rule("pick", f"{_NTH} u=en_unit (en_of | en_in)")
def nth_unit(n: int, u: Unit) -> Pick | None:
    """The last day of."""
    return Pick(n, units(u), u) if u in ("day", "week", "month") else None


@places.rule("pick", f"{_NTH} (en_workday | en_business en_unit) (en_of | en_in)")
def nth_workday(n: int) -> Pick:
    """The last working day of."""
    return Pick(n, working_days, "day")


@places.rule("nth_workday", f"{_NTH} (en_workday | en_business en_unit)")
def workday_of_something(n: int) -> int:
    """The first working day, before or after something."""
    return n


@places.rule("pick_part", f"{_NTH} w=en_weekday p=en_part (en_of | en_in)")
def nth_weekday_part(n: int, w: int, p: Part) -> tuple[Pick, Part]:
    """The first Monday evening of."""
    return Pick(n, each(weekday(w)), "day"), p


@places.rule("first_amount", "en_the? en_ordinal a=number u=en_unit")
def first_amount(a: int, u: Unit) -> Amount:
    """The first two weeks, of something."""
    return amount(a, u)


@places.rule("rank", f"{_NTH} u=en_unit")
def ranked(n: int, u: Unit) -> tuple[int, Unit]:
    """The first week, of whatever: no time by itself, nor is the first a day there."""
    return n, u


@picks.rule("date", "p=pick (d=date | en_the? u=en_unit | y=number)")
def picked(
    p: Pick, d: When | None = None, u: Unit = "month", y: Numeral | None = None
) -> When | None:
    """The first Monday of next month, the last day of the month, the first week of 2026."""
    if y is not None:
        return p.within(calendar_year(y)) if is_year(y) else None
    return p.within(d or this_unit(u))


@picks.rule(
    "date",
    "(a=first_amount | en_the? n=en_last a=amount) en_of (d=date | en_the u=en_unit | y=number)",
)
def stretch_of(
    a: Amount, d: When | None = None, n: int = 1, u: Unit = "day", y: Numeral | None = None
) -> When | None:
    """The first two weeks of 2026, the last three days of the month."""
    if y is not None:
        return stretch(calendar_year(y), a, n) if is_year(y) else None
    return stretch(d or this_unit(u), a, n)
