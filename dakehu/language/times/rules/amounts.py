"""Amounts of time: 三天, 半小时, 一个半月, 两年."""

from dataclasses import dataclass

from dakehu.language.times.calendar import Unit, seconds
from dakehu.language.times.grammar import Family
from dakehu.language.times.numeral import Numeral

amounts = Family()


@dataclass(frozen=True, slots=True)
class Amount:
    """A count of units; those of several units are sums (8天20小时)."""

    parts: tuple[tuple[float, Unit], ...]

    @property
    def finest(self) -> Unit:
        """Return the smallest unit named."""
        return self.parts[-1][1]

    @property
    def seconds(self) -> int:
        """Return the usual length."""
        return sum(seconds(unit, count) for count, unit in self.parts)


def is_year(number: Numeral) -> bool:
    """Tell whether digits before 年 name a year (2026年, 08年, 26年), not a number of years."""
    if len(number.raw) == 4:
        return 1000 <= number < 3000
    two = len(number.raw) == 2
    return two and (number.raw[0] in "0零〇" or (number.raw.isdigit() and 20 <= number <= 35))


def amount(count: float, unit: Unit, half: bool = False) -> Amount:
    """Return an amount of one unit."""
    return Amount(((count + half / 2, unit),))


@amounts.rule(
    "amount", "n=number ge? u=unit h=half?", "h=half ge? u=unit", "n=number ge h=half u=unit"
)
def days_or_hours(u: Unit, n: int = 0, h: str = "") -> Amount:
    """三天, 半小时, 一个半小时, 两天半."""
    return amount(n, u, bool(h))


@amounts.rule("amount", "n=decimal ge? (u=unit | week | u2=en_unit)", "n=decimal month_unit")
def fractions(n: str, u: Unit | None = None, u2: Unit | None = None) -> Amount:
    """1.5小时, 1.5 hours."""
    return amount(float(n), u or u2 or "month")


@amounts.rule("amount", "n=number ge? week h=half?", "h=half ge week")
def weeks(n: int = 0, h: str = "") -> Amount:
    """两周, 三个星期."""
    return amount(n, "week", bool(h))


@amounts.rule(
    "amount",
    "n=number (month_unit | ge yue) h=half?",
    "n=number ge h=half yue",
    "h=half month_unit",
)
def months(n: int = 0, h: str = "") -> Amount:
    """三个月, 一个半月, 半个月."""
    return amount(n, "month", bool(h))


@amounts.rule("amount", "n=number nian h=half?", "h=half nian")
def years(n: Numeral | None = None, h: str = "") -> Amount | None:
    """两年, 半年, 一年半."""
    if n is None:
        return amount(1, "half")
    return None if is_year(n) else amount(n, "year", bool(h))


@amounts.rule("amount", "n=number ge quarter")
def quarters(n: int) -> Amount:
    """两个季度."""
    return amount(n, "quarter")


@amounts.rule("amount", "n=number minutes")
def minutes(n: int) -> Amount:
    """30分钟."""
    return amount(n, "minute")


@amounts.rule("amount", "n=number ge? ke_unit")
def quarter_hours(n: int) -> Amount:
    """一刻钟."""
    return amount(15 * n, "minute")


@amounts.rule("amount", "n=number miao")
def secs(n: int) -> Amount:
    """十秒."""
    return amount(n, "second")


@amounts.rule("amount", "v=hours_minutes")
def hours_and_minutes(v: tuple[int, int]) -> Amount:
    """2h30m."""
    return Amount(((v[0], "hour"), (v[1], "minute")))
