"""English clock times and moments: half past 3, noon, at 10, yesterday afternoon."""

from dataclasses import replace

from dakehu.language.times.calendar import Unit
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At, Clock, Part
from dakehu.language.times.nesting import nest
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.clock import before
from dakehu.language.times.values import When, this_unit

clock = Family()
moments = Family()


@clock.rule("clock", "h=number en_oclock")
def oclock(h: Numeral) -> Clock | None:
    """3 o'clock."""
    return Clock(h) if h <= 12 else None


@clock.rule("clock", "en_half en_past h=number en_oclock?")
def half_past(h: Numeral) -> Clock | None:
    """Half past 3."""
    return Clock(h, 30) if h <= 12 else None


_MINUTES = "(en_a? q=en_unit | m=number (u=en_unit)?)"


@clock.rule("clock", f"{_MINUTES} en_past h=number en_oclock?")
def past(h: Numeral, q: Unit | None = None, m: int = 15, u: Unit = "minute") -> Clock | None:
    """Quarter past 3, ten past two."""
    return Clock(h, m) if h <= 12 and m < 60 and q in (None, "quarter") and u == "minute" else None


@clock.rule("clock", f"{_MINUTES} en_to h=number en_oclock?")
def to(h: Numeral, q: Unit | None = None, m: int = 15, u: Unit = "minute") -> Clock | None:
    """A quarter to 4, twenty to nine."""
    is_clock = q == "quarter" or (q is None and m in (5, 10, 20, 25) and h.raw.isalpha())
    return before(h, m) if h <= 12 and is_clock and u == "minute" else None


@clock.rule("clock", "n=number? en_noon")
def noon(n: int = 12) -> Clock | None:
    """Noon, 12 noon."""
    return Clock(12, 0, literal=True) if n == 12 else None


@clock.rule("clock", "en_midnight")
def midnight() -> Clock:
    """Midnight: 24:00."""
    return Clock(24, 0, literal=True)


_CLOCK = "(c=clock | en_at h=number)"
_AT = "(en_at? c=clock | en_at h=number)"
_ON = "(en_on | en_in | comma)?"


@moments.rule(
    "time",
    "d=date (en_in en_the)? p=(en_part | part)",
    f"d=date ((en_in en_the)? p=en_part)? comma? {_AT} (en_in en_the p=en_part)?",
    f"en_the? p=en_part en_of d=date {_AT}?",
)
def on_day(
    d: When, p: Part | None = None, c: Clock | None = None, h: Numeral | None = None
) -> At | None:
    """Yesterday afternoon, next Wednesday at 10, 10am tomorrow."""
    if d.grain != "day" or (h is not None and h > 24):
        return None
    return At(d, p, c if h is None else Clock(h))


@moments.rule("time", f"{_CLOCK} {_ON} d=date p=en_part?")
def before_day(
    d: When, p: Part | None = None, c: Clock | None = None, h: Numeral | None = None
) -> At | None:
    """10am tomorrow."""
    moment = on_day(d, p, c, h)
    return moment and replace(moment, lends=True)


@moments.rule("time", "d=date p=en_part (en_of | en_in)? w=date")
def weekday_part_of_week(d: When, p: Part, w: When) -> At | None:
    """Wednesday evening next week."""
    day = nest(w, d)
    return At(day, p) if day else None


@moments.rule("time", "t=(en_this | en_last) p=en_part", "en_in en_the p=en_part")
def this_part(p: Part, t: int = 0) -> At:
    """This morning, last night."""
    return At(this_unit("day", t), p)


@moments.rule(
    "time",
    f"{_CLOCK} (en_in en_the p=en_part)?",
    f"(t=en_this | en_in en_the) p=en_part {_AT}",
    f"{_CLOCK} t=en_this p=en_part",
    "h=number en_in en_the p=en_part",
)
def clock_today(
    h: Numeral | None = None, c: Clock | None = None, p: Part | None = None, t: int | None = None
) -> At | None:
    """At 3, at 3 in the afternoon, this afternoon at 3."""
    if h is not None and (h > 24 or not h.raw.isdigit()):
        return None
    return At(None if t is None else this_unit("day", t), p, c or Clock(h or 0))


@moments.rule("time", f"d=daypart {_AT}", "c=clock d=daypart")
def tonight(d: tuple[int, Part], c: Clock | None = None, h: Numeral | None = None) -> At | None:
    """Tonight at 8."""
    if h is not None and h > 24:
        return None
    return At(this_unit("day", d[0]), d[1], c or Clock(h or 0))
