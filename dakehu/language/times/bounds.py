"""Limits: 周五前, 月底前, 上月以来, by Friday, before Friday, since Monday, after 3pm."""

from datetime import datetime, timedelta

from dakehu.language.times.calendar import DAY
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At
from dakehu.language.times.ranges import Range
from dakehu.language.times.values import Fixed, Frame, Span, When

bounds = Family()

# The open side of a limit in the other direction (2018年以前, after Friday).
_LONG_AGO = datetime(1900, 1, 1)  # noqa: DTZ001 - naive until the end
_FAR_AHEAD = datetime(2100, 1, 1)  # noqa: DTZ001


def _settle(when: When, frame: Frame) -> Span | None:
    """Settle what a limit hangs on; without a preference, limits look ahead."""
    span = when.resolve(frame)
    if span and frame.prefer is None and span.end <= frame.now:
        return when.resolve(Frame(frame.now, "future", frame.context))
    return span


def _until(when: When, to_end: bool) -> Fixed:
    """Return the time from now to the start or end of `when`."""

    def settle(frame: Frame) -> Span | None:
        span = _settle(when, frame)
        if span is None:
            return None
        end = span.end if to_end and not span.point else span.start
        start = frame.now if end > frame.now else _LONG_AGO
        return Span(start, end, span.grain, assumed=span.assumed) if end > start else None

    return Fixed("limit", settle)


@bounds.rule(
    "limit",
    "x=time de? (qian | before)",
    "x=range (qian | before)",
    "on? x=time de? (qian | before)",
)
def before(x: At | Range) -> When:
    """周五前, 月底前 (to its end)."""
    return _until(x, getattr(x, "ends_limit", False))


@bounds.rule("limit", "en_before x=time")
def before_english(x: At) -> When:
    """Before Friday."""
    return _until(x, False)


@bounds.rule("limit", "en_by x=time", "en_until x=time", "by x=time", "to x=time qian")
def by(x: At) -> When:
    """By Friday: to its end."""
    return _until(x, True)


@bounds.rule("limit", "from? x=time since", "from? x=time onward", "from x=time", "en_since x=time")
def since(x: At) -> When:
    """上月以来, 从12月8日起."""

    def settle(frame: Frame) -> Span | None:
        span = x.resolve(frame)
        if span is None:
            return None
        end = frame.today + DAY
        return Span(
            span.start, end if end > span.start else _FAR_AHEAD, span.grain, assumed=span.assumed
        )

    return Fixed("limit", settle)


@bounds.rule("limit", "x=time de? (hou | after)", "en_after x=time")
def after(x: At) -> When:
    """国庆以后, after Friday."""

    def settle(frame: Frame) -> Span | None:
        span = _settle(x, frame)
        if span is None:
            return None
        start = span.start if span.point else span.end
        end = frame.today + timedelta(days=1)
        if start >= end or frame.prefer == "future":
            end = _FAR_AHEAD
        return Span(start, end, span.grain, assumed=span.assumed) if end > start else None

    return Fixed("limit", settle)
