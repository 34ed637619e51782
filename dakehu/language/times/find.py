"""Find the times in a text and settle them against the present moment."""

from datetime import datetime, tzinfo

from dakehu.language.times.expression import TimeExpression
from dakehu.language.times.grammar import Token
from dakehu.language.times.parser import parse
from dakehu.language.times.recurrence import Recurrence
from dakehu.language.times.rules.amounts import Amount
from dakehu.language.times.values import Fixed, Frame, Prefer, Span


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
        context: The period talked about, for 去年同期 where the text names none.

    Returns:
        Expressions; never raises on any text.
    """
    return _expressions(parse(text), text, now, prefer, context)


def find_both_ways(text: str, now: datetime) -> tuple[list[TimeExpression], list[TimeExpression]]:
    """Return the times of a text as `find_times` reads them of the past, and of the future.

    Args:
        text: What a person typed; it is parsed once.
        now: The present moment, aware.

    Returns:
        The same words twice, in order: how a report reads them, and how a plan does.
    """
    tokens = parse(text)
    return _expressions(tokens, text, now, "past"), _expressions(tokens, text, now, "future")


def _expressions(
    tokens: list[Token],
    text: str,
    now: datetime,
    prefer: Prefer,
    context: tuple[datetime, datetime] | None = None,
) -> list[TimeExpression]:
    frame = Frame(now.replace(tzinfo=None), prefer, _naive(context) if context else None)
    if any(_needs_context(token) for token in tokens):
        frame = Frame(frame.now, prefer, _period(tokens, frame) or frame.context)
    return [_expression(token, text, frame, now.tzinfo) for token in tokens]


def _naive(period: tuple[datetime, datetime]) -> Span:
    """Return the period talked about, in naive moments."""
    return Span(period[0].replace(tzinfo=None), period[1].replace(tzinfo=None), "day")


def _needs_context(token: Token) -> bool:
    return isinstance(token.value, Fixed) and token.value.needs_context


def _period(tokens: list[Token], frame: Frame) -> Span | None:
    """Return the first period that the text itself names."""
    for token in tokens:
        if not _needs_context(token) and not isinstance(token.value, Amount | Recurrence):
            span = _settled(token, frame)
            if span and not span.point:
                return span
    return None


def _settled(token: Token, frame: Frame) -> Span | None:
    """Return the span of a token, None where there is no such time, also beyond all years."""
    try:
        span: Span | None = token.value.resolve(frame)
    except (OverflowError, ValueError):
        return None
    return span


def _expression(token: Token, text: str, frame: Frame, zone: tzinfo | None) -> TimeExpression:
    """Return what a token says."""
    span = (token.start, token.end)
    words = text[token.start : token.end]
    if isinstance(token.value, Amount):
        return TimeExpression(words, span, "duration", seconds=token.value.seconds)
    if isinstance(token.value, Recurrence):
        return TimeExpression(words, span, "recurring", rule=token.value.rule)
    settled = _settled(token, frame)
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
