"""The facts of a banquet (handbook §4) that is asked for."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from dakehu.language.extraction import moments, party
from dakehu.language.extraction.attendance import attendance
from dakehu.language.extraction.booking import coded, codes, language, read_booking
from dakehu.language.extraction.entities import Entity, Kind, read_entities
from dakehu.language.extraction.fields import BanquetFields
from dakehu.language.extraction.moments import Moment
from dakehu.language.extraction.phrases import host_rank, interpreter, phrases
from dakehu.language.extraction.quantities import quantities
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.settle import Claim, claims, settle
from dakehu.language.extraction.told import Lookup, Told

MARKED: dict[str, Kind] = {
    "guest_of_honour": "person",
    "host": "person",
    "occasion": "words",
    "purpose": "banquet_purpose",
    "formality": "formality",
    "form": "banquet_form",
    "meal": "meal",
    "starts_at": "future",
    "venue": "words",
    "language": "tour_language",
    "gifts": "words",
}
"""What a model may mark in an application, and how the words are read."""

MEALS = {range(6, 10): "breakfast", range(10, 15): "lunch", range(17, 24): "dinner"}
"""At which hours a meal begins."""


def extract_banquet[Id](
    text: str, now: datetime, names: Lookup[Id], entities: Iterable[Entity] = ()
) -> BanquetFields[Id]:
    """Read as much of a banquet as a sentence tells.

    Args:
        text: What a person typed, Chinese or English or both.
        now: The present moment, aware.
        names: Finds the customers that a text names.
        entities: What a model marked; it fills what the rules leave empty.
    """
    sentence = read_booking(text, now, names)
    told = settle([*_claims(sentence), *read_entities(entities, sentence, MARKED)])
    customers, start = told.get("customers"), told.get("starts_at")
    return BanquetFields(
        customers=customers.value if customers else (),
        customer_words=sentence.elsewhere,
        guest_of_honour=told.get("guest_of_honour"),
        host=told.get("host"),
        host_rank=told.get("host_rank"),
        occasion=told.get("occasion"),
        purpose=told.get("purpose"),
        formality=told.get("formality"),
        form=told.get("form"),
        meal=told.get("meal") or _meal_at(start),
        starts_at=start,
        venue=told.get("venue"),
        guest_count=told.get("guest_count"),
        own_count=told.get("own_count"),
        tables=told.get("tables"),
        budget=told.get("budget"),
        budget_per_head=told.get("budget_per_head"),
        budget_per_table=told.get("budget_per_table"),
        diet=tuple({told.value: told for told in codes("diet", sentence)}.values()),
        language=told.get("language"),
        interpreter=interpreter(sentence),
        gifts=told.get("gifts"),
    )


def _claims[Id](sentence: Sentence[Id]) -> Iterator[Claim]:
    yield from party.customers(sentence)
    yield from moments.ahead("starts_at", sentence)
    yield from quantities("banquet_numbers", sentence)
    yield from attendance("banquet_people", "guest_of_honour", sentence)
    yield from claims("host_rank", host_rank(sentence))
    for field in ("occasion", "venue", "gifts"):
        yield from phrases(field, sentence)
    yield from coded("purpose", "banquet_purpose", sentence)
    yield from coded("form", "banquet_form", sentence)
    for field in ("formality", "meal"):
        yield from coded(field, field, sentence)
    yield from language(sentence)


def _meal_at(start: Moment | None) -> Told[str] | None:
    """Tell a meal by the hour at which it begins."""
    if start is None or start.value.start is None or start.value.grain not in moments.WITHIN_A_DAY:
        return None
    hour = start.value.start.hour
    meal = next((meal for hours, meal in MEALS.items() if hour in hours), None)
    return Told(meal, start.text, start.span) if meal else None
