"""Festivals and their official days off, and dates of the lunar calendar."""

from datetime import datetime

from dakehu.language.times import lunar
from dakehu.language.times.calendar import DAY
from dakehu.language.times.easter import easter
from dakehu.language.times.grammar import Family
from dakehu.language.times.holidays import days_off
from dakehu.language.times.nesting import nest
from dakehu.language.times.values import (
    Cyclic,
    Fixed,
    Frame,
    Prefer,
    Span,
    When,
    day_span,
    this_unit,
)
from dakehu.language.times.words.festivals import DAYS, Festival

festivals = Family()
# Festivals that are named by their digits, and what may follow such a name.
_BY_DIGITS = {"五一": "五一", "三八": "三八", "六一": "六一", "八一": "建军节", "十一": "国庆"}


def _find(festival: Festival, year: int) -> datetime | None:
    """Return the day of a festival in a year."""
    found: datetime | None = None
    match festival:
        case ("solar", month, day):
            found = datetime(year, month, day)  # noqa: DTZ001 - naive until the end
        case ("lunar", month, day):
            found = lunar.falls_in(year, month, day)
        case ("term", name):
            found = lunar.solar_term(year, name)
        case ("easter",):
            found = easter(year)
        case ("after", name, days):
            other = _find(DAYS[name], year)
            found = other and other + days * DAY
        case ("nth", month, weekday, n):
            first = datetime(year, month, 1)  # noqa: DTZ001
            found = first + ((weekday - first.weekday()) % 7 + 7 * (n - 1)) * DAY
    return found


def festival_day(name: str) -> Cyclic:
    """Return the day of a festival, once a year."""

    def at(start: datetime) -> Span | None:
        day = _find(DAYS[name], start.year)
        return day_span(day) if day else None

    return Cyclic("year", "day", at)


@festivals.rule("date", "lunar? f=festival")
def festival(f: str) -> When:
    """国庆, 中秋节, Christmas."""
    return festival_day(f)


@festivals.rule("date", "n=digit_festival")
def digit_festival(n: str) -> When:
    """五一, 十一."""
    return festival_day(_BY_DIGITS[n])


@festivals.rule("date", "en_the? (f=festival | n=digit_festival) holiday")
def holiday(f: str = "", n: str = "") -> When:
    """国庆假期, 春节期间: the official days off."""
    name = f or _BY_DIGITS[n]

    def at(start: datetime) -> Span | None:
        day = _find(DAYS[name], start.year)
        if day is None:
            return None
        first, end, assumed = days_off(name, day)
        return Span(first, end, "day", assumed=assumed)

    return Cyclic("year", "part", at)


def lunar_day(month: int, day: int) -> Cyclic:
    """Return a day of the lunar calendar, by the Gregorian year it falls in."""

    def at(start: datetime) -> Span | None:
        found = lunar.falls_in(start.year, month, day)
        return day_span(found) if found else None

    return Cyclic("year", "day", at)


@festivals.rule("date", "m=lunar_month d=(number | lunar_day) hao?")
def named_lunar_month(m: int, d: int) -> When | None:
    """正月十五, 腊月廿三."""
    return lunar_day(m, d) if 1 <= d <= 30 else None


@festivals.rule("date", "m=lunar_month")
def whole_lunar_month(m: int) -> When:
    """正月."""

    def at(start: datetime) -> Span | None:
        for year in (start.year - 1, start.year):
            found = lunar.lunar_month(year, m)
            if found and found[0].year == start.year:
                return Span(*found, "month")
        return None

    return Cyclic("year", "month", at)


@festivals.rule(
    "date",
    "m=number yue d=lunar_day",
    "lunar m=number yue d=(lunar_day | number) hao?",
    "lunar m=lunar_month d=(lunar_day | number) hao?",
)
def numbered_lunar_month(m: int, d: int) -> When | None:
    """八月初一, 农历八月十五."""
    return lunar_day(m, d) if 1 <= m <= 12 and 1 <= d <= 30 else None


@festivals.rule("date", "en_the f=festival")
def with_article(f: str) -> When:
    """The Spring Festival."""
    return festival_day(f)


@festivals.rule("date", "t=(en_last | en_next | en_following | en_this) f=festival")
def of_named_year(t: int, f: str) -> When | None:
    """Last Christmas."""
    return nest(this_unit("year", t), festival_day(f))


@festivals.rule("date", "en_the (p=en_last | en_next) f=festival")
def nearest(f: str, p: int | None = None) -> When:
    """The next Christmas: the nearest."""
    day = festival_day(f)
    prefer: Prefer = "past" if p else "future"
    return Fixed("day", lambda frame: day.resolve(Frame(frame.now, prefer)))
