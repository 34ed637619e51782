"""The facts of a visit to come."""

from dataclasses import replace
from datetime import datetime

from dakehu.language.extraction import party, reactions, talk
from dakehu.language.extraction.fields import PlanFields
from dakehu.language.extraction.sentence import read
from dakehu.language.extraction.told import Lookup


def extract_plan[Id](text: str, now: datetime, names: Lookup[Id]) -> PlanFields[Id]:
    """Read as much of a planned visit as a sentence tells.

    Args:
        text: What a person typed, Chinese or English or both.
        now: The present moment, aware.
        names: Finds the customers that a text names.
    """
    sentence = read(text, now, names)
    sentence = replace(sentence, elsewhere=party.customer_words(sentence))
    time = next(iter(sentence.future), None)
    return PlanFields(
        customers=party.customers(sentence),
        customer_words=sentence.elsewhere,
        contact=party.contact(sentence),
        planned_at=sentence.told(time, time.span) if time else None,
        purpose=talk.intention(sentence),
        method=reactions.method(sentence),
    )
