"""Decades, centuries and seasons: 90年代, 十九世纪七十年代, 本世纪, 去年夏天."""

from datetime import datetime

from dakehu.language.times.calendar import shift
from dakehu.language.times.grammar import Family
from dakehu.language.times.nesting import nest
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.values import Cyclic, Fixed, Frame, Span, When

eras = Family()
seasons = Family()


def _years(first: int, count: int, grain: str) -> Span | None:
    """Return so many years, None where they lie outside the calendar."""
    if not 1 <= first <= 9999 - count:
        return None
    return Span(datetime(first, 1, 1), datetime(first + count, 1, 1), grain)  # noqa: DTZ001


@eras.rule("date", "n=number century", "t=(toward | this) century")
def century(n: int | None = None, t: int = 0) -> When:
    """21世纪: the years of which it numbers the first two digits, 2000 to 2099."""

    def settle(frame: Frame) -> Span | None:
        first = frame.now.year // 100 + t if n is None else n - 1
        return _years(100 * first, 100, "century")

    return Fixed("century", settle)


@eras.rule("date", "(c=number century | t=(toward | this) century)? de? n=number niandai")
def decade(n: Numeral, c: int | None = None, t: int | None = None) -> When | None:
    """90年代: the last one that has begun, or that of the named century."""
    if n % 10 or n > 9990 or 90 < n < 1000:
        return None

    def settle(frame: Frame) -> Span | None:
        this = frame.now.year // 100
        hundred = n // 100 or (c - 1 if c else this + (t or 0))
        first = 100 * hundred + n % 100
        late = c is None and t is None and first > frame.now.year
        return _years(first - 100 * late, 10, "decade")

    return Fixed("decade", settle)


def season_of_year(month: int) -> Cyclic:
    """Return three months of the year, from the given one on (winter from December)."""

    def at(start: datetime) -> Span:
        first = start.replace(month=month)
        return Span(first, shift(first, "month", 3), "quarter")

    return Cyclic("year", "quarter", at)


@seasons.rule("date", "d=date de? m=season")
def season(d: When, m: int) -> When | None:
    """去年夏天; by itself a season is none (夏天用电多)."""
    return nest(d, season_of_year(m))
