"""English units: last week, the week after next, the third quarter, next Wednesday, the weekend."""

from dataclasses import replace

from dakehu.language.times.calendar import Unit
from dakehu.language.times.grammar import Family
from dakehu.language.times.nesting import nest
from dakehu.language.times.rules.units import half_of_year, quarter_of_year
from dakehu.language.times.rules.weekdays import WEEKEND, weekday
from dakehu.language.times.values import Fixed, When, this_unit

units = Family()
_TOWARD = "t=(en_last | en_next | en_this)"


@units.rule("date", "n=en_weekday", "<en_on> n=en_maybe_weekday")
def day_of_week(n: int) -> When:
    """Wednesday, on Sat."""
    return weekday(n)


@units.rule("date", "en_this? (en_following | b=en_past) n=en_weekday")
def nearest_day_of_week(n: int, b: str = "") -> When:
    """The coming Friday, this past Wednesday."""
    day = weekday(n)
    return Fixed("day", lambda frame: day.resolve(replace(frame, prefer="past" if b else "future")))


@units.rule("date", f"{_TOWARD} n=(en_weekday | en_maybe_weekday)")
def day_of_named_week(n: int, t: int) -> When | None:
    """Next Wednesday, last Friday, this Thu."""
    return nest(this_unit("week", t), weekday(n))


@units.rule("date", f"en_the? {_TOWARD} u=en_unit", "en_the t=en_following u=en_unit")
def unit(u: Unit, t: int) -> When | None:
    """Last week, next month, this year."""
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


@units.rule("date", f"en_the? {_TOWARD} en_weekend", "en_the? en_weekend")
def weekend(t: int = 0) -> When | None:
    """Next weekend."""
    return nest(this_unit("week", t), WEEKEND)


@units.rule("date", "en_the? n=(en_ordinal | en_second) (u=en_unit | en_half)")
def piece_of_year(n: int, u: str = "half") -> When | None:
    """The third quarter, the first half."""
    if u == "half":
        return half_of_year(n) if n in (1, 2) else None
    return quarter_of_year(n) if u == "quarter" and n <= 4 else None
