"""Noting facts about customers, and what is known that an opener may be built on."""

import re
from dataclasses import dataclass
from functools import cache

from dakehu import access
from dakehu.access import Task
from dakehu.coaching.opener.records import Fact, NewFact, Reference
from dakehu.codes import FactKind, Opener
from dakehu.customer.records import Customer
from dakehu.desk import Desk
from dakehu.handbook.codes import words
from dakehu.handbook.openers import Need, strengths, ways
from dakehu.problems import Missing, Problem, refuse, text_problems

LONGEST = 100
"""Characters of a fact: it has to fit into a sentence that is spoken."""

KIND_OF = {
    Need.NEWS: FactKind.NEWS,
    Need.PRAISE: FactKind.PRAISE,
    Need.OPINION: FactKind.OPINION,
}
"""The needs that a noted fact fulfils; these can be asked for."""


@dataclass(frozen=True)
class Given:
    """What fulfils a need: the words for the gap, and where they are from."""

    words: str
    source: Fact | Reference | None = None


def check(text: str) -> list[Problem]:
    """List what keeps a fact from being noted."""
    return text_problems("fact", text, LONGEST, required=True)


def note_fact(desk: Desk, customer_id: int, kind: FactKind, text: str) -> Fact:
    """Note a fact in the person's words; the same message gives its first one again.

    Raises:
        Denied: The role may not, or the customer is not within reach.
        Missing: No such customer.
        Invalid: `check` finds a problem.
    """
    access.require_customer(desk, Task.BE_COACHED, customer_id)
    if first := _noted_before(desk):
        return first
    refuse(check(text))
    new = NewFact(customer_id, kind, text.strip())
    noted = desk.openers.add_fact(new, desk.person.id, desk.message_id, desk.now)
    # None: the same message won the race on another connection.
    if noted is None and (first := _noted_before(desk)):
        return first
    if noted is None:
        raise Missing("customer_fact", 0)
    return noted


def way_of(kind: FactKind) -> Opener:
    """Return the way that is built on facts of a kind."""
    return next(opener for opener, way in ways().items() if KIND_OF.get(way.needs) is kind)


def known(desk: Desk, customer: Customer, language: str) -> dict[Need, Given]:
    """Return what is known for each need, the newest and best first; nothing is made up."""
    found = {Need.NONE: Given("")}
    if ours := strengths():
        found[Need.COMPANY_STRENGTH] = Given(ours[0].in_(language))
    noted = desk.openers.facts(customer.id)
    for need, kind in KIND_OF.items():
        if fact := next((f for f in noted if f.kind is kind), None):
            found[need] = Given(as_spoken(fact.text), fact)
    if reference := _reference(desk, customer):
        found[Need.SAME_TRADE_REFERENCE] = Given(reference.name, reference)
    return found


def as_spoken(text: str) -> str:
    """Return a fact's words without what stands around them: they go into a sentence."""
    before, after = _around()
    return after.sub("", before.sub("", text.strip(), count=1)) or text.strip()


def _reference(desk: Desk, customer: Customer) -> Reference | None:
    """Find a satisfied customer of the same trade that this person may name."""
    if customer.industry is None:
        return None
    found = desk.openers.references(access.reach(desk), customer.industry, customer.id)
    return found[0] if found else None


def _noted_before(desk: Desk) -> Fact | None:
    return desk.openers.fact_by_message(desk.message_id) if desk.message_id else None


@cache
def _around() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Match what stands before a fact, and what after it (听说他们…了。)."""
    before, after = (
        "|".join(re.escape(w) for w in sorted(words("fact_around")[where], key=len, reverse=True))
        for where in ("before", "after")
    )
    return (
        re.compile(rf"^(?:(?:{before})[\s，,：:]*)+", re.IGNORECASE),
        re.compile(rf"[\s，,。.!！]*(?:(?:{after})[\s，,。.!！]*)*$", re.IGNORECASE),
    )
