"""Times counted from now: 三天后, 近三个月, 两周内, 半小时前, in two weeks."""

from datetime import datetime

from dakehu.language.times.calendar import DAY, Unit, floor, midnight, shift
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At
from dakehu.language.times.nesting import nest
from dakehu.language.times.rules.amounts import Amount, amount
from dakehu.language.times.values import Fixed, Frame, Span, When, day_span

relative = Family()
_CLOCKED = ("second", "minute", "hour")


def moved(moment: datetime, amount: Amount, sign: int) -> datetime:
    """Return the moment moved by an amount; half a day is four hours."""
    for count, unit in amount.parts:
        if (count, unit) == (0.5, "day"):
            moment = shift(moment, "hour", sign * 4)
        else:
            moment = shift(moment, unit, sign * count)
    return moment


def _clocked(amount: Amount) -> bool:
    """Tell whether the amount is counted in hours or less; half a day is four hours."""
    return amount.finest in _CLOCKED or amount.parts == ((0.5, "day"),)


def _offset(amount: Amount, sign: int) -> Fixed:
    """Return the day or the minute that lies an amount from now."""

    def day(frame: Frame) -> Span:
        return day_span(midnight(moved(frame.today, amount, sign)))

    def minute(frame: Frame) -> Span:
        start = floor(moved(frame.now, amount, sign), "minute")
        return Span(start, shift(start, "minute", 1), "minute", point=True)

    if _clocked(amount):
        return Fixed("minute", minute)
    return Fixed("day", day, holds=amount.finest)


def _latest(amount: Amount) -> Fixed:
    """Return the stretch of an amount that ends with today, or now for hours."""

    def days(frame: Frame) -> Span:
        return Span(moved(frame.today, amount, -1) + DAY, frame.today + DAY, "day")

    def minutes(frame: Frame) -> Span:
        return Span(moved(frame.now, amount, -1), frame.now, "minute")

    return Fixed("part", minutes if _clocked(amount) else days)


def _coming(amount: Amount) -> Fixed:
    """Return the stretch of an amount that starts with today, or now for hours."""

    def days(frame: Frame) -> Span:
        return Span(frame.today, moved(frame.today, amount, 1), "day")

    def minutes(frame: Frame) -> Span:
        return Span(frame.now, moved(frame.now, amount, 1), "minute")

    return Fixed("part", minutes if _clocked(amount) else days)


def _from(day: When, amount: Amount, sign: int) -> Fixed:
    """Return the day that lies an amount before the start or after the end of another."""

    def settle(frame: Frame) -> Span | None:
        span = day.resolve(frame)
        if span is None:
            return None
        base = span.start if sign < 0 else span.end - DAY
        return day_span(midnight(moved(base, amount, sign)))

    return Fixed("day", settle)


@relative.rule("date", "a=amount (qian | before | en_ago)")
def ago(a: Amount) -> When:
    """三天前, 2 weeks ago."""
    return _offset(a, -1)


@relative.rule("date", "a=amount (hou | after | en_later | en_from en_now)", "en_in a=amount")
def hence(a: Amount) -> When:
    """三天后, in two weeks."""
    return _offset(a, 1)


@relative.rule("date", "a=amount (q=(qian | before) | hou | after) de b=date")
def within_then(a: Amount, b: When, q: str = "") -> When | None:
    """两周后的周五."""
    return nest(_offset(a, -1 if q else 1), b)


@relative.rule(
    "date", "recent de? a=amount within?", "(qian | before | en_the? (en_last | en_past)) a=amount"
)
def recent(a: Amount) -> When:
    """近三个月, last 7 days."""
    return _latest(a)


@relative.rule("date", "en_the? en_past u=en_unit")
def past_unit(u: Unit) -> When:
    """The past year."""
    return _latest(amount(1, u))


@relative.rule(
    "date",
    "coming? de? a=amount within",
    "(coming de? | hou | after | en_within en_next?) a=amount",
)
@relative.rule("date", "en_the? (en_next | en_following) a=amount")
def next_stretch(a: Amount) -> When:
    """未来三天, 两周内, the next 3 days."""
    return _coming(a)


@relative.rule("date", "d=date de? (qian | before) a=amount", "a=amount en_before d=date")
def before(d: When, a: Amount) -> When:
    """国庆前一天, 12月8日前三天."""
    return _from(d, a, -1)


@relative.rule(
    "date", "d=date de? (hou | after) a=amount", "en_in? a=amount (en_after | en_from) d=date"
)
def after(d: When, a: Amount) -> When:
    """国庆后三天, a week from tomorrow."""
    return _from(d, a, 1)


@relative.rule("date", "a=amount en_starting d=date")
def starting(a: Amount, d: When) -> When:
    """Two weeks starting tomorrow."""

    def settle(frame: Frame) -> Span | None:
        span = d.resolve(frame)
        return span and Span(span.start, moved(span.start, a, 1), "day")

    return Fixed("part", settle)


@relative.rule("date", "d=date de? (hou | after) n=nth u=unit")
def nth_after(d: When, n: int, u: str) -> When | None:
    """国庆节后第二天."""
    return _from(d, amount(n, "day"), 1) if u == "day" and n > 0 else None


@relative.rule("date", "en_the? u=en_unit (en_after | b=en_before) d=date")
def next_to(d: When, u: str, b: str | None = None) -> When | None:
    """The day before National Day."""
    return _from(d, amount(1, "day"), 1 if b is None else -1) if u == "day" else None


@relative.rule("time", "now", "en_now")
def now() -> At:
    """现在 is this minute."""

    def settle(frame: Frame) -> Span:
        start = floor(frame.now, "minute")
        return Span(start, shift(start, "minute", 1), "minute", point=True)

    return At(Fixed("minute", settle))
