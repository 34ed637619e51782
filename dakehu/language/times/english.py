"""English dates and clock times: next Wednesday, Dec 8, the 25th, half past 3, at 10."""

from dataclasses import replace

from dakehu.language.times.calendar import Unit
from dakehu.language.times.dates import MONTHS, day_of_month, month_day, year
from dakehu.language.times.grammar import Family
from dakehu.language.times.lexer import Numeral
from dakehu.language.times.moments import At, Clock, Part
from dakehu.language.times.units import MONTH_EDGES, half_of_year, quarter_of_year, year_edge
from dakehu.language.times.values import Nested, When, nest, this_unit
from dakehu.language.times.weekdays import WEEKEND, weekday

dates = Family()
nesting = Family()
moments = Family()
_TOWARD = "(t=en_last | t2=en_next | t3=en_this)"


@dates.rule("date", "n=en_weekday", "en_on n=en_maybe_weekday")
def day_of_week(n: int) -> When:
    """Wednesday."""
    return weekday(n)


@dates.rule(
    "date", f"{_TOWARD} (n=en_weekday | n2=en_maybe_weekday)", "t4=en_following n=en_weekday"
)
def day_of_named_week(
    n: int | None = None, n2: int = 0, t: int = 0, t2: int = 0, t3: int = 0, t4: int = 0
) -> When | None:
    """Next Wednesday, last Friday, this Thu."""
    number = n2 if n is None else n
    return weekday(number) if t4 else nest(this_unit("week", t + t2 + t3), weekday(number))


@dates.rule("date", f"en_the? {_TOWARD} u=en_unit")
def unit(u: Unit, t: int = 0, t2: int = 0, t3: int = 0) -> When | None:
    """Last week, next month, this year."""
    return this_unit(u, t + t2 + t3) if u not in ("second", "minute", "hour") else None


@dates.rule("date", f"en_the? {_TOWARD} en_weekend", "en_the en_weekend", "en_on? en_weekend")
def weekend(t: int = 0, t2: int = 0, t3: int = 0) -> When | None:
    """Next weekend."""
    return nest(this_unit("week", t + t2 + t3), WEEKEND)


@dates.rule("date", "en_the? u=en_unit en_after n=day", "en_the? u=en_unit en_before m=day")
def next_but_one(u: str = "day", n: int | None = None, m: int | None = None) -> When | None:
    """The day after tomorrow, the day before yesterday."""
    if u != "day":
        return None
    return this_unit("day", n + 1 if n is not None else (m or 0) - 1)


@dates.rule("date", "m=en_month", "en_in m=en_maybe_month", f"{_TOWARD} m=en_month")
def named_month(m: int, t: int = 0, t2: int = 0, t3: int = 0) -> When | None:
    """December."""
    return nest(this_unit("year", t + t2 + t3), MONTHS[m]) if t or t2 else MONTHS[m]


_MONTH = "(m=en_month | m2=en_maybe_month)"


@dates.rule(
    "date",
    f"{_MONTH} (n=number | n2=en_ordinal)",
    f"{_MONTH} en_the? n2=en_ordinal",
    f"en_the? (n=number | n2=en_ordinal) en_of? {_MONTH}",
    f"{_MONTH} (n=number | n2=en_ordinal) comma? y=number",
    f"en_the? (n=number | n2=en_ordinal) en_of? {_MONTH} comma? y=number",
)
def month_and_day(
    m: int = 0, m2: int = 0, n: Numeral | None = None, n2: int = 0, y: Numeral | None = None
) -> When | None:
    """Dec 8, 8th of December, December 8, 2026."""
    day = n if n is not None else n2
    if not 1 <= day <= 31 or (n is not None and not n.raw.isdigit()):
        return None
    if y is None:
        return month_day(m or m2, day)
    return nest(year(y), month_day(m or m2, day)) if len(y.raw) == 4 else None


@dates.rule("date", f"{_MONTH} comma? en_of? y=number")
def month_of_year(y: Numeral, m: int = 0, m2: int = 0) -> When | None:
    """December 2026."""
    return nest(year(y), MONTHS[m or m2]) if len(y.raw) == 4 and 1900 <= y < 2100 else None


@dates.rule("date", "en_the n=en_ordinal", "en_on n=en_ordinal", "en_on en_the n=en_ordinal")
def ordinal_day(n: int) -> When | None:
    """The 25th."""
    return day_of_month(n)


@dates.rule("date", "en_in y=number", "en_since y=number")
def bare_year(y: Numeral) -> When | None:
    """In 2026."""
    return year(y) if len(y.raw) == 4 and 1900 <= y < 2100 else None


@dates.rule("date", "en_the? n=en_ordinal u=en_unit", "en_the? n=en_ordinal en_half")
def ordinal_unit(n: int, u: str = "half") -> When | None:
    """The third quarter, first half."""
    if u == "half":
        return half_of_year(n - 1) if n in (1, 2) else None
    return quarter_of_year(n) if u == "quarter" else None


@dates.rule(
    "edge",
    "en_the? e=en_end en_of",
    "en_the? e=en_start en_of",
    "en_the? e=en_mid en_of?",
    "e=en_early",
    "e=en_late",
)
def edge(e: int) -> int:
    """The end of."""
    return e


def edge_of(e: int, d: When) -> When | None:
    """Return the beginning, middle or end of a month or year."""
    if d.grain == "month":
        return nest(d, MONTH_EDGES[e])
    return nest(d, year_edge(e)) if d.grain == "year" else None


@dates.rule("clock", "h=number en_oclock")
def oclock(h: Numeral) -> Clock | None:
    """3 o'clock."""
    return Clock(h) if h <= 12 else None


@dates.rule("clock", "(en_half en_past) h=number", "en_half h=number")
def half_past(h: Numeral) -> Clock | None:
    """Half past 3."""
    return Clock(h, 30) if h <= 12 else None


@dates.rule("clock", "en_a? q=en_unit p=en_past h=number", "en_a? q=en_unit en_to h=number")
def quarter_to(q: str, h: Numeral, p: int = 0) -> Clock | None:
    """Quarter past 3, a quarter to 4."""
    if q != "quarter" or not 1 <= h <= 12:
        return None
    return Clock(h, 15) if p else Clock((h - 2) % 12 + 1, 45)


@dates.rule("clock", "en_noon")
def noon() -> Clock:
    """Noon."""
    return Clock(12, 0, literal=True)


@dates.rule("clock", "en_midnight")
def midnight() -> Clock:
    """Midnight: 24:00."""
    return Clock(24, 0, literal=True)


_ON = "(en_on | en_in | comma)?"


@nesting.rule("date", "e=edge d=date", "e=edge en_the? u=en_unit")
def edge_date(e: int, d: When | None = None, u: str = "") -> When | None:
    """The end of next month, end of the month."""
    if d is None:
        d = this_unit(u, 0) if u in ("month", "year") else None  # type: ignore[arg-type]
    return edge_of(e, d) if d else None


@nesting.rule("date", "a=date (en_of | en_in | comma)? b=date")
def inner_first(a: When, b: When) -> When | None:
    """Monday next week, March next year."""
    nested = nest(b, a)
    return replace(nested, inherits_left=True) if isinstance(nested, Nested) else nested


@moments.rule(
    "time",
    "en_on? d=date p=en_part",
    "en_on? d=date en_at? c=clock",
    "en_on? d=date en_in en_the p=en_part",
    "en_on? d=date p=en_part en_at? c=clock",
    f"en_at? c=clock {_ON} d=date",
    f"c=clock {_ON} d=date p=en_part",
    "en_on? d=date en_at h=number",
    "en_on? d=date p=en_part en_at h=number",
    f"en_at h=number {_ON} d=date",
    f"en_at h=number {_ON} d=date p=en_part",
)
def on_day(
    d: When, p: Part | None = None, c: Clock | None = None, h: Numeral | None = None
) -> At | None:
    """Yesterday afternoon, next Wednesday at 10, 10am tomorrow."""
    if d.grain != "day":
        return None
    if h is not None:
        c = Clock(h) if h <= 24 else None
        if c is None:
            return None
    return At(d, p, c)


@moments.rule("time", "t=en_this p=en_part", "t=en_last p=en_part", "en_in en_the p=en_part")
def this_part(p: Part, t: int = 0) -> At:
    """This morning, last night."""
    return At(this_unit("day", t), p)


@moments.rule(
    "time",
    "en_at h=number",
    "en_at h=number en_in en_the p=en_part",
    "en_at? c=clock en_in en_the p=en_part",
    "en_at c=clock",
    "t=en_this p=en_part en_at (h=number | c=clock)",
)
def clock_today(
    h: Numeral | None = None, c: Clock | None = None, p: Part | None = None, t: int = 0
) -> At | None:
    """At 3, at 3 in the afternoon."""
    if c is None and (h is None or h > 24 or not h.raw.isdigit()):
        return None
    return At(None, p, c or Clock(h or 0))


@moments.rule("time", "en_on d=date", "p=en_part")
def on_date(d: When | None = None, p: Part | None = None) -> At | None:
    """On Friday."""
    return At(d) if d else None


@moments.rule("time", "d=daypart en_at c=clock", "d=daypart en_at h=number", "c=clock d=daypart")
def tonight(d: tuple[int, Part], c: Clock | None = None, h: Numeral | None = None) -> At:
    """Tonight at 8."""
    return At(this_unit("day", d[0]), d[1], c or Clock(h or 0))
