"""Limits: 周五前, 月底前, 上月以来, by Friday, before Friday, since Monday, after 3pm."""

from datetime import datetime

from dakehu.language.times.calendar import DAY
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At
from dakehu.language.times.stretch import Stretch
from dakehu.language.times.values import Fixed, Frame, Span, When

bounds = Family()
_AT = "(en_at | en_about)?"

# The open side of a limit in the other direction (2018年以前, after Friday).
_LONG_AGO = datetime(1900, 1, 1)  # noqa: DTZ001 - naive until the end
_FAR_AHEAD = datetime(2100, 1, 1)  # noqa: DTZ001


def _end_ahead(when: When, frame: Frame, to_end: bool) -> Span | None:
    """Settle what a limit ends at: an open date is the next one, whichever way one looks."""
    ahead = Frame(frame.now, "future", frame.context)
    span = when.resolve(ahead)
    if span and not to_end and span.start <= frame.now < span.end and frame.now > frame.today:
        return when.resolve(Frame(span.end, "future", frame.context))
    return span


def _until(when: When, to_end: bool) -> Fixed:
    """Return the time from now to the start or end of `when`."""

    def settle(frame: Frame) -> Span | None:
        span = _end_ahead(when, frame, to_end)
        if span is None:
            return None
        end = span.end if to_end and not span.point else span.start
        start = frame.now if end > frame.now else _LONG_AGO
        return Span(start, end, span.grain, assumed=span.assumed) if end > start else None

    return Fixed("limit", settle)


@bounds.rule("limit", "x=(time | range) de? (qian | before)", f"en_before {_AT} x=time")
def before(x: At | Stretch) -> When:
    """周五前, before Friday, 月底前 (to its end)."""
    return _until(x, getattr(x, "ends_limit", False))


@bounds.rule(
    "limit",
    f"(en_by | en_until | by) {_AT} x=time",
    "to x=time (qian | stop)",
    "x=time up_to",
)
def by(x: At) -> When:
    """By Friday: to its end."""
    return _until(x, to_end=True)


@bounds.rule(
    "limit",
    "from? x=time (since | onward | onward_from)",
    "from x=time begin",
    f"(en_since | en_starting) {_AT} x=time",
)
def since(x: At) -> When:
    """上月以来, 从12月8日起."""

    def settle(frame: Frame) -> Span | None:
        span = x.resolve(frame)
        if span is None:
            return None
        today_ends = frame.today + DAY
        end = today_ends if today_ends > span.start else _FAR_AHEAD
        return Span(span.start, end, span.grain, assumed=span.assumed)

    return Fixed("limit", settle)


@bounds.rule("limit", "f=from x=time")
def from_on(f: str, x: At) -> When | None:
    """自周一; 从 by itself is none: 从周三改到周四."""
    return since(x) if f == "since" else None


@bounds.rule("limit", "x=time de? (hou | after)", f"en_after {_AT} x=time")
def after(x: At) -> When:
    """国庆以后, after Friday: to the end of today, open where it starts later."""

    def settle(frame: Frame) -> Span | None:
        span = x.resolve(frame)
        if span is None:
            return None
        start = span.start if span.point else span.end
        end = frame.today + DAY
        if start >= end or frame.prefer == "future":
            end = _FAR_AHEAD
        return Span(start, end, span.grain, assumed=span.assumed) if end > start else None

    return Fixed("limit", settle)
