"""Beginning and end of a quarter, its first and last five days: 季度末, 三季度末, 下季度初."""

from dakehu.language.times.calendar import DAY, shift
from dakehu.language.times.grammar import Family
from dakehu.language.times.nesting import nest
from dakehu.language.times.rules.units import quarter_of_year
from dakehu.language.times.values import Cyclic, Span, When, this_unit

quarter_edges = Family()

FIRST_DAYS = Cyclic(
    "quarter", "part", lambda start: Span(start, start + 5 * DAY, "day"), open=False
)
LAST_DAYS = Cyclic(
    "quarter",
    "part",
    lambda start: Span(shift(start, "quarter", 1) - 5 * DAY, shift(start, "quarter", 1), "day"),
    open=False,
    ends_limit=True,
)


@quarter_edges.rule("date", "(t=(toward | this) | di? n=number)? e=quarter_edge")
@quarter_edges.rule("date", "n=quarter_number e=edge")
def quarter_edge(e: int, n: int | None = None, t: int = 0) -> When | None:
    """季度末, 三季度末, Q3末: a month's end too, so the last five days."""
    if e not in (0, 2) or (n is not None and not 1 <= n <= 4):
        return None
    quarter = this_unit("quarter", t) if n is None else quarter_of_year(n)
    return nest(quarter, LAST_DAYS if e else FIRST_DAYS)
