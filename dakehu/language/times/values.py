"""What the grammar builds: times that are not settled until a present moment is given.

A `When` knows how to find its span from a `Frame` (the present moment and the direction that the
speaker looks in). Moments here are naive, in the speaker's zone; `find_times` makes them aware.
"""

from collections.abc import Callable
from dataclasses import dataclass
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
    """A time to be settled."""

    @property
    def grain(self) -> str:
        """Return the smallest unit that it names."""

    def resolve(self, frame: Frame) -> Span | None:
        """Return its span; None where no such day or time exists."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A time that depends on the present moment only: 昨天, 下周, 近三个月, 2026年.

    Attributes:
        grain: What it names.
        settle: Its span in a frame.
        ends_limit: Whether "before it" runs to its end (本周前).
        holds: The unit that smaller times lie within, where it is not the grain (两周后的周五).
        needs_context: Whether it stands for the period talked about (去年同期).
    """

    grain: str
    settle: Callable[[Frame], Span | None]
    ends_limit: bool = False
    holds: str | None = None
    needs_context: bool = False

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
        this = floor(frame.now, self.unit)
        if not self.open or frame.prefer is None:
            return self.at(this)
        forward = frame.prefer == "future"
        for count in range(-1, 10):
            span = self.at(shift(this, self.unit, count if forward else -count))
            if span and (span.end > frame.today if forward else span.start <= frame.now):
                return span
        return None

    @property
    def is_weekday(self) -> bool:
        """Tell whether it is a day of the week."""
        return self.unit == "week" and self.grain == "day"


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
