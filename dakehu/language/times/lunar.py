"""The lunar calendar and the solar terms, by the Gregorian year (package `lunar-python`)."""

from datetime import datetime
from functools import cache

from lunar_python import LunarYear, Solar

from dakehu.language.times.calendar import DAY

_FIRST, _LAST = 1901, 2099


@cache
def _months(lunar_year: int) -> dict[int, tuple[datetime, int]]:
    """Return first day and length of the twelve months of a lunar year, leap months left out."""
    return {
        month.getMonth(): (
            _day(Solar.fromJulianDay(month.getFirstJulianDay())),
            month.getDayCount(),
        )
        for month in LunarYear.fromYear(lunar_year).getMonths()
        if month.getYear() == lunar_year and month.getMonth() > 0
    }


def _day(solar: Solar) -> datetime:
    return datetime(solar.getYear(), solar.getMonth(), solar.getDay())  # noqa: DTZ001


def lunar_date(lunar_year: int, month: int, day: int) -> datetime | None:
    """Return the day on which a lunar date falls, None where there is none."""
    if not _FIRST <= lunar_year <= _LAST:
        return None
    first, length = _months(lunar_year)[month]
    return first + (day - 1) * DAY if 1 <= day <= length else None


def lunar_month(lunar_year: int, month: int) -> tuple[datetime, datetime] | None:
    """Return the first day of a lunar month and the day after its last."""
    if not _FIRST <= lunar_year <= _LAST:
        return None
    first, length = _months(lunar_year)[month]
    return first, first + length * DAY


def falls_in(year: int, month: int, day: int) -> datetime | None:
    """Return the day in a Gregorian year on which a lunar date falls, None where there is none.

    Day 0 is the eve of the month: 除夕 is day 0 of the first month.
    """
    eve = 1 if day == 0 else 0
    for lunar_year in (year - 1, year):
        found = lunar_date(lunar_year, month, day + eve)
        if found and (found - eve * DAY).year == year:
            return found - eve * DAY
    return None


@cache
def solar_term(year: int, name: str) -> datetime | None:
    """Return the day of a solar term (清明, 冬至)."""
    if not _FIRST <= year <= _LAST:
        return None
    # The table of a day runs from the winter solstice before it: in July, of the year before.
    table = Solar.fromYmd(year + (name == "冬至"), 7, 1).getLunar().getJieQiTable()
    return _day(table[name])
