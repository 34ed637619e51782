"""How busy a department's days are: festivals, quarter ends, weekends."""

from datetime import date, timedelta
from functools import cache
from random import Random

from chinese_calendar import constants
from lunar_python import LunarYear, Solar

_WEEKDAYS = (0.85, 1.1, 1.15, 1.1, 0.8, 1.0, 1.0)
_DAY_OFF = 0.03


def month_start(day: date, months: int = 0) -> date:
    """Return the first day of the month that lies that many months from the day's."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def days_between(first: date, end: date) -> list[date]:
    """Return all days from the first on, the end left out."""
    return [first + timedelta(days=n) for n in range((end - first).days)]


@cache
def is_workday(day: date) -> bool:
    """Tell whether offices work; Monday to Friday where no calendar is published yet."""
    by_rule = day.weekday() < 5 and day not in constants.holidays
    return by_rule or day in constants.workdays


def workdays(first: date, end: date) -> list[date]:
    """Return the working days from the first on, the end left out."""
    return [day for day in days_between(first, end) if is_workday(day)]


@cache
def busyness(day: date) -> float:
    """Return how many visits a day sees beside an ordinary one (1.0)."""
    base = _WEEKDAYS[day.weekday()] if is_workday(day) else _DAY_OFF
    return base * _spring_festival(day) * _quarter(day) * (0.92 if day.month in (7, 8) else 1.0)


def shares(days: list[date], total: int, rng: Random) -> list[int]:
    """Split a total over days by how busy each is; the parts sum to the total."""
    weights = [busyness(day) * rng.uniform(0.8, 1.2) for day in days]
    scale = total / sum(weights, 1e-9)
    parts, passed = [], 0.0
    for weight in weights:
        before, passed = passed, passed + weight * scale
        parts.append(round(passed) - round(before))
    return parts


@cache
def _new_year(year: int) -> date:
    first_month = LunarYear.fromYear(year).getMonth(1)
    solar = Solar.fromJulianDay(first_month.getFirstJulianDay())
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def _spring_festival(day: date) -> float:
    """Buyers go home about two weeks before, and come back slowly."""
    distance = (day - _new_year(day.year)).days
    if -14 <= distance < 0:
        return 0.5
    return 0.65 if 0 <= distance < 21 else 1.0


def _quarter(day: date) -> float:
    """Targets are chased at a quarter's end and forgotten at its start."""
    start = month_start(day, -((day.month - 1) % 3))
    end = month_start(start, 3)
    if (end - day).days <= 21:
        return 1.35
    return 0.85 if (day - start).days < 14 else 1.0
