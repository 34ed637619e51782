"""The facts of a visit that took place."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from dakehu.language.extraction import figures, moments, party, purposes, reactions, talk
from dakehu.language.extraction.entities import Entity, Kind, read_entities
from dakehu.language.extraction.fields import VisitFields
from dakehu.language.extraction.sentence import Sentence, read
from dakehu.language.extraction.settle import Claim, claims, settle
from dakehu.language.extraction.told import Lookup
from dakehu.language.numbers import find_numbers

MARKED: dict[str, Kind] = {
    "contact": "person",
    "method": "visit_method",
    "started_at": "past",
    "purpose": "words",
    "outcome": "outcome",
    "next_step": "words",
    "next_visit_at": "future",
}
"""What a model may mark in a report, and how the words are read."""


def extract_visit[Id](
    text: str, now: datetime, names: Lookup[Id], entities: Iterable[Entity] = ()
) -> VisitFields[Id]:
    """Read as much of a visit as a report tells; what it does not say stays empty.

    Args:
        text: What a person typed, Chinese or English or both.
        now: The present moment, aware.
        names: Finds the customers that a text names.
        entities: What a model marked; it fills what the rules leave empty.
    """
    sentence = read(text, now, names)
    sentence = replace(sentence, elsewhere=party.customer_words(sentence))
    told = settle([*_claims(sentence), *read_entities(entities, sentence, MARKED)])
    customers = told.get("customers")
    numbers = find_numbers(text)
    return VisitFields(
        customers=customers.value if customers else (),
        customer_words=sentence.elsewhere,
        contact=told.get("contact"),
        method=told.get("method"),
        started_at=told.get("started_at"),
        purpose=told.get("purpose"),
        summary=talk.summary(sentence, told.get("purpose")),
        outcome=told.get("outcome"),
        satisfaction=told.get("satisfaction"),
        next_step=told.get("next_step"),
        next_step_due=told.get("next_step_due"),
        next_visit_at=told.get("next_visit_at"),
        questions=reactions.questions(sentence),
        openers=reactions.openers(sentence),
        money=figures.money(numbers),
        counts=figures.counts(sentence.plain, numbers),
    )


def _claims[Id](sentence: Sentence[Id]) -> Iterator[Claim]:
    yield from party.customers(sentence)
    yield from party.contact(sentence)
    yield from moments.claims(sentence)
    yield from reactions.method(sentence)
    yield from reactions.outcome(sentence)
    yield from reactions.satisfaction(sentence)
    yield from purposes.purpose(sentence)
    yield from claims("next_step", [talk.next_step(sentence)])
