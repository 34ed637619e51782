"""What the grammar builds: times that are not settled until a present moment is given.

A `When` knows how to find its span from a `Frame` (the present moment and the direction that the
speaker looks in). Moments here are naive, in the speaker's zone; `find_times` makes them aware.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, Protocol

from dakehu.language.times.calendar import DAY, Unit, floor, midnight, shift

Prefer = Literal["past", "future"] | None


@dataclass(frozen=True, slots=True)
class Span:
    """A settled time, half-open; `point` where it is a single clock time."""

    start: datetime
    end: datetime
    grain: str
    point: bool = False
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The present moment, the direction that open dates take, and the period talked about."""

    now: datetime
    prefer: Prefer = None
    context: Span | None = None

    @property
    def today(self) -> datetime:
        """Return today's midnight."""
        return midnight(self.now)


class When(Protocol):
    """A time to be settled; None where no such day or time exists."""

    @property
    def grain(self) -> str: ...

    def resolve(self, frame: Frame) -> Span | None: ...


@dataclass(frozen=True, slots=True)
class Fixed:
    """A time that depends on the present moment only: 昨天, 下周, 近三个月, 2026年."""

    grain: str
    settle: Callable[[Frame], Span | None]
    ends_limit: bool = False

    def resolve(self, frame: Frame) -> Span | None:
        """Return the span."""
        return self.settle(frame)


@dataclass(frozen=True, slots=True)
class Cyclic:
    """A time that comes once in every week, month or year: 周三, 25号, 12月8日, 国庆, 月底.

    Attributes:
        unit: The cycle.
        grain: What it names.
        at: Its span in the cycle that starts at the given moment, None where it has none.
        open: Whether `prefer` chooses the cycle; else it is this one.
        ends_limit: Whether "before it" runs to its end (月底前).
    """

    unit: Unit
    grain: str
    at: Callable[[datetime], Span | None]
    open: bool = True
    ends_limit: bool = False

    def resolve(self, frame: Frame) -> Span | None:
        """Return this cycle's span, or the next not over, or the last begun."""
        if not self.open or frame.prefer is None:
            return self.at(floor(frame.now, self.unit))
        forward = frame.prefer == "future"
        for count in range(-1, 10):
            start = shift(floor(frame.now, self.unit), self.unit, count if forward else -count)
            span = self.at(start)
            if span and (span.end > frame.today if forward else span.start <= frame.now):
                return span
        return None


@dataclass(frozen=True, slots=True)
class Nested:
    """A cyclic time within a named period: 明年3月, 下周的周三."""

    outer: When
    inner: Cyclic
    inherits_left: bool = False

    @property
    def grain(self) -> str:
        """Return the inner grain."""
        return self.inner.grain

    @property
    def ends_limit(self) -> bool:
        """Return whether "before it" runs to its end."""
        return self.inner.ends_limit

    def resolve(self, frame: Frame) -> Span | None:
        """Return the inner time within the settled outer one."""
        outer = self.outer.resolve(frame)
        if outer is None:
            return None
        span = self.inner.at(floor(outer.start, self.inner.unit))
        if span is None:
            return None
        return replace(span, assumed=span.assumed or outer.assumed)


def nest(outer: When, inner: When) -> When | None:
    """Return `inner` within `outer`, None where that makes no sense (周三的5月)."""
    if not isinstance(inner, Cyclic):
        return None
    if not _fits(outer.grain, inner):
        return None
    if isinstance(outer, Cyclic):
        return Cyclic(outer.unit, inner.grain, _inside(outer, inner), outer.open, inner.ends_limit)
    return Nested(outer, inner)


_SIZES = ("minute", "hour", "part", "day", "week", "month", "quarter", "half", "year")


def _fits(grain: str, inner: Cyclic) -> bool:
    """Tell whether the outer grain is the inner's cycle."""
    return grain == inner.unit and _SIZES.index(inner.grain) < _SIZES.index(grain)


def _inside(outer: Cyclic, inner: Cyclic) -> Callable[[datetime], Span | None]:
    """Return the function that finds inner within outer within a cycle."""

    def at(start: datetime) -> Span | None:
        span = outer.at(start)
        return inner.at(floor(span.start, inner.unit)) if span else None

    return at


def day_span(day: datetime, assumed: bool = False) -> Span:
    """Return the span of one day."""
    return Span(day, day + DAY, "day", assumed=assumed)


def unit_span(start: datetime, unit: Unit) -> Span:
    """Return the span of the unit that starts here."""
    return Span(start, shift(start, unit, 1), unit)


def this_unit(unit: Unit, offset: float = 0) -> Fixed:
    """Return this, the last or the next unit of the calendar."""
    return Fixed(
        unit,
        lambda frame: unit_span(shift(floor(frame.now, unit), unit, offset), unit),
        ends_limit=offset == 0 and unit != "day",
    )
