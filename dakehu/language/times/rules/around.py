"""Times counted from another day: 国庆前一天, 节后第二天, two weeks starting tomorrow."""

from dakehu.language.times.calendar import DAY, midnight
from dakehu.language.times.grammar import Family
from dakehu.language.times.rules.amounts import Amount, amount
from dakehu.language.times.rules.relative import moved
from dakehu.language.times.values import Fixed, Frame, Span, When, day_span

around = Family()


def _from(day: When, amount: Amount, sign: int) -> Fixed:
    """Return the day that lies an amount before the start or after the end of another."""

    def settle(frame: Frame) -> Span | None:
        span = day.resolve(frame)
        if span is None:
            return None
        base = span.start if sign < 0 else span.end - DAY
        return day_span(midnight(moved(base, amount, sign)))

    return Fixed("day", settle, holds=amount.finest)


@around.rule("date", "d=date de? (qian | before) a=amount", "a=amount en_before d=date")
def before(d: When, a: Amount) -> When:
    """国庆前一天, 12月8日前三天."""
    return _from(d, a, -1)


@around.rule(
    "date", "d=date de? (hou | after) a=amount", "en_in? a=amount (en_after | en_from) d=date"
)
def after(d: When, a: Amount) -> When:
    """国庆后三天, a week from tomorrow."""
    return _from(d, a, 1)


def starting(a: Amount, d: When) -> When:
    """Return the stretch of an amount that starts with a day."""

    def settle(frame: Frame) -> Span | None:
        span = d.resolve(frame)
        return span and Span(span.start, moved(span.start, a, 1), "day")

    return Fixed("part", settle)


@around.rule("date", "d=date de? (hou | after) n=nth u=unit")
def nth_after(d: When, n: int, u: str) -> When | None:
    """国庆节后第二天."""
    return _from(d, amount(n, "day"), 1) if u == "day" and n > 0 else None


@around.rule("date", "en_the? u=en_unit (en_after | b=en_before) d=date")
def next_to(d: When, u: str, b: str | None = None) -> When | None:
    """The day before National Day."""
    return _from(d, amount(1, "day"), 1 if b is None else -1) if u == "day" else None
