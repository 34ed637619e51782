"""English units: last week, the week after next, the third quarter, next Wednesday, the weekend."""

from dakehu.language.times.calendar import DAY, Unit
from dakehu.language.times.grammar import Family
from dakehu.language.times.nesting import nest
from dakehu.language.times.numeral import is_plural
from dakehu.language.times.rules.amounts import amount
from dakehu.language.times.rules.relative import next_stretch, recent
from dakehu.language.times.rules.units import half_of_year, quarter_of_year
from dakehu.language.times.rules.weekdays import WEEKEND, weekday
from dakehu.language.times.values import Fixed, Frame, Prefer, When, this_unit

units = Family()
_TOWARD = "t=(en_last | en_next | en_following | en_this)"


@units.rule("date", "n=en_weekday", "<en_on> n=en_maybe_weekday")
def day_of_week(n: int) -> When:
    """Wednesday, on Sat."""
    return weekday(n)


@units.rule("date", "en_this? (en_coming | b=en_past) n=en_weekday")
def nearest_day_of_week(n: int, b: str = "") -> When:
    """The coming Friday, this past Wednesday: never today."""
    day, step = weekday(n), -DAY if b else DAY
    prefer: Prefer = "past" if b else "future"
    return Fixed("day", lambda frame: day.resolve(Frame(frame.today + step, prefer)))


@units.rule("date", f"{_TOWARD} n=(en_weekday | en_maybe_weekday)")
def day_of_named_week(n: int, t: int) -> When | None:
    """Next Wednesday, last Friday, this Thu."""
    return nest(this_unit("week", t), weekday(n))


@units.rule("date", f"en_the? {_TOWARD} u=en_unit", "en_the? t=en_coming u=en_unit")
def unit(u: Unit, t: int) -> When | None:
    """Last week, next month, this year, the next hour; the last minute is a way of speaking."""
    if is_plural(u):
        return None
    if u == "hour" and t:
        return (next_stretch if t > 0 else recent)(amount(1, u))
    return this_unit(u, t) if u not in ("second", "minute", "hour") else None


@units.rule("date", "en_the? u=en_unit en_after t=en_next", "en_the? u=en_unit en_before t=en_last")
def unit_but_one(u: Unit, t: int) -> When | None:
    """The week after next, the month before last."""
    return this_unit(u, 2 * t) if u not in ("second", "minute", "hour") else None


@units.rule("date", "en_the? u=en_unit en_after n=day")
def day_after(u: str, n: int) -> When | None:
    """The day after tomorrow."""
    return this_unit("day", n + 1) if u == "day" else None


@units.rule("date", "en_the? u=en_unit en_before n=day")
def day_before(u: str, n: int) -> When | None:
    """The day before yesterday."""
    return this_unit("day", n - 1) if u == "day" else None


@units.rule("date", f"en_the? {_TOWARD} en_weekend")
def weekend(t: int) -> When | None:
    """Next weekend."""
    return nest(this_unit("week", t), WEEKEND)


@units.rule("date", "en_the? n=(en_ordinal | en_second) (u=en_unit | en_half)")
def piece_of_year(n: int, u: str = "half") -> When | None:
    """The third quarter, the first half."""
    if u == "half":
        return half_of_year(n) if n in (1, 2) else None
    return quarter_of_year(n) if u == "quarter" and n <= 4 else None
