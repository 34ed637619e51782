"""English dates: Dec 8, the 25th, December 8, 2026, March next year."""

from dataclasses import replace

from dakehu.language.times.grammar import Family
from dakehu.language.times.nesting import Nested, nest
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.dates import MONTHS, calendar_year, day_of_month, month_day
from dakehu.language.times.values import Cyclic, When, this_unit

dates = Family()
nesting = Family()
_MONTH = "m=(en_month | en_maybe_month)"
_DAY = "(n=number | o=en_ordinal)"


@dates.rule(
    "date", "m=en_month", "<en_in> m=en_maybe_month", "t=(en_last | en_next) m=en_maybe_month"
)
@dates.rule("date", "t=(en_last | en_next | en_this) m=en_month")
def month(m: int, t: int = 0) -> When | None:
    """December, in May, next March."""
    return nest(this_unit("year", t), MONTHS[m]) if t else MONTHS[m]


@dates.rule("date", f"{_MONTH} (comma | to)? en_of? y=number")
def month_of_year(m: int, y: Numeral) -> When | None:
    """December 2026."""
    return _of_year(y, MONTHS[m]) if _is_year(y) else None


@dates.rule("date", f"n=number to {_MONTH} to y=number")
def hyphenated(n: Numeral, m: int, y: Numeral) -> When | None:
    """05-Aug-2016."""
    return _of_year(y, month_day(m, n)) if n <= 31 and _is_year(y) else None


def _of_year(year: int, inner: Cyclic) -> Nested:
    """Return a time within a year, which it lends to the left side of a range."""
    return Nested(calendar_year(year), inner, lends=True)


def _is_year(number: Numeral) -> bool:
    """Tell whether a number by itself can be a year."""
    return len(number.raw) == 4 and 1900 <= number < 2100


@dates.rule(
    "date",
    f"{_MONTH} (comma | en_the)? {_DAY} ((comma | en_of)? y=number)?",
    f"en_the? {_DAY} en_of? {_MONTH} ((comma | en_of)? y=number)?",
)
def month_and_day(
    m: int, n: Numeral | None = None, o: int = 0, y: Numeral | None = None
) -> When | None:
    """Dec 8, 8th of December, December 8, 2026."""
    day = o if n is None else n
    if not 1 <= day <= 31 or (n is not None and not n.raw.isdigit()):
        return None
    if y is None:
        return month_day(m, day)
    return _of_year(y, month_day(m, day)) if _is_year(y) else None


@dates.rule("date", "en_the n=en_ordinal", "<en_on> n=en_ordinal")
def ordinal_day(n: int) -> When | None:
    """The 25th."""
    return day_of_month(n)


@dates.rule("date", "en_the? u=en_unit en_of? y=number", "<en_in> y=number", "<en_since> y=number")
@dates.rule("date", "<en_before> y=number", "<en_after> y=number", "<en_until> y=number")
@dates.rule("date", "<en_from> y=number", "<en_between> y=number", "<en_by> y=number")
def year(y: Numeral, u: str = "year") -> When | None:
    """In 2026, since 2025, the year 2025: a bare number is none."""
    return calendar_year(y) if _is_year(y) and u == "year" else None


@nesting.rule("date", "a=date (en_of | en_in | comma)? b=date")
def inner_first(a: When, b: When) -> When | None:
    """Monday next week, March next year."""
    nested = nest(b, a)
    return replace(nested, lends=True) if isinstance(nested, Nested) else nested


@nesting.rule("date", "d=date (comma | to | en_of)? y=number", "y=number to? d=date")
def of_year(d: When, y: Numeral) -> When | None:
    """Christmas 2025, Q2 2025."""
    is_day = isinstance(d, Cyclic) and d.unit != "year"
    return nest(calendar_year(y), d) if _is_year(y) and not is_day else None


@nesting.rule("date", "m=en_maybe_month comma? d=date")
def maybe_month_of_year(m: int, d: When) -> When | None:
    """March next year."""
    return nest(d, MONTHS[m])
