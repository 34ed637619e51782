"""English dates: Dec 8, the 25th, December 8, 2026, March next year."""

from dataclasses import replace

from dakehu.language.times.grammar import Family
from dakehu.language.times.nesting import Nested, nest
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.compose import with_weekday
from dakehu.language.times.rules.dates import (
    MONTHS,
    calendar_year,
    day_of_month,
    dotted_date,
    month_day,
    of_year,
)
from dakehu.language.times.values import Cyclic, Fixed, When, this_unit

dates = Family()
nesting = Family()
_MONTH = "m=(en_month | en_maybe_month)"
_DAY = "(n=number | o=en_ordinal)"


_AFTER = ("en_in", "en_of", "en_since", "en_before", "en_after", "en_until")


@dates.rule("date", "m=en_month", *(f"<{word}> m=en_maybe_month" for word in _AFTER))
@dates.rule("date", "t=(en_last | en_next) m=en_maybe_month")
@dates.rule("date", "t=(en_last | en_next | en_this) m=en_month")
def month(m: int, t: int = 0) -> When | None:
    """December, in May, next March."""
    return nest(this_unit("year", t), MONTHS[m]) if t else MONTHS[m]


@dates.rule("date", "<en_by> m=en_maybe_month", "<en_from> m=en_maybe_month")
def march(m: int) -> When | None:
    """By March; May may be a person there."""
    return MONTHS[m] if m == 3 else None


@dates.rule("date", f"{_MONTH} (comma | to | en_slash)? en_of? y=number")
def month_of_year(m: int, y: Numeral) -> When | None:
    """December 2026."""
    return of_year(y, MONTHS[m]) if is_year(y) else None


def is_year(number: Numeral) -> bool:
    """Tell whether a number by itself can be a year."""
    return len(number.raw) == 4 and 1900 <= number < 2100


@dates.rule(
    "date",
    *(
        f"{day} {year}"
        for year in ("", "(comma | en_of)? y=number")
        for day in (
            f"{_MONTH} (comma | en_the | to | en_slash)? {_DAY}",
            f"en_the? {_DAY} en_of? {_MONTH}",
            f"o=en_second en_of {_MONTH}",
        )
    ),
)
def month_and_day(
    m: int, n: Numeral | None = None, o: int = 0, y: Numeral | None = None
) -> When | None:
    """Dec 8, 8th of December, December 8, 2026."""
    day = o if n is None else n
    if not 1 <= day <= 31 or (n is not None and not _is_day(n)):
        return None
    if y is None:
        return month_day(m, day)
    return of_year(y, month_day(m, day)) if is_year(y) else None


def _is_day(number: Numeral) -> bool:
    """Tell whether a number beside a month can be its day: 8, 08, twenty-nine, but not one."""
    return len(number.raw) <= 2 if number.raw.isdigit() else number > 1


@dates.rule("date", "en_the n=en_ordinal", "<en_on> n=en_ordinal", "<en_on> en_the n=number")
def ordinal_day(n: int) -> When | None:
    """The 25th."""
    return day_of_month(n)


@dates.rule("date", "en_the? u=en_unit en_of? y=number", "<en_in> y=number", "<en_since> y=number")
@dates.rule("date", "<en_before> y=number", "<en_after> y=number", "<en_until> y=number")
@dates.rule("date", "<en_from> y=number", "<en_between> y=number", "<en_by> y=number")
def year(y: Numeral, u: str = "year") -> When | None:
    """In 2026, since 2025, the year 2025: a bare number is none."""
    return calendar_year(y) if is_year(y) and u == "year" else None


@dates.rule("date", f"en_the u=en_unit en_of {_MONTH}")
def the_month_of(u: str, m: int) -> When | None:
    """The month of May."""
    return MONTHS[m] if u == "month" else None


@dates.rule("date", "<en_on> v=decimal")
def dotted_day(v: str) -> When | None:
    """On 12.8."""
    return dotted_date(v)


@nesting.rule("date", "a=date (en_of | en_in | comma)? b=date")
def inner_first(a: When, b: When) -> When | None:
    """Monday next week, March next year."""
    nested = nest(b, a)
    return replace(nested, lends=True) if isinstance(nested, Nested) else nested


@nesting.rule("date", "y=date to q=date")
def quarter_of_year(y: When, q: When) -> When | None:
    """2025-Q3."""
    return nest(y, q) if y.grain == "year" and q.grain in ("quarter", "half") else None


@nesting.rule("date", "d=date (comma | to | en_of)? y=number", "y=number to? d=date")
def period_of_year(d: When, y: Numeral) -> When | None:
    """Christmas 2025, Q2 2025."""
    is_day = isinstance(d, Cyclic) and d.unit != "year"
    return nest(calendar_year(y), d) if is_year(y) and not is_day else None


@nesting.rule("date", "w=date open d=date close", "w=date v=decimal")
def weekday_first(w: When, d: When | None = None, v: str = "") -> When | None:
    """This Friday (Jun 15), Friday 12.8: the date counts."""
    return with_weekday(d or dotted_date(v) or w, w) if v or d else None


@nesting.rule("date", "(n=en_next | en_last | en_this) d=date")
def nearest(d: When, n: int | None = None) -> When | None:
    """Next 5/12, last 6th of April."""
    if not (isinstance(d, Cyclic) and d.unit == "year" and d.grain == "day"):
        return None
    return Fixed("day", lambda frame: d.resolve(replace(frame, prefer="future" if n else "past")))


@nesting.rule("date", "m=en_maybe_month comma? d=date")
def maybe_month_of_year(m: int, d: When) -> When | None:
    """March next year."""
    return nest(d, MONTHS[m])
