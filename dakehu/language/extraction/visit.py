"""The facts of a visit that took place."""

from dataclasses import replace
from datetime import datetime

from dakehu.language.extraction import moments, party, reactions, talk
from dakehu.language.extraction.fields import VisitFields
from dakehu.language.extraction.sentence import read
from dakehu.language.extraction.told import Lookup


def extract_visit[Id](text: str, now: datetime, names: Lookup[Id]) -> VisitFields[Id]:
    """Read as much of a visit as a report tells; what it does not say stays empty.

    Args:
        text: What a person typed, Chinese or English or both.
        now: The present moment, aware.
        names: Finds the customers that a text names.
    """
    sentence = read(text, now, names)
    sentence = replace(sentence, elsewhere=party.customer_words(sentence))
    return VisitFields(
        customers=party.customers(sentence),
        customer_words=sentence.elsewhere,
        contact=party.contact(sentence),
        method=reactions.method(sentence),
        started_at=moments.started_at(sentence),
        purpose=talk.purpose(sentence),
        summary=talk.summary(sentence),
        outcome=reactions.outcome(sentence),
        satisfaction=reactions.satisfaction(sentence),
        next_step=talk.next_step(sentence),
        next_step_due=moments.next_step_due(sentence),
        next_visit_at=moments.next_visit_at(sentence),
        questions=reactions.questions(sentence),
        openers=reactions.openers(sentence),
    )
