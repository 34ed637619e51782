"""Ranges of a length, and ranges on a day: from 9 for two hours, tomorrow from 2 to 4 pm."""

from dataclasses import dataclass, replace

from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At, Clock
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.amounts import Amount
from dakehu.language.times.rules.relative import moved
from dakehu.language.times.stretch import Stretch
from dakehu.language.times.values import Frame, Span

ranges = Family()
days = Family()


@dataclass(frozen=True, slots=True)
class Lasting:
    """The time of an amount from a moment on."""

    first: At
    amount: Amount
    grain: str = "range"

    def resolve(self, frame: Frame) -> Span | None:
        """Return the span."""
        start = self.first.resolve(frame)
        if start is None:
            return None
        return Span(start.start, moved(start.start, self.amount, 1), "minute")


@ranges.rule(
    "range",
    "en_from (x=time | h=number) comma? en_for a=amount",
    "en_for? a=amount comma? en_from (x=time | h=number)",
    "a=amount en_starting (x=time | h=number)",
)
def lasting(a: Amount, x: At | None = None, h: Numeral | None = None) -> Lasting | None:
    """From 2pm for 2 hours, for 1 week from 20th Dec."""
    if x is None:
        return Lasting(At(None, None, Clock(h)), a) if h is not None and h <= 24 else None
    return Lasting(x, a) if x.clock or x.grain == "day" else None


@days.rule("range", "x=range (en_on | en_of | comma)? d=time")
def range_on_day(x: Stretch | Lasting, d: At) -> Stretch | Lasting | None:
    """Between 7 and 9:30 last night."""
    return on_day(d, x)


@days.rule("range", "d=time (comma | de)? x=range")
def on_day(d: At, x: Stretch | Lasting) -> Stretch | Lasting | None:
    """On 14th Feb from 9:30am for 7 hours."""
    last = x.last if isinstance(x, Stretch) else None
    bare = x.first.clock and x.first.day is None and (last is None or last.day is None)
    if not bare or d.clock or d.day is None or d.grain not in ("day", "part"):
        return None
    first = replace(x.first, day=d.day, part=x.first.part or d.part)
    if isinstance(x, Lasting):
        return Lasting(first, x.amount)
    return Stretch(first, x.last)
