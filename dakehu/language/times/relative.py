"""Times counted from now: 三天后, 近三个月, 两周内, 半小时前, in two weeks."""

from collections.abc import Callable
from datetime import datetime

from dakehu.language.times.amounts import Amount
from dakehu.language.times.calendar import DAY, floor, midnight, shift
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At
from dakehu.language.times.values import Fixed, Frame, Span, When, day_span

relative = Family()
_CLOCKED = ("second", "minute", "hour")


def moved(moment: datetime, amount: Amount, sign: int) -> datetime:
    """Return the moment moved by an amount."""
    for count, unit in amount.parts:
        moment = (
            moment + sign * count * 4 / 24 * DAY
            if (count, unit) == (0.5, "day")
            else shift(moment, unit, sign * count)
        )
    return moment


def _clocked(amount: Amount) -> bool:
    """Tell whether the amount is counted in hours or less; half a day is four hours."""
    return amount.finest in _CLOCKED or amount.parts == ((0.5, "day"),)


def offset(amount: Amount, sign: int) -> Fixed:
    """Return the day or the minute that lies an amount from now."""

    def day(frame: Frame) -> Span:
        return day_span(midnight(moved(frame.today, amount, sign)))

    def minute(frame: Frame) -> Span:
        start = floor(moved(frame.now, amount, sign), "minute")
        return Span(start, shift(start, "minute", 1), "minute", point=True)

    return Fixed("minute", minute) if _clocked(amount) else Fixed("day", day)


def latest(amount: Amount) -> Fixed:
    """Return the stretch of an amount that ends with today, or now for hours."""

    def days(frame: Frame) -> Span:
        return Span(moved(frame.today, amount, -1) + DAY, frame.today + DAY, "day")

    def minutes(frame: Frame) -> Span:
        now = frame.now
        return Span(moved(now, amount, -1), now, "minute")

    return Fixed("part", minutes if _clocked(amount) else days)


def coming(amount: Amount) -> Fixed:
    """Return the stretch of an amount that starts with today, or now for hours."""

    def days(frame: Frame) -> Span:
        return Span(frame.today, moved(frame.today, amount, 1), "day")

    def minutes(frame: Frame) -> Span:
        return Span(frame.now, moved(frame.now, amount, 1), "minute")

    return Fixed("part", minutes if _clocked(amount) else days)


def _rule(*patterns: str) -> Callable[[Callable[..., When]], Callable[..., When]]:
    return relative.rule("date", *patterns)


@_rule("a=amount qian", "a=amount before", "a=amount en_ago")
def ago(a: Amount) -> When:
    """三天前, 2 weeks ago."""
    return offset(a, -1)


@_rule(
    "a=amount hou",
    "a=amount after",
    "en_in a=amount",
    "a=amount en_later",
    "a=amount en_from en_now",
    "a=amount en_from n=day",
)
def hence(a: Amount, n: int = 0) -> When:
    """三天后, in two weeks, a week from tomorrow."""
    return (
        offset(a, 1)
        if n == 0
        else Fixed("day", lambda frame: day_span(moved(shift(frame.today, "day", n), a, 1)))
    )


@_rule(
    "recent de? a=amount",
    "qian a=amount",
    "en_the? en_last a=amount",
    "en_the? en_past a=amount",
    "recent de? a=amount within",
)
def recent(a: Amount) -> When:
    """近三个月, last 7 days."""
    return latest(a)


@_rule(
    "coming de? a=amount",
    "a=amount within",
    "coming de? a=amount within",
    "hou a=amount",
    "en_within a=amount",
    "en_the? en_next a=amount",
    "n=number hao within",
    "en_the? en_following a=amount",
)
def next_stretch(a: Amount | None = None, n: int = 0) -> When:
    """未来三天, 两周内, the next 3 days."""
    return coming(a or Amount(((n, "day"),)))


@_rule(
    "d=date qian a=amount",
    "d=date de? qian a=amount",
    "d=date before a=amount",
    "a=amount en_before d=date",
)
def before(d: When, a: Amount) -> When:
    """国庆前一天, 12月8日前三天."""

    def settle(frame: Frame) -> Span | None:
        span = d.resolve(frame)
        return span and day_span(midnight(moved(span.start, a, -1)))

    return Fixed("day", settle)


@_rule(
    "d=date hou a=amount",
    "d=date de? hou a=amount",
    "d=date after a=amount",
    "a=amount en_after d=date",
)
def after(d: When, a: Amount) -> When:
    """国庆后三天."""

    def settle(frame: Frame) -> Span | None:
        span = d.resolve(frame)
        return span and day_span(midnight(moved(span.end - DAY, a, 1)))

    return Fixed("day", settle)


@relative.rule("time", "now", "en_now")
def now() -> At:
    """现在 is this minute."""

    def settle(frame: Frame) -> Span:
        start = floor(frame.now, "minute")
        return Span(start, shift(start, "minute", 1), "minute", point=True)

    return At(Fixed("minute", settle))
