"""What each clause of a report is about."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from dakehu.handbook.codes import words
from dakehu.language.extraction.clauses import Clause, Role, Span
from dakehu.language.extraction.coded import find_codes
from dakehu.language.extraction.cues import compile_words, pattern
from dakehu.language.times import TimeExpression

SOON = ("minute", "hour", "part", "day", "week")
"""Grains of when a next step is due; a year or a month is more likely part of the story."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What else is known of a clause than its words.

    Attributes:
        timed: It names a time.
        later: One that is yet to come, after something was told or for another time (再去).
        soon: That time is a day or a deadline.
        called: It names a customer or a person.
        told_of: It tells of somebody else, after something was told.
    """

    timed: bool
    later: bool
    soon: bool
    called: bool
    told_of: bool


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
    found: list[Clause] = []
    for number, clause in enumerate(clauses):
        ahead = [t for t in future if _lies_ahead(t, clause, now, t.span in begun)]
        signs = Signs(
            timed=any(clause.holds(time.span) for time in past),
            later=bool(ahead) and (number > 0 or _has("again_patterns", clause.text)),
            soon=any(time.grain in SOON or _is_deadline(time) for time in ahead),
            called=any(clause.holds(span) for span in called),
            told_of=number > 0 and _is_told_of(clause, called),
        )
        alone = signs.later and any(t.span == (clause.start, clause.end) for t in ahead)
        role = found[-1].role if alone and found[-1].role != "event" else _role(clause.text, signs)
        found.append(replace(clause, role=role))
    return found


def _role(text: str, signs: Signs) -> Role:
    return next((role for role, holds in _TESTS if holds(text, signs)), "aside")


def for_a_plan(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses of a plan: whatever is to come is what it is about."""
    return [replace(c, role="talk" if _is_talk(c.text) else "event") for c in clauses]


def _is_technique(text: str, _: Signs) -> bool:
    return _codes("question", text) or _codes("opener", text)


def _is_their_own(text: str, _: Signs) -> bool:
    return _has("own_affairs", text) or _has("hearsay_patterns", text)


def _is_next_visit(text: str, signs: Signs) -> bool:
    visits = _has("next_visit", text) or _has("next_visit_patterns", text)
    lead = signs.timed and pattern("next_visit_lead").match(text)
    return bool(lead) or (signs.later and visits)


def _is_next_step(text: str, _: Signs) -> bool:
    return _has("next_step", text) and not _has("own_wish", text)


def _is_reaction(text: str, _: Signs) -> bool:
    return _has("reaction", text) or _codes("outcome", text) or _codes("satisfaction", text)


_TESTS: tuple[tuple[Role, Callable[[str, Signs], bool]], ...] = (
    ("technique", _is_technique),
    ("reaction", _is_their_own),
    ("next_visit", _is_next_visit),
    ("next_step", _is_next_step),
    ("talk", lambda text, _: _is_talk(text)),
    ("reaction", _is_reaction),
    ("next_step", lambda _, signs: signs.later and signs.soon),
    ("reaction", lambda _, signs: signs.later),
    ("reaction", lambda text, signs: signs.told_of and not _has("event", text)),
    ("event", lambda text, signs: signs.timed or signs.called or _has("event", text)),
)
"""What a clause is about; of several that hold the first."""


def _is_told_of(clause: Clause, called: Sequence[Span]) -> bool:
    """Tell whether a clause tells what somebody did, said or was like (徐总爱答不理的)."""
    if pattern("pronoun_patterns").match(clause.text):
        return True
    first = next((span for span in called if span[0] == clause.start), None)
    if first is None:
        return False
    rest = clause.text[first[1] - clause.start :].strip(" 的,")
    return len(rest.split()) > 1 if rest.isascii() else len(rest) > 2


def _is_deadline(time: TimeExpression) -> bool:
    return pattern("deadline_patterns").search(time.text) is not None


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
    if _is_deadline(time):
        return True
    past = either and pattern("past_patterns").search(clause.text)
    return time.start.date() > now.date() and not past


def _has(name: str, text: str) -> bool:
    return pattern(name).search(text) is not None


def _is_talk(text: str) -> bool:
    """Tell whether a clause is about the talk; what one may come for (技术交流) tells of none."""
    return _has("talk", _purposes().sub("", text)) and not _has("talk_ends", text)


@cache
def _purposes() -> re.Pattern[str]:
    said = (word for each in words("purpose").values() for word in each)
    return compile_words(word for word in said if pattern("talk").search(word))


def _codes(kind: str, text: str) -> bool:
    return bool(find_codes(kind, text, text))
