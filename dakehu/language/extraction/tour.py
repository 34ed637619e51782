"""The facts of a company tour (handbook §3) that is asked for."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from dakehu.language.extraction import moments, party
from dakehu.language.extraction.attendance import attendance
from dakehu.language.extraction.booking import coded, codes, language, read_booking
from dakehu.language.extraction.entities import Entity, Kind, read_entities
from dakehu.language.extraction.fields import TourFields
from dakehu.language.extraction.phrases import interpreter, phrases
from dakehu.language.extraction.quantities import quantities
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.settle import Claim, claims, settle
from dakehu.language.extraction.told import Lookup

MARKED: dict[str, Kind] = {
    "lead_visitor": "person",
    "starts_at": "future",
    "purpose": "words",
    "route": "words",
    "interests": "words",
    "vehicle": "tour_vehicle",
    "language": "tour_language",
    "media": "tour_media",
    "gifts": "words",
    "escort": "person",
    "guide": "person",
}
"""What a model may mark in an application, and how the words are read."""


def extract_tour[Id](
    text: str, now: datetime, names: Lookup[Id], entities: Iterable[Entity] = ()
) -> TourFields[Id]:
    """Read as much of a tour as a sentence tells.

    Args:
        text: What a person typed, Chinese or English or both.
        now: The present moment, aware.
        names: Finds the customers that a text names.
        entities: What a model marked; it fills what the rules leave empty.
    """
    sentence = read_booking(text, now, names)
    told = settle([*_claims(sentence), *read_entities(entities, sentence, MARKED)])
    customers, start = told.get("customers"), told.get("starts_at")
    return TourFields(
        customers=customers.value if customers else (),
        customer_words=sentence.elsewhere,
        lead_visitor=told.get("lead_visitor"),
        starts_at=start,
        ends_at=moments.ends_at(sentence, start) if start else None,
        visitor_count=told.get("visitor_count"),
        own_count=told.get("own_count"),
        purpose=told.get("purpose"),
        route=told.get("route"),
        places=tuple(claim.told for claim in phrases("places", sentence)),
        interests=told.get("interests"),
        language=told.get("language"),
        interpreter=interpreter(sentence),
        vehicle=told.get("vehicle"),
        media=told.get("media"),
        gifts=told.get("gifts"),
        escort=told.get("escort"),
        guide=told.get("guide"),
    )


def _claims[Id](sentence: Sentence[Id]) -> Iterator[Claim]:
    yield from party.customers(sentence)
    yield from moments.ahead("starts_at", sentence)
    yield from quantities("tour_numbers", sentence)
    yield from attendance("tour_people", "lead_visitor", sentence)
    for field in ("purpose", "route", "interests", "gifts"):
        yield from phrases(field, sentence)
    in_words = (sentence.words(told.span) for told in codes("tour_purpose", sentence))
    yield from claims("purpose", in_words)
    yield from coded("vehicle", "tour_vehicle", sentence)
    yield from coded("media", "tour_media", sentence)
    yield from language(sentence)
