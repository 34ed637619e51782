"""Date arithmetic: units of the calendar, their starts and their lengths."""

from calendar import monthrange
from datetime import datetime, timedelta
from typing import Literal

Unit = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "half", "year"]

DAY = timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_LENGTHS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": DAY,
    "week": 7 * DAY,
}


def midnight(moment: datetime) -> datetime:
    """Return the start of the moment's day."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def floor(moment: datetime, unit: Unit) -> datetime:
    """Return the start of the unit that holds the moment; weeks start on Monday."""
    if unit in ("minute", "second"):
        return moment.replace(second=0, microsecond=0)
    if unit == "hour":
        return moment.replace(minute=0, second=0, microsecond=0)
    day = midnight(moment)
    if unit == "day":
        return day
    if unit == "week":
        return day - day.weekday() * DAY
    months = _MONTHS[unit]
    return day.replace(month=(day.month - 1) // months * months + 1, day=1)


def shift(moment: datetime, unit: Unit, count: float) -> datetime:
    """Return the moment moved by `count` units; months are clamped to their last day.

    Half units move by their usual length: half a month is 15 days, half a year 6 months.
    """
    if unit not in _MONTHS:
        return moment + _LENGTHS[unit] * count
    months = _MONTHS[unit] * count
    whole = int(months)
    index = moment.year * 12 + moment.month - 1 + whole
    year, month = divmod(index, 12)
    day = min(moment.day, monthrange(year, month + 1)[1]) if 1 <= year <= 9999 else 1
    return moment.replace(year=year, month=month + 1, day=day) + (months - whole) * 30 * DAY


def seconds(unit: Unit, count: float) -> int:
    """Return the usual length of `count` units in seconds: a month 30 days, a year 365."""
    days = {"month": 30, "quarter": 91, "half": 182.5, "year": 365}
    if unit in days:
        return round(days[unit] * 86400 * count)
    if unit == "day" and count == 0.5:
        return 4 * 3600
    return round(_LENGTHS[unit].total_seconds() * count)
