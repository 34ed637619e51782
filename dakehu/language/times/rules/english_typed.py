"""English dates typed with signs: 05-Aug-2026, 2026/Sep/23, Sep-23-2026."""

from dakehu.language.times.grammar import Family
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.rules.dates import month_day, of_year
from dakehu.language.times.rules.english_dates import is_year
from dakehu.language.times.values import When

dates = Family()
_MONTH = "m=(en_month | en_maybe_month)"
_SIGN = "(to | en_slash)"


@dates.rule(
    "date",
    f"n=number {_SIGN} {_MONTH} {_SIGN} y=number",
    f"n=number {_SIGN} y=number {_SIGN} {_MONTH}",
    f"{_MONTH} {_SIGN} n=number {_SIGN} y=number",
    f"{_MONTH} {_SIGN} y=number {_SIGN} n=number",
    f"y=number {_SIGN} {_MONTH} {_SIGN} n=number",
    f"y=number {_SIGN} n=number {_SIGN} {_MONTH}",
)
def signed(n: Numeral, m: int, y: Numeral) -> When | None:
    """05-Aug-2026, 2026/Sep/23, in whatever order."""
    return of_year(y, month_day(m, n)) if n <= 31 and is_year(y) else None
