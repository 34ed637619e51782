"""The State Council's calendar: working days and official days off.

Data of the package `chinesecalendar`. For years it does not cover, Monday to Friday stand in for
working days and the customary length for days off, and the answer is marked as assumed.
"""

from datetime import date, datetime
from functools import cache

from chinese_calendar import constants

from dakehu.language.times.calendar import DAY

_OFF = frozenset(constants.holidays)
_ON = frozenset(constants.workdays)
_YEARS = frozenset(day.year for day in _OFF)
# Days off by custom (from the day given by the festival, in days) until they are published.
_CUSTOMARY = {"春节": (-1, 8), "国庆": (0, 7), "五一": (0, 5)}


@cache
def is_published(year: int) -> bool:
    """Tell whether the year's official calendar is known."""
    return year in _YEARS


def is_working_day(day: datetime) -> bool:
    """Tell whether people work on that day."""
    plain = date(day.year, day.month, day.day)
    if not is_published(day.year):
        return day.weekday() < 5
    return plain in _ON or (day.weekday() < 5 and plain not in _OFF)


def nth_working_day(day: datetime, count: int) -> tuple[datetime, bool]:
    """Return the nth working day after the day (before it, if negative), and if it is assumed."""
    step = DAY if count > 0 else -DAY
    assumed = False
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
        assumed = assumed or not is_published(day.year)
    return day, assumed


def days_off(festival: str, day: datetime) -> tuple[datetime, datetime, bool]:
    """Return first day off, the day after the last, and if it is assumed."""
    if not is_published(day.year):
        before, length = _CUSTOMARY.get(festival, (0, 1))
        return day + before * DAY, day + (before + length) * DAY, True
    first = last = date(day.year, day.month, day.day)
    while first - DAY in _OFF:
        first -= DAY
    while last + DAY in _OFF:
        last += DAY
    start = datetime(first.year, first.month, first.day)  # noqa: DTZ001 - naive until the end
    return start, datetime(last.year, last.month, last.day) + DAY, False  # noqa: DTZ001
