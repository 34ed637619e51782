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

TRIED = 3
"""How many types are gone through before the first comes round again, with other examples."""


@dataclass(frozen=True)
class Wish:
    """What a question is wanted for.

    Attributes:
        situation: How it was described.
        language: The language that the examples are to be in.
        stage: The stage that was chosen, or that can be told.
        told: Facts that the words bring along: how the contact is addressed, a day.
        said: Types that were advised already for this situation.
        lines: The examples of each type that were shown.
    """

    situation: str
    language: str
    customer_id: int | None = None
    stage: Stage | None = None
    told: Mapping[str, str] = field(default_factory=dict)
    said: Collection[Question] = ()
    lines: Mapping[Question, Collection[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Advice:
    """A type of question to use, another, and examples: line and words."""

    recommendation: Recommendation
    type: Question
    second: Question
    customer: Customer | None
    examples: Sequence[tuple[int, str]]
    again: bool = False


def advise(desk: Desk, wish: Wish) -> Advice:
    """Advise a type that was not advised for this situation, and examples of it.

    Raises:
        Denied: The role may not, or the customer is not within reach.
        Missing: No such customer.
    """
    access.require(desk, Task.BE_COACHED)
    customer, known, history = None, dict(wish.told), None
    if wish.customer_id is not None:
        customer = access.require_customer(desk, Task.BE_COACHED, wish.customer_id)
        history = facts.history(desk, customer.id)
        known = facts.known(desk, customer, wish.situation, wish.language) | known
    found = recommend(wish.situation, wish.stage, history)
    tried = found.ranking[:TRIED]
    fresh = [kind for kind in tried if kind not in wish.said]
    kind = (fresh or tried)[0]
    second = next(other for other in found.ranking if other is not kind)
    at = examples(kind, wish.language, known, wish.lines.get(kind, ()))
    said = [(line, filled(kind, wish.language, known, line)) for line in at]
    return Advice(found, kind, second, customer, said, again=not fresh)
