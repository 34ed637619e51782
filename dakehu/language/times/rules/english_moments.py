"""English moments: yesterday afternoon, next Wednesday at 10, 10am tomorrow, last night at 8."""

from dataclasses import replace

from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At, Clock, Meridiem, Part
from dakehu.language.times.nesting import nest
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.pick import Pick
from dakehu.language.times.rules.dates import calendar_year
from dakehu.language.times.rules.english_dates import is_year
from dakehu.language.times.rules.english_parts import narrowed
from dakehu.language.times.rules.weekdays import weekday
from dakehu.language.times.values import When, this_unit
from dakehu.language.times.words.english import AFTERNOON, MORNING

moments = Family()
_PART = "p=(en_part | the_part)"
_CLOCK = "(en_about? c=clock | en_at h=number)"
_AT = "((en_at | en_about)? c=clock | (en_at | en_about) h=number)"
_ON = "(en_on | en_in | en_of | comma)?"
_TOWARD = "t=(en_this | en_last | en_next)"


@moments.rule(
    "time",
    "d=date comma? p=(en_part | the_part | part)",
    f"d=date comma? ({_PART})? comma? {_AT} ({_PART})?",
    "e=(edge | en_earlier | en_later) d=date p=en_part",
    f"en_the? {_PART} en_of d=date {_AT}?",
    "d=date en_for c=clock",
    f"p=the_part {_ON} d=date",
)
def on_day(
    d: When,
    p: Part | None = None,
    c: Clock | None = None,
    h: Numeral | None = None,
    e: int | None = None,
) -> At | None:
    """Yesterday afternoon, early tomorrow morning, next Wednesday at 10, Dec 8 for 3pm."""
    if d.grain != "day" or (h is not None and h > 24):
        return None
    return At(d, p and narrowed(p, e), c if h is None else Clock(h))


@moments.rule("time", "m=en_maybe_weekday (c=clock | p=en_part (en_at? c=clock)?)")
def on_maybe_weekday(m: int, c: Clock | None = None, p: Part | None = None) -> At:
    """Sat 9am, sun morning; not he sat at 9."""
    return At(weekday(m), p, c)


@moments.rule("time", "d=date en_at v=decimal", "d=date h=number m=number")
def on_day_spelled(
    d: When, v: str = "", h: Numeral | None = None, m: Numeral | None = None
) -> At | None:
    """Monday at 2.30, March eighteenth nine thirty."""
    if h is not None and m is not None and not (h.raw.isalpha() and m.raw.isalpha()):
        return None
    hour, _, minute = v.partition(".") if v else (str(int(h or 0)), "", str(int(m or 0)))
    is_clock = d.grain == "day" and len(minute) == 2 and int(hour) <= 24 and int(minute) < 60
    return At(d, None, Clock(int(hour), int(minute))) if is_clock else None


@moments.rule("time", "d=date c=clock y=number")
def logged(d: When, c: Clock, y: Numeral) -> At | None:
    """Wed Oct 26 15:50:06 2026."""
    day = nest(calendar_year(y), d) if is_year(y) else None
    return At(day, None, c) if day and day.grain == "day" else None


@moments.rule("time", "d=date x=meridiem")
def half_of_day(d: When, x: Meridiem) -> At | None:
    """Today pm, Friday am."""
    return At(d, MORNING if x == "am" else AFTERNOON) if d.grain == "day" else None


@moments.rule("time", f"{_CLOCK} {_ON} d=date ({_PART})?")
def before_day(
    d: When, p: Part | None = None, c: Clock | None = None, h: Numeral | None = None
) -> At | None:
    """10am tomorrow."""
    moment = on_day(d, p, c, h)
    return moment and replace(moment, lends=True)


@moments.rule("time", f"d=date {_PART} (en_of | en_in)? w=date")
def weekday_part_of_week(d: When, p: Part, w: When) -> At | None:
    """Wednesday evening next week."""
    day = nest(w, d)
    return At(day, p) if day else None


@moments.rule("time", f"(e=(edge | en_earlier | en_later))? {_TOWARD} p=en_part", "p=the_part")
def this_part(p: Part, t: int = 0, e: int | None = None) -> At:
    """This morning, last night, late this afternoon, in the evening."""
    return At(this_unit("day", t), narrowed(p, e))


@moments.rule(
    "time",
    f"{_CLOCK} (p=the_part)?",
    f"({_TOWARD} p=en_part | p=the_part) comma? {_AT}",
    f"{_CLOCK} {_TOWARD} p=en_part",
    "h=number p=the_part",
    "en_about a=number",
)
def clock_today(
    h: Numeral | None = None,
    c: Clock | None = None,
    p: Part | None = None,
    t: int | None = None,
    a: Numeral | None = None,
) -> At | None:
    """At 3, about 9, at 3 in the afternoon, this afternoon at 3; about 20 is a number."""
    h = a if a is not None and a <= 12 else h
    if (h is None and c is None) or (h is not None and (h > 24 or not h.raw.isdigit())):
        return None
    return At(None if t is None else this_unit("day", t), p, c or Clock(h or 0))


@moments.rule("time", f"d=daypart comma? {_AT}", "(c=clock | en_at? h=number) comma? d=daypart")
def tonight(d: tuple[int, Part], c: Clock | None = None, h: Numeral | None = None) -> At | None:
    """Tonight at 8."""
    if h is not None and (h > 24 or not h.raw.isdigit()):
        return None
    return At(this_unit("day", d[0]), d[1], c or Clock(h or 0))


@moments.rule("time", "v=pick_part (d=date | en_the? u=en_unit)")
def picked_part(v: tuple[Pick, Part], d: When | None = None, u: str = "month") -> At | None:
    """The first Monday evening of next month."""
    day = v[0].within(d or this_unit("month")) if u == "month" else None
    return At(day, v[1]) if day else None
