"""Stretches of time that Chinese has its own words for: 两周内, 上个小时, 这两天."""

from dakehu.language.times.calendar import Unit
from dakehu.language.times.grammar import Family
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.amounts import Amount, amount, is_year
from dakehu.language.times.rules.dates import MONTHS, calendar_year
from dakehu.language.times.rules.relative import coming, hence, latest
from dakehu.language.times.values import Fixed, Frame, Span, When

counted = Family()
stretches = Family()


@counted.rule("date", "n=number u=unit_within")
def within_counted(n: Numeral, u: Unit) -> When | None:
    """两周内, 三年内, but 3月内 and 2026年内: in March, in 2026."""
    if u == "month":
        return MONTHS.get(n)
    return calendar_year(n) if u == "year" and is_year(n) else coming(amount(n, u))


@stretches.rule("date", "a=amount since")
def up_to_now(a: Amount) -> When:
    """半年以来."""
    return latest(a)


@stretches.rule("date", "pass a=amount")
def passing(a: Amount) -> When:
    """再过三天."""
    return hence(a)


@stretches.rule("date", "t=toward u=unit")
def hour_before_or_after(t: int, u: Unit) -> When | None:
    """上个小时, 下一小时: sixty minutes, not the hour of the clock."""
    if u != "hour" or abs(t) != 1:
        return None
    return latest(amount(1, u)) if t < 0 else coming(amount(1, u))


@stretches.rule("date", "v=these")
def these(v: tuple[float, Unit]) -> When:
    """这两天: up to today, from today on for who looks ahead."""
    past, future = latest(amount(*v)), coming(amount(*v))

    def settle(frame: Frame) -> Span | None:
        return (future if frame.prefer == "future" else past).resolve(frame)

    return Fixed("part", settle)
