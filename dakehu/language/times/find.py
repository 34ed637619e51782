"""Find the times in a text and settle them against the present moment."""

from datetime import datetime, tzinfo

from dakehu.language.times.amounts import Amount
from dakehu.language.times.expression import TimeExpression
from dakehu.language.times.grammar import Token
from dakehu.language.times.parser import parse
from dakehu.language.times.recurring import Recurrence
from dakehu.language.times.values import Frame, Prefer, Span


def find_times(
    text: str,
    now: datetime,
    prefer: Prefer = None,
    context: tuple[datetime, datetime] | None = None,
) -> list[TimeExpression]:
    """Return the times named in a text, in order, not overlapping.

    Args:
        text: What a person typed, Chinese or English or both.
        now: The present moment, aware; its zone is the zone of the results.
        prefer: Which way open dates and clock times look: a visit that is reported lies in the
            past, one that is booked in the future. None takes this week's, month's or year's.
        context: The period talked about, for 去年同期.

    Returns:
        Expressions; never raises on any text.
    """
    frame = Frame(now.replace(tzinfo=None), prefer, _naive(context) if context else None)
    found = (_expression(token, text, frame, now.tzinfo) for token in parse(text))
    return [expression for expression in found if expression]


def _naive(period: tuple[datetime, datetime]) -> Span:
    """Return the period talked about, in naive moments."""
    return Span(period[0].replace(tzinfo=None), period[1].replace(tzinfo=None), "day")


def _expression(
    token: Token, text: str, frame: Frame, zone: tzinfo | None
) -> TimeExpression | None:
    """Return what a token says; None where it says nothing (a range that ends before it starts)."""
    span = (token.start, token.end)
    words = text[token.start : token.end]
    if isinstance(token.value, Amount):
        return TimeExpression(words, span, "duration", seconds=token.value.seconds)
    if isinstance(token.value, Recurrence):
        return TimeExpression(words, span, "recurring", rule=token.value.rule)
    try:
        settled = token.value.resolve(frame)
    except (OverflowError, ValueError):  # beyond the years that dates can hold
        return None
    if settled is None:
        return TimeExpression(words, span, "invalid")
    return TimeExpression(
        words,
        span,
        "point" if settled.point else "span",
        settled.start.replace(tzinfo=zone),
        settled.end.replace(tzinfo=zone),
        settled.grain,
        assumed=settled.assumed,
    )
