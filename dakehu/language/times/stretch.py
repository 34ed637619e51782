"""The time from one moment to another; each side may leave out what the other says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dakehu.language.times.calendar import DAY, floor, shift
from dakehu.language.times.moments import At
from dakehu.language.times.nesting import Nested, nest
from dakehu.language.times.values import Cyclic, Frame, Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time from the start of one moment to the end of another."""

    first: At
    last: At
    grain: str = "range"

    def resolve(self, frame: Frame) -> Span | None:
        """Return the span, None where the two make none."""
        start = self._lent().resolve(frame)
        end = self._end(start, frame) if start else None
        if start and end and end[0] <= start.start and self._lends_year:
            start = _year_before(start)  # Nov to Feb 2017
        if start is None or end is None or end[0] <= start.start:
            return None
        return Span(start.start, end[0], end[1], assumed=start.assumed)

    @property
    def _lends_year(self) -> bool:
        """Tell whether the first side takes its year from the last."""
        return isinstance(self.last.day, Nested) and isinstance(self.first.day, Cyclic)

    def _lent(self) -> At:
        """Return the first side within the last's day or period (Monday to Friday next week)."""
        first, day = self.first, self.last.day
        if first.clock and first.day is None and self.last.lends:
            return replace(first, day=day)
        if isinstance(day, Nested) and day.lends and isinstance(first.day, Cyclic):
            lent = nest(day.outer, first.day)
            return replace(first, day=lent) if lent else first
        return first

    def _end(self, start: Span, frame: Frame) -> tuple[datetime, str] | None:
        """Return where the last side ends, and its grain; an open date is the next one."""
        if self.last.day is None:
            return self._clock_end(start)
        if isinstance(self.last.day, Cyclic):
            frame = Frame(start.start, "future")
        span = self.last.resolve(frame)
        if span is None:
            return None
        return (span.start if span.point else span.end), span.grain

    def _clock_end(self, start: Span) -> tuple[datetime, str] | None:
        """Return the first reading of a clock time or part of day that lies after the start."""
        base = floor(start.start, "day")
        if self.first.is_after_midnight:
            base -= DAY
        for reading, days in self._readings():
            span = reading.on(base + timedelta(days=days))
            end = span.start if self.last.clock else span.end
            if end > start.start:
                return end, span.grain
        return None

    def _readings(self) -> Iterator[tuple[At, int]]:
        """Yield what the last side may be, and on which day: best first.

        In the first's part or half of the day, as it stands, in the evening, the next morning.
        """
        last, clock = self.last, self.last.clock
        halves = clock and not (clock.meridiem or last.part or clock.literal) and clock.hour <= 12
        if clock and not clock.meridiem and last.part is None:
            yield replace(last, part=self.first.part), 0
            if self.first.clock and self.first.clock.meridiem:
                yield replace(last, clock=replace(clock, meridiem=self.first.clock.meridiem)), 0
        yield last, 0
        if clock and halves:
            yield replace(last, clock=replace(clock, meridiem="pm")), 0
            yield replace(last, clock=replace(clock, meridiem="am")), 1
        yield last, 1


def _year_before(span: Span) -> Span:
    """Return the span a year earlier."""
    return replace(span, start=shift(span.start, "year", -1), end=shift(span.end, "year", -1))
