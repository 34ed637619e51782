"""English amounts of time: two weeks, an hour and a half, 3h, two nights, all day."""

from dakehu.language.times.calendar import Unit
from dakehu.language.times.grammar import Family
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.amounts import Amount, amount

amounts = Family()


@amounts.rule("amount", "(n=number | en_a) u=en_unit", "en_the? en_a? n=en_couple en_of? u=en_unit")
def counted(u: Unit, n: int = 1) -> Amount:
    """Two weeks, an hour, a couple of days."""
    return amount(n, u)


@amounts.rule("amount", "<en_for> en_another u=en_unit")
def another(u: Unit) -> Amount | None:
    """For another week; another day is some day."""
    return None if u == "day" else amount(1, u)


@amounts.rule("amount", "n=number u=en_hours")
def hours(n: Numeral, u: Unit) -> Amount | None:
    """3h; other letters are models and measures (3D, 10W)."""
    return amount(n, u) if n.raw.isdigit() and n < 100 else None


@amounts.rule("amount", "n=number u=en_nights")
def nights(n: int, u: Unit) -> Amount:
    """Two nights."""
    return amount(n, u)


@amounts.rule("amount", "n=number (en_weekends | en_weekend)")
def weekends(n: int) -> Amount | None:
    """Three weekends."""
    return amount(2 * n, "day") if n < 10 else None


@amounts.rule("amount", "en_all u=en_unit")
def whole(u: Unit) -> Amount | None:
    """All day."""
    return amount(1, u) if u in ("day", "week", "month", "year") else None


@amounts.rule("amount", "(half | en_half) en_a? u=en_unit", "en_a en_half u=en_unit")
def half(u: Unit) -> Amount:
    """Half an hour, half a year."""
    return amount(1, "half") if u == "year" else amount(0.5, u)


@amounts.rule(
    "amount",
    "(n=number | en_a) u=en_unit en_and en_a? en_half",
    "n=number en_and en_a? en_half u=en_unit",
)
def and_half(u: Unit, n: int = 1) -> Amount:
    """Two and a half hours, a year and a half."""
    return amount(n, u, half=True)


@amounts.rule(
    "amount",
    "(n=number | en_a) u=en_unit en_and en_a q=en_unit",
    "n=number en_and en_a q=en_unit u=en_unit",
)
def and_quarter(u: Unit, q: Unit, n: int = 1) -> Amount | None:
    """An hour and a quarter, one and a quarter years."""
    return amount(n + 0.25, u) if q == "quarter" and u not in ("quarter", "second") else None


@amounts.rule("amount", "(n=number | en_a) q=en_unit en_of en_a u=en_unit")
def quarters_of(q: Unit, u: Unit, n: int = 1) -> Amount | None:
    """A quarter of an hour."""
    return amount(n / 4, u) if q == "quarter" and u in ("hour", "year") else None


@amounts.rule("amount", "(n=number | en_a) en_fortnight")
def fortnights(n: int = 1) -> Amount:
    """A fortnight."""
    return amount(2 * n, "week")
