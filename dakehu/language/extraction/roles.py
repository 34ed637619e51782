"""What each clause of a report is about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from dakehu.handbook.codes import words
from dakehu.language.extraction.clauses import Clause, Role, Span
from dakehu.language.extraction.coded import find_codes
from dakehu.language.extraction.cues import pattern
from dakehu.language.times import TimeExpression


def with_roles(
    clauses: Sequence[Clause],
    past: Sequence[TimeExpression],
    future: Sequence[TimeExpression],
    called: Sequence[Span],
    now: datetime,
) -> list[Clause]:
    """Say of every clause what it is about.

    Args:
        clauses: In order.
        past: Times as a report of the past reads them.
        future: The same words as a plan reads them.
        called: Where customers and people are named.
        now: The present moment.
    """
    begun = {time.span for time in past if time.start is None or time.start <= now}
    found = []
    for number, clause in enumerate(clauses):
        timed = any(clause.holds(time.span) for time in past)
        later = number > 0 and any(
            _lies_ahead(time, clause, now, time.span in begun) for time in future
        )
        known = any(clause.holds(span) for span in called)
        found.append(replace(clause, role=_role(clause.text, timed, later, known)))
    return found


def _role(text: str, timed: bool, later: bool, known: bool) -> Role:
    if _codes("question", text) or _codes("opener", text):
        return "technique"
    if role := _role_of_what_follows(text, timed, later):
        return role
    if _has("talk", text) and not _has("talk_ends", text) and text not in _purposes():
        return "talk"
    if _has("reaction", text) or _codes("outcome", text) or _codes("satisfaction", text):
        return "reaction"
    if later:
        return "next_step"
    return "event" if timed or known or _has("event", text) else "aside"


def _role_of_what_follows(text: str, timed: bool, later: bool) -> Role | None:
    if (later and _visits(text)) or (timed and pattern("next_visit_lead").match(text)):
        return "next_visit"
    if _has("next_step", text) and not _has("own_wish", text):
        return "next_step"
    return None


def _lies_ahead(time: TimeExpression, clause: Clause, now: datetime, either: bool) -> bool:
    """Tell whether a time is yet to come: a deadline, or a later day.

    Args:
        time: As a plan reads it.
        clause: The clause.
        now: The present moment.
        either: Whether a report reads it as past; then a word of the past settles it.
    """
    if time.start is None or time.end is None or time.end <= now or not clause.holds(time.span):
        return False
    if pattern("deadline_patterns").search(time.text):
        return True
    past = either and pattern("past_patterns").search(clause.text)
    return time.start.date() > now.date() and not past


def _visits(text: str) -> bool:
    return _has("next_visit", text) or _has("next_visit_patterns", text)


def _has(name: str, text: str) -> bool:
    return pattern(name).search(text) is not None


@cache
def _purposes() -> frozenset[str]:
    """Return what one may come for, as words that need no verb (技术交流)."""
    return frozenset(word for said in words("purpose").values() for word in said)


def _codes(kind: str, text: str) -> bool:
    return bool(find_codes(kind, text, text))
