"""A moment: a day, a part of it, a clock time, each of them optional."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from dakehu.language.times.calendar import DAY
from dakehu.language.times.values import Frame, Span, When

Meridiem = Literal["am", "pm"] | None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day: its hours, and how its clock times are read."""

    start: int
    end: int
    half: Literal["am", "noon", "pm", "night"]

    def hour(self, said: int) -> int:
        """Return the hour after midnight of a clock hour said in this part of the day."""
        match self.half:
            case "am":
                return 0 if said == 12 and self.start == 0 else said
            case "noon":
                return said + 12 if said < 6 else said
            case "pm":
                return said + 12 if said < 12 else said
        if said in (0, 12):
            return 24
        return said + 24 if said < 5 else said + 12 if said < 12 else said


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as said; `literal` where it is plainly on 24 hours (05:00)."""

    hour: int
    minute: int | None = None
    second: float = 0
    meridiem: Meridiem = None
    literal: bool = False

    @property
    def valid(self) -> bool:
        """Tell whether there is such a time."""
        most = 12 if self.meridiem else 24
        in_day = self.hour * 60 + (self.minute or 0) <= 24 * 60
        return self.hour <= most and (self.minute or 0) < 60 and self.second < 60 and in_day

    def hour_in(self, part: Part | None) -> int:
        """Return the hour after midnight, up to 30 for the small hours of a night."""
        if self.meridiem:
            return self.hour % 12 + (12 if self.meridiem == "pm" else 0)
        if part:
            return part.hour(self.hour)
        return self.hour + 12 if 1 <= self.hour <= 7 and not self.literal else self.hour


@dataclass(frozen=True, slots=True)
class At:
    """A moment or a stretch of a day.

    Attributes:
        day: Its day, None for today.
        part: The part of the day.
        clock: The time of day.
        lends: Whether the left side of a range takes the day from it (10am to noon tomorrow).
    """

    day: When | None = None
    part: Part | None = None
    clock: Clock | None = None
    lends: bool = False

    @property
    def grain(self) -> str:
        """Return what it names."""
        if self.clock:
            return "hour" if self.clock.minute is None else "minute"
        return "part" if self.part or self.day is None else self.day.grain

    @property
    def ends_limit(self) -> bool:
        """Return whether "before it" runs to its end."""
        return self.part is None and self.clock is None and getattr(self.day, "ends_limit", False)

    @property
    def is_after_midnight(self) -> bool:
        """Tell whether its clock time belongs to the night of the day before (晚上1点)."""
        return bool(self.part and self.clock and self.clock.hour_in(self.part) >= 24)

    def resolve(self, frame: Frame) -> Span | None:
        """Return the span; a bare clock time looks to today and, by `prefer`, one day off."""
        if self.clock and not self.clock.valid:
            return None
        if self.day is None:
            return _nearest(self.on(frame.today), frame) if self.clock else self.on(frame.today)
        day = self.day.resolve(frame)
        if day is None or (self.part is None and self.clock is None):
            return day
        return replace(self.on(day.start), assumed=day.assumed)

    def on(self, day: datetime) -> Span:
        """Return the span on a day that starts at the given midnight."""
        if self.clock is None:
            part = self.part or Part(0, 24, "am")
            return Span(day + timedelta(hours=part.start), day + timedelta(hours=part.end), "part")
        start = day + timedelta(
            hours=self.clock.hour_in(self.part),
            minutes=self.clock.minute or 0,
            seconds=self.clock.second,
        )
        length = timedelta(minutes=60 if self.grain == "hour" else 1)
        return Span(start, start + length, self.grain, point=True)


def _nearest(span: Span, frame: Frame) -> Span:
    """Move a bare clock time by a day where the speaker looks the other way."""
    if frame.prefer == "future" and span.end <= frame.now:
        return replace(span, start=span.start + DAY, end=span.end + DAY)
    if frame.prefer == "past" and span.start > frame.now:
        return replace(span, start=span.start - DAY, end=span.end - DAY)
    return span
