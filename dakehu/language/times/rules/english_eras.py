"""English decades, centuries and seasons: the 1990s, the nineties, the next decade, last summer."""

from datetime import datetime

from dakehu.language.times.calendar import floor, shift
from dakehu.language.times.grammar import Family
from dakehu.language.times.nesting import nest
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.amounts import Amount, amount
from dakehu.language.times.rules.dates import calendar_year
from dakehu.language.times.rules.english_dates import is_year
from dakehu.language.times.rules.eras import season_of_year
from dakehu.language.times.values import Fixed, Frame, Span, When

eras = Family()
seasons = Family()


def _years(first: int, count: int) -> Span:
    """Return so many years."""
    start = datetime(first, 1, 1)  # noqa: DTZ001 - naive until the end
    return Span(start, start.replace(year=first + count), "year")


@eras.rule("date", "en_the? n=en_ordinal en_century")
def century(n: int) -> When | None:
    """The 21st century."""
    return Fixed("part", lambda _: _years(100 * (n - 1), 100)) if 10 <= n <= 30 else None


@eras.rule("date", "en_the? v=decade")
def decade(v: int) -> When:
    """The 1990s."""
    return Fixed("part", lambda _: _years(v, 10))


@eras.rule("date", "<en_the> v=en_short_decade", "<en_in> v=en_decade_name")
@eras.rule("date", "<en_the> v=en_decade_name")
def short_decade(v: int) -> When:
    """The 90s, in the nineties: the last ones that have begun."""

    def settle(frame: Frame) -> Span:
        first = frame.now.year // 100 * 100 + v
        return _years(first - 100 * (first > frame.now.year), 10)

    return Fixed("part", settle)


@eras.rule("date", "en_the? t=(en_last | en_next | en_this) n=number? en_decade")
def nearby_decades(t: int, n: int = 1) -> When:
    """The next two decades."""

    def settle(frame: Frame) -> Span:
        this = frame.now.year // 10 * 10
        return _years(this + 10 * (t if t >= 0 else -n), 10 * n)

    return Fixed("part", settle)


@eras.rule("amount", "n=number en_decade")
def decades(n: int) -> Amount:
    """Two decades."""
    return amount(10 * n, "year")


@seasons.rule("date", "t=(en_last | en_next | en_this) m=season")
def nearest_season(t: int, m: int) -> When:
    """Last summer: the latest that is over; next summer: the next that begins."""
    season = season_of_year(m)

    def settle(frame: Frame) -> Span | None:
        year = floor(frame.now, "year")
        for count in (0, t):
            span = season.at(shift(year, "year", count))
            over = span and (span.end <= frame.now if t < 0 else span.start > frame.now)
            if over or t == 0:
                return span
        return span

    return Fixed("part", settle)


@seasons.rule("date", "en_the? m=season en_of? (d=date | y=number)")
def season_of(m: int, d: When | None = None, y: Numeral | None = None) -> When | None:
    """The summer of 2025, summer this year."""
    if y is not None:
        d = calendar_year(y) if is_year(y) else None
    return nest(d, season_of_year(m)) if d else None
