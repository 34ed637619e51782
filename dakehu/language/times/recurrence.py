"""Recurring times as RFC 5545 recurrence rules."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from dakehu.language.times.values import Cyclic

Frequency = Literal["MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_UNITS: dict[str, tuple[Frequency, int]] = {
    "minute": ("MINUTELY", 1), "hour": ("HOURLY", 1), "day": ("DAILY", 1), "week": ("WEEKLY", 1),
    "month": ("MONTHLY", 1), "quarter": ("MONTHLY", 3), "half": ("MONTHLY", 6),
    "year": ("YEARLY", 1),
}  # fmt: skip
_A_MONDAY = datetime(2024, 1, 1)  # noqa: DTZ001 - only its day of the week counts


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A recurring time: frequency, interval, and the BY parts in their order."""

    frequency: Frequency
    interval: int = 1
    by: tuple[tuple[str, str], ...] = ()

    @property
    def rule(self) -> str:
        """Return the RRULE."""
        interval = [f"INTERVAL={self.interval}"] if self.interval > 1 else []
        return ";".join([f"FREQ={self.frequency}", *interval, *(f"{k}={v}" for k, v in self.by)])

    def at(self, hour: int, minute: int) -> "Recurrence":
        """Return it at a time of day."""
        return replace(self, by=(*self.by, ("BYHOUR", str(hour)), ("BYMINUTE", str(minute))))

    def on_day(self, weekday: Cyclic, n: int) -> "Recurrence | None":
        """Return it on the nth of a day of the week."""
        day = weekday.at(_A_MONDAY)
        if day is None:
            return None
        return replace(self, by=(("BYDAY", f"{n}{_WEEKDAYS[day.start.weekday()]}"),))


def every(unit: str, count: int = 1, *by: tuple[str, str]) -> Recurrence | None:
    """Return what comes every `count` units, None where that is no recurrence."""
    if unit not in _UNITS or count < 1:
        return None
    frequency, factor = _UNITS[unit]
    return Recurrence(frequency, count * factor, by)


def on_weekdays(numbers: list[int]) -> Recurrence:
    """Return what comes weekly on the given days, Monday 0."""
    names = ",".join(_WEEKDAYS[number] for number in sorted(set(numbers)))
    return Recurrence("WEEKLY", 1, (("BYDAY", names),))
