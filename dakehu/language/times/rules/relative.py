"""Times counted from now: 三天后, 近三个月, 两周内, 半小时前, in two weeks."""

from datetime import datetime

from dakehu.language.times.calendar import DAY, Unit, floor, midnight, shift
from dakehu.language.times.grammar import Family
from dakehu.language.times.moments import At
from dakehu.language.times.nesting import nest
from dakehu.language.times.numeral import is_plural
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


def latest(amount: Amount) -> Fixed:
    """Return the stretch of an amount that ends with today, or now for hours."""

    def days(frame: Frame) -> Span:
        return Span(moved(frame.today, amount, -1) + DAY, frame.today + DAY, "day")

    def minutes(frame: Frame) -> Span:
        return Span(moved(frame.now, amount, -1), frame.now, "minute")

    if amount.finest == "quarter":
        return _quarters(-int(amount.parts[0][0]), 0)
    return Fixed("part", minutes if _clocked(amount) else days)


def coming(amount: Amount) -> Fixed:
    """Return the stretch of an amount that starts with today, or now for hours."""

    def days(frame: Frame) -> Span:
        return Span(frame.today, moved(frame.today, amount, 1), "day")

    def minutes(frame: Frame) -> Span:
        return Span(frame.now, moved(frame.now, amount, 1), "minute")

    if amount.finest == "quarter":
        return _quarters(1, int(amount.parts[0][0]) + 1)
    return Fixed("part", minutes if _clocked(amount) else days)


def _quarters(first: int, last: int) -> Fixed:
    """Return whole quarters of the calendar, counted from this one; the last is left out."""

    def settle(frame: Frame) -> Span:
        this = floor(frame.now, "quarter")
        return Span(shift(this, "quarter", first), shift(this, "quarter", last), "quarter")

    return Fixed("part", settle)


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
    return latest(a)


@relative.rule("date", "en_the? en_past u=en_unit")
def past_unit(u: Unit) -> When | None:
    """The past year; the past years are vague."""
    return None if is_plural(u) else latest(amount(1, u))


@relative.rule(
    "date",
    "coming? de? a=amount within",
    "(coming de? | hou | after | en_within en_next?) a=amount",
)
@relative.rule("date", "en_the? (en_next | en_following | en_coming) a=amount")
def next_stretch(a: Amount) -> When:
    """未来三天, 两周内, the next 3 days."""
    return coming(a)


@relative.rule("time", "now", "en_now")
def now() -> At:
    """现在 is this minute."""

    def settle(frame: Frame) -> Span:
        start = floor(frame.now, "minute")
        return Span(start, shift(start, "minute", 1), "minute", point=True)

    return At(Fixed("minute", settle))
