"""Amounts of time: 三天, 半小时, 一个半月, 两年, two weeks, half an hour, 8天20小时."""

from dataclasses import dataclass

from dakehu.language.times.calendar import Unit, seconds
from dakehu.language.times.grammar import Family
from dakehu.language.times.lexer import Numeral

amounts = Family()
sums = Family()


@dataclass(frozen=True, slots=True)
class Amount:
    """A count of units; longer ones are sums (8天20小时)."""

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


def _amount(count: float, unit: Unit) -> Amount:
    return Amount(((count, unit),))


@amounts.rule(
    "amount", "n=number ge? u=unit h=half?", "h=half ge? u=unit", "n=number ge h=half u=unit"
)
def days_or_hours(u: Unit, n: int = 0, h: object = 0) -> Amount:
    """三天, 半小时, 一个半小时, 两天半."""
    return _amount(n + (0 if h == 0 else 0.5), u)


@amounts.rule("amount", "n=number ge? week h=half?", "h=half ge week")
def weeks(n: int = 0, h: object = 0) -> Amount:
    """两周, 三个星期."""
    return _amount(n + (0 if h == 0 else 0.5), "week")


@amounts.rule(
    "amount",
    "n=number month_unit",
    "n=number ge yue",
    "n=number ge h=half yue",
    "h=half month_unit",
    "n=number month_unit h=half",
)
def months(n: int = 0, h: object = 0) -> Amount:
    """三个月, 一个半月, 半个月."""
    return _amount(n + (0 if h == 0 else 0.5), "month")


@amounts.rule("amount", "n=number nian h=half?", "h=half nian")
def years(n: Numeral | None = None, h: object = 0) -> Amount | None:
    """两年, 半年, 一年半."""
    if n is None:
        return _amount(6, "month")
    return None if is_year(n) else _amount(n + (0 if h == 0 else 0.5), "year")


@amounts.rule("amount", "n=number ge quarter")
def quarters(n: int) -> Amount:
    """两个季度."""
    return _amount(n, "quarter")


@amounts.rule("amount", "n=number minutes", "n=number ke_unit", "n=number ge ke_unit")
def minutes(n: int) -> Amount:
    """30分钟."""
    return _amount(n, "minute")


@amounts.rule("amount", "n=number miao")
def secs(n: int) -> Amount:
    """十秒."""
    return _amount(n, "second")


@amounts.rule(
    "amount", "n=number u=en_unit", "en_a u=en_unit", "en_the? en_a? n=en_couple en_of? u=en_unit"
)
def english(u: Unit, n: int = 1) -> Amount:
    """Two weeks, an hour, a couple of days."""
    return _amount(n, u)


@amounts.rule("amount", "en_half en_a? u=en_unit", "en_a en_half u=en_unit")
def english_half(u: Unit) -> Amount:
    """Half an hour, half a year."""
    return _amount(6, "month") if u == "year" else _amount(0.5, u)


@amounts.rule(
    "amount",
    "n=number u=en_unit en_and en_a en_half",
    "n=number en_and en_a en_half u=en_unit",
    "en_a u=en_unit en_and en_a en_half",
)
def english_and_half(u: Unit, n: int = 1) -> Amount:
    """Two and a half hours, a year and a half."""
    return _amount(n + 0.5, u)


@amounts.rule("amount", "n=number en_fortnight", "en_a en_fortnight")
def fortnights(n: int = 1) -> Amount:
    """A fortnight."""
    return _amount(2 * n, "week")


@sums.rule("amount", "a=amount en_and? b=amount")
def total(a: Amount, b: Amount) -> Amount:
    """8天20小时, two hours and ten minutes."""
    return Amount(a.parts + b.parts)
