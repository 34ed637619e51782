"""One of several within a period: the nth of its days, weeks, months, weekdays, working days."""

from collections.abc import Callable
from dataclasses import dataclass

from dakehu.language.times.calendar import DAY, Unit, floor, shift
from dakehu.language.times.holidays import is_published, is_working_day
from dakehu.language.times.values import Cyclic, Fixed, Frame, Span, When, day_span, unit_span

Choice = Callable[[Span], list[Span]]


def _cycles(unit: Unit, period: Span) -> list[Span]:
    """Return the units that start within a period."""
    start, found = floor(period.start, unit), []
    while start < period.end:
        found.append(unit_span(start, unit))
        start = shift(start, unit, 1)
    return found


def weeks(period: Span) -> list[Span]:
    """Return the weeks that belong to the period: those whose Thursday lies in it (ISO 8601)."""
    found = _cycles("week", period)
    return [week for week in found if period.start <= week.start + 3 * DAY < period.end]


def working_days(period: Span) -> list[Span]:
    """Return the working days, assumed where the official calendar is not published."""
    return [
        day_span(day.start, not is_published(day.start.year))
        for day in _cycles("day", period)
        if is_working_day(day.start)
    ]


def units(unit: Unit) -> Choice:
    """Return the choice among the units of a period."""
    return weeks if unit == "week" else lambda period: _cycles(unit, period)


def each(cyclic: Cyclic) -> Choice:
    """Return the choice among the days that a cyclic time falls on within a period."""

    def choose(period: Span) -> list[Span]:
        spans = (cyclic.at(cycle.start) for cycle in _cycles(cyclic.unit, period))
        return [span for span in spans if span and period.start <= span.start < period.end]

    return choose


@dataclass(frozen=True, slots=True)
class Pick:
    """The nth of a choice, counted from the end where n is negative."""

    n: int
    choice: Choice
    grain: str

    def within(self, period: When) -> When | None:
        """Return it within a period; None where the period is too short to choose in."""
        if self.n == 0 or period.grain in ("minute", "hour", "day"):
            return None

        def settle(frame: Frame) -> Span | None:
            span = period.resolve(frame)
            found = self.choice(span) if span else []
            at = self.n - 1 if self.n > 0 else self.n
            return found[at] if len(found) >= abs(self.n) else None

        return Fixed(self.grain, settle)
