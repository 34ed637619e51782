"""The facts of a visit to come."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from dakehu.language.extraction import moments, party, purposes, reactions
from dakehu.language.extraction.entities import Entity, Kind, read_entities
from dakehu.language.extraction.fields import PlanFields
from dakehu.language.extraction.roles import for_a_plan
from dakehu.language.extraction.sentence import Sentence, read
from dakehu.language.extraction.settle import Claim, settle
from dakehu.language.extraction.told import Lookup

MARKED: dict[str, Kind] = {
    "contact": "person",
    "method": "visit_method",
    "planned_at": "future",
    "purpose": "words",
}
"""What a model may mark in a plan, and how the words are read."""


def extract_plan[Id](
    text: str, now: datetime, names: Lookup[Id], entities: Iterable[Entity] = ()
) -> PlanFields[Id]:
    """Read as much of a planned visit as a sentence tells.

    Args:
        text: What a person typed, Chinese or English or both.
        now: The present moment, aware.
        names: Finds the customers that a text names.
        entities: What a model marked; it fills what the rules leave empty.
    """
    sentence = read(text, now, names)
    sentence = replace(sentence, clauses=for_a_plan(sentence.clauses))
    sentence = replace(sentence, elsewhere=party.customer_words(sentence))
    told = settle([*_claims(sentence), *read_entities(entities, sentence, MARKED)])
    customers = told.get("customers")
    return PlanFields(
        customers=customers.value if customers else (),
        customer_words=sentence.elsewhere,
        contact=told.get("contact"),
        planned_at=told.get("planned_at"),
        purpose=told.get("purpose"),
        method=told.get("method"),
    )


def _claims[Id](sentence: Sentence[Id]) -> Iterator[Claim]:
    yield from party.customers(sentence)
    yield from party.contact(sentence)
    yield from moments.ahead("planned_at", sentence)
    yield from purposes.intention(sentence)
    yield from reactions.method(sentence)
