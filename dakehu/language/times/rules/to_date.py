"""A period up to now and the same period a year ago: year to date, this year so far, 去年同期."""

from dakehu.language.times.calendar import Unit, shift
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At
from dakehu.language.times.rules.bounds import since
from dakehu.language.times.rules.dates import MONTHS
from dakehu.language.times.values import Fixed, Frame, Span, When, day_span, this_unit

to_date = Family()
same = Family()


@to_date.rule("limit", "en_the? u=en_to_date")
def unit_to_date(u: Unit) -> When:
    """Year to date, YTD."""
    return since(At(this_unit(u)))


@to_date.rule("limit", "en_from? (x=time | m=en_maybe_month) en_so_far", "en_so_far x=time")
def so_far(x: At | None = None, m: int = 0) -> When:
    """This year so far, from March to date."""
    return since(x or At(MONTHS[m]))


@same.rule("limit", "n=yearword same", "n=toward nian same")
@same.rule("limit", "en_the? en_same_period n=en_last u=en_unit")
def same_period(n: int, u: Unit = "year") -> When | None:
    """去年同期: the period talked about, else today, a year (a month) earlier."""

    def settle(frame: Frame) -> Span:
        span = frame.context or day_span(frame.today)
        return Span(shift(span.start, u, n), shift(span.end, u, n), span.grain)

    return Fixed("part", settle, needs_context=True)
