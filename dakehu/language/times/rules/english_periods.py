"""Pieces of English periods: earlier this week, later this month, the rest of the year."""

from datetime import datetime

from dakehu.language.times.calendar import Unit, midnight, shift
from dakehu.language.times.grammar import Family
from dakehu.language.times.values import Fixed, Frame, Span, When, this_unit

periods = Family()
_WHOLE = ("week", "month", "quarter", "half", "year")


@periods.rule("date", "e=(en_earlier | en_later) en_in? (d=date | en_the u=en_unit)")
def half(e: int, d: When | None = None, u: Unit = "day") -> When | None:
    """Earlier this week, its first half up to today; later this month, its second from today."""
    period = d or this_unit(u)
    if period.grain not in _WHOLE and not (period.grain == "day" and isinstance(period, Fixed)):
        return None

    def settle(frame: Frame) -> Span | None:
        span = period.resolve(frame)
        if span is None:
            return None
        middle, now = _middle(span), frame.now if span.grain == "day" else frame.today
        if e:
            return Span(max(middle, now) if now < span.end else middle, span.end, "day")
        end = now if span.grain == "day" else min(middle, now)
        return Span(span.start, end if span.start < end else middle, "day")

    return Fixed("part", settle)


def _middle(span: Span) -> datetime:
    """Return where the second half starts: noon, Thursday, the 16th, July."""
    if span.grain in ("half", "year"):
        return shift(span.start, "month", 6 if span.grain == "year" else 3)
    middle = span.start + (span.end - span.start) / 2
    return middle if span.grain == "day" else midnight(middle)


@periods.rule("date", "en_the? en_rest (d=date | en_the u=en_unit)")
def rest(d: When | None = None, u: Unit = "day") -> When | None:
    """The rest of the week: from today to its end."""
    period = d or this_unit(u)
    if period.grain not in _WHOLE:
        return None

    def settle(frame: Frame) -> Span | None:
        span = period.resolve(frame)
        if span is None or span.end <= frame.today:
            return span
        return Span(max(span.start, frame.today), span.end, "day")

    return Fixed("part", settle)
