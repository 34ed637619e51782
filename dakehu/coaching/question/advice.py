"""Advising a question: the type, why, and examples with this customer's facts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from dakehu import access
from dakehu.access import Task
from dakehu.coaching.question import facts
from dakehu.coaching.question.choice import Recommendation, recommend
from dakehu.coaching.question.examples import examples, filled
from dakehu.codes import Question, Stage
from dakehu.customer.records import Customer
from dakehu.desk import Desk
from dakehu.handbook.questions import kinds

TRIED = 3
"""How many types are gone through before the first comes round again, with other examples."""


@dataclass(frozen=True)
class Wish:
    """What a question is wanted for.

    Attributes:
        situation: How it was described.
        language: The language that the examples are to be in.
        stage: The stage that was chosen, or that can be told.
        told: Facts that the words bring along, such as how the contact is addressed.
        days: A day that they name, under `past` or `future`.
        type: The type to stay with, if one was chosen.
        said: Types that were advised already for this situation.
        lines: The examples of each type that were shown.
    """

    situation: str
    language: str
    customer_id: int | None = None
    stage: Stage | None = None
    told: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)
    type: Question | None = None
    said: Collection[Question] = ()
    lines: Mapping[Question, Collection[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Advice:
    """A type of question to use, another, and examples of the first.

    Attributes:
        facts: What is known of the customer.
        examples: The line and the words of each.
        again: Every type worth trying had been advised before.
    """

    recommendation: Recommendation
    type: Question
    second: Question
    customer: Customer | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    examples: Sequence[tuple[int, str]] = ()
    again: bool = False


def advise(desk: Desk, wish: Wish) -> Advice:
    """Advise a type that was not advised for this situation, and examples of it.

    Raises:
        Denied: The role may not, or the customer is not within reach.
        Missing: No such customer.
    """
    access.require(desk, Task.BE_COACHED)
    customer, known, history = None, {}, None
    if wish.customer_id is not None:
        customer = access.require_customer(desk, Task.BE_COACHED, wish.customer_id)
        history = facts.history(desk, customer.id)
        known = facts.known(desk, customer, wish.situation, wish.language)
    found = recommend(wish.situation, wish.stage, history)
    tried = found.ranking[:TRIED]
    fresh = [kind for kind in tried if kind not in wish.said]
    kind = wish.type or (fresh or tried)[0]
    others = [other for other in found.ranking if other is not kind]
    second = next((other for other in others if other not in wish.said), others[0])
    known = _with_words(known, wish, kind)
    return Advice(found, kind, second, customer, known, _examples(kind, wish, known), not fresh)


def _with_words(known: Mapping[str, str], wish: Wish, kind: Question) -> dict[str, str]:
    """Add what the words themselves bring along; a day only where the examples can take it."""
    day = wish.days.get(kinds()[kind].dates)
    return {**known, **wish.told} | ({"date": day} if day else {})


def _examples(kind: Question, wish: Wish, known: Mapping[str, str]) -> list[tuple[int, str]]:
    said = wish.lines.get(kind, ())
    at = examples(kind, wish.language, known, said=said, about=wish.situation)
    return [(line, filled(kind, wish.language, known, line)) for line in at]
