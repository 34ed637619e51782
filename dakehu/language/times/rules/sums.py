"""Amounts of several units: 8天20小时, 2小时15分, two hours and ten minutes, 两天又一个月."""

from itertools import pairwise

from dakehu.language.times.calendar import Unit, seconds
from dakehu.language.times.grammar import Family
from dakehu.language.times.rules.amounts import Amount

units = Family()
sums = Family()


@units.rule("amount", "n=number (minutes | fen) s=number miao")
def minutes_and_seconds(n: int, s: int) -> Amount:
    """50分20秒."""
    return Amount(((n, "minute"), (s, "second")))


@units.rule("amount", "n=number ge? u=unit m=number fen (s=number miao)?")
def hours_minutes_seconds(n: int, u: Unit, m: int, s: int = 0) -> Amount | None:
    """2小时15分."""
    parts: tuple[tuple[float, Unit], ...] = ((n, u), (m, "minute"), (s, "second"))
    return Amount(parts if s else parts[:2]) if u == "hour" else None


@units.rule("amount", "n=number u=unit m=number t=dian (f=number fen)?")
def days_and_hours(n: int, u: Unit, m: int, t: str | None, f: int = 0) -> Amount | None:
    """8天20时: here 时 is no clock time; 点 is."""
    parts: tuple[tuple[float, Unit], ...] = ((n, u), (m, "hour"), (f, "minute"))
    return Amount(parts if f else parts[:2]) if u == "day" and t == "hour" else None


_JOINED = "(p=plus | en_and)?"


@sums.rule("amount", f"a=amount {_JOINED} b=amount")
@sums.rule("amount", f"a=amount {_JOINED} b=amount {_JOINED} c=amount")
@sums.rule("amount", f"a=amount {_JOINED} b=amount {_JOINED} c=amount {_JOINED} d=amount")
@sums.rule(
    "amount",
    f"a=amount {_JOINED} b=amount {_JOINED} c=amount {_JOINED} d=amount {_JOINED} e=amount",
)
def total(p: str = "", **amounts: Amount) -> Amount | None:
    """8天20小时, two hours and ten minutes, 两天又一个月; not 两天三天."""
    added = [amounts[name] for name in sorted(amounts)]
    sizes = [seconds(each.finest, 1) for each in added]
    falling = all(one > other for one, other in pairwise(sizes))
    return Amount(tuple(part for each in added for part in each.parts)) if falling or p else None
