"""Neighbours and neighbourhoods: 三四点, 七八月, 十七八号, 国庆前后, 3点左右, 圣诞节前夕."""

from dakehu.language.times.calendar import DAY
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At, Clock
from dakehu.language.times.nesting import nest
from dakehu.language.times.rules.dates import MONTHS, day_of_month
from dakehu.language.times.stretch import Stretch
from dakehu.language.times.values import Cyclic, Fixed, Frame, Span, When, day_span

eves = Family()
neighbours = Family()
neighbourhoods = Family()


@eves.rule("date", "d=date de? eve")
def eve(d: When) -> When:
    """圣诞节前夕: the day before."""

    def settle(frame: Frame) -> Span | None:
        span = d.resolve(frame)
        return day_span(span.start - DAY) if span else None

    return Fixed("day", settle)


@neighbours.rule("range", "d=time? n=neighbours dian")
def hours(n: tuple[int, int], d: At | None = None) -> Stretch | None:
    """下午三四点."""
    first, last = n
    if last > 24 or (d and d.clock):
        return None
    said = d or At()
    return Stretch(At(said.day, said.part, Clock(first)), At(None, None, Clock(last)))


@neighbours.rule("range", "d=time? n=neighbours yue")
def months(n: tuple[int, int], d: At | None = None) -> Stretch | None:
    """七八月, 明年三四月份."""
    first, last = (MONTHS.get(number) for number in n)
    if first is None or last is None or (d and (d.day is None or d.grain != "year")):
        return None
    return _stretch(d.day if d else None, first, last)


@neighbours.rule("range", "d=time? n=neighbours hao")
def days(n: tuple[int, int], d: At | None = None) -> Stretch | None:
    """十七八号, 下个月七八号."""
    first, last = (day_of_month(number) for number in n)
    if first is None or last is None or (d and (d.day is None or d.grain != "month")):
        return None
    return _stretch(d.day if d else None, first, last)


def _stretch(period: When | None, first: Cyclic, last: Cyclic) -> Stretch | None:
    """Return the time from one to the other, within a period if there is one."""
    if period is None:
        return Stretch(At(first), At(last))
    start, end = nest(period, first), nest(period, last)
    return Stretch(At(start), At(end)) if start and end else None


@neighbourhoods.rule("time", "x=time around")
def around(x: At) -> At:
    """国庆前后, 3点左右: the time itself."""
    return x
