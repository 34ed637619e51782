"""What the wordings of both languages share: which sides, parts and words a time is made of."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from dakehu.language.times.calendar import DAY, Unit, floor, shift

_UNITS: tuple[Unit, ...] = ("year", "month", "day")
_MOST = 9999  # numbers of five digits are no lengths
# Unit, its seconds, and the days up to which a length is told without it.
_LENGTHS = (
    ("year", 365 * 86400, 7 * _MOST), ("week", 7 * 86400, _MOST), ("day", 86400, 0),
    ("hour", 3600, 0), ("minute", 60, 0), ("second", 1, 0),
)  # fmt: skip


class Wording(ABC):
    """How one language says the kinds of times."""

    years: ClassVar[range]
    """Years that are read as such."""

    @abstractmethod
    def point(self, moment: datetime, hour: bool) -> str:
        """Return a clock time on its day, to the minute or (`hour`) on the hour."""

    @abstractmethod
    def recurring(self, rule: str) -> str:
        """Return a recurring time."""

    @abstractmethod
    def length(self, seconds: int) -> str:
        """Return a length."""

    @abstractmethod
    def year(self, start: datetime) -> str:
        """Return a year by itself."""

    @abstractmethod
    def month(self, start: datetime) -> str:
        """Return a month by itself."""

    @abstractmethod
    def day(self, moment: datetime, after: datetime | None = None) -> str:
        """Return a date; one that follows another may leave out what both share."""

    @abstractmethod
    def at(self, day: datetime, clock: str, after: datetime | None = None) -> str:
        """Return a day and a time on it."""

    @abstractmethod
    def between(self, start: str, end: str) -> str:
        """Return a range of two wordings."""

    def stretch(self, start: datetime, end: datetime) -> str:
        """Return a half-open stretch: a year, month or day by itself, else from side to side."""
        unit = _whole_unit(start, end)
        if unit == "day":
            return self.day(start)
        if unit and start.year in self.years:
            return self.year(start) if unit == "year" else self.month(start)
        if _whole_days(start, end):
            return self.between(self.day(start), self.day(end - DAY, start))
        day, until = _last_day(end)
        first = self.at(start, clock(start))
        same = day.date() == start.date()
        return self.between(first, until if same else self.at(day, until, start))


def _whole_unit(start: datetime, end: datetime) -> Unit | None:
    """Return the largest unit of the calendar that the stretch is."""
    return next(
        (unit for unit in _UNITS if floor(start, unit) == start and shift(start, unit, 1) == end),
        None,
    )


def _whole_days(start: datetime, end: datetime) -> bool:
    """Tell whether a stretch starts and ends at midnight."""
    return start == floor(start, "day") and end == floor(end, "day")


def clock(moment: datetime) -> str:
    """Return a time of day on 24 hours, seconds and less only where there are any."""
    if moment.microsecond:
        return moment.strftime("%H:%M:%S.%f")
    return moment.strftime("%H:%M:%S" if moment.second else "%H:%M")


def _last_day(end: datetime) -> tuple[datetime, str]:
    """Return day and time of day at which a stretch ends; midnight is 24:00 of the day before."""
    if end == floor(end, "day"):
        return end - DAY, "24:00"
    return floor(end, "day"), clock(end)


def iso(moment: datetime) -> str:
    """Return a date that is read in any year: four digits by themselves are not always one."""
    return f"{moment.year:04}-{moment:%m-%d}"


def split(seconds: int) -> list[tuple[str, int]]:
    """Return a length in units, largest first, those left out of which there are none."""
    parts: list[tuple[str, int]] = []
    for unit, size, most in _LENGTHS:
        if seconds > most * 86400 and (count := seconds // size):
            parts.append((unit, count))
            seconds -= count * size
    return parts or [("second", 0)]


@dataclass(frozen=True, slots=True)
class Rule:
    """An RFC 5545 rule of the kinds that `find_times` gives, taken apart."""

    frequency: str
    interval: int
    weekdays: tuple[tuple[int, int], ...] = ()
    days: tuple[int, ...] = ()
    month: int | None = None
    position: int | None = None
    clock: str | None = None

    @classmethod
    def read(cls, written: str) -> "Rule":
        """Read a rule; a weekday is its place in the month (0: every) and its number."""
        parts = dict(part.split("=") for part in written.split(";"))
        has_clock = "BYHOUR" in parts
        return cls(
            parts["FREQ"],
            int(parts.get("INTERVAL", 1)),
            tuple(_weekday(day) for day in parts["BYDAY"].split(",")) if "BYDAY" in parts else (),
            tuple(map(int, parts["BYMONTHDAY"].split(","))) if "BYMONTHDAY" in parts else (),
            int(parts["BYMONTH"]) if "BYMONTH" in parts else None,
            int(parts["BYSETPOS"]) if "BYSETPOS" in parts else None,
            f"{int(parts['BYHOUR']):02}:{int(parts['BYMINUTE']):02}" if has_clock else None,
        )


_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def _weekday(written: str) -> tuple[int, int]:
    return int(written[:-2] or 0), _WEEKDAYS.index(written[-2:])
