"""Whom an opener is for: the customer that is named, else that of the next planned visit."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from actions.forms.kinds.customer import best_of
from actions.offer import Offer
from actions.turn import Turn
from actions.wording import Button, make_payload
from dakehu import customer
from dakehu.coaching.preparing import next_plan
from dakehu.customer.addressing import address
from dakehu.handbook.codes import find
from dakehu.language.people import Known, find_people, match_contact
from dakehu.language.times import find_times
from dakehu.plan import Plan

ANSWERS = "advice_answer"
"""The handbook's set of words that answer a piece of advice."""

OFFERED = 8


@dataclass(frozen=True)
class Subject:
    """A customer, how the person there is addressed, and the planned visit it was found by."""

    customer_id: int
    contact: str | None = None
    plan: Plan | None = None


def subject(turn: Turn, last: dict[str, Any]) -> Subject | None:
    """Find whom an opener is for; where that cannot be told, ask, and return None.

    Args:
        turn: The turn.
        last: What was advised before, for “another one”.
    """
    pressed = turn.message.entities.get("customer")
    named = [] if pressed else best_of(turn.names.find(turn.message.text))
    ids = [pressed] if pressed else list(dict.fromkeys(match.id for match in named))
    if len(ids) > 1:
        _ask(turn, "opener_which", ids)
        return None
    if not ids and last and "another" in find(ANSWERS, turn.message.text):
        ids = [last["customer"]]
    plan = None if ids else _plan(turn)
    found = ids[0] if ids else plan and plan.customer_id
    if not found:
        _ask(turn, "opener_whom", customer.recent(turn.desk))
        return None
    before = last["contact"] if last.get("customer") == found else None
    return Subject(found, _contact(turn, found, before), plan)


def _ask(turn: Turn, response: str, ids: list[int]) -> None:
    """Ask for the customer; what was asked for goes along, and a name may be typed too."""
    known = [i for i in ids if i in turn.names.display][:OFFERED]
    asked = {"way": turn.message.entities.get("way")}
    said = asked | {"text": turn.message.text}
    payloads = {i: make_payload("recommend_opener", customer=i, **said) for i in known}
    turn.offer = Offer(words=make_payload("recommend_opener", **asked))
    turn.say(response, *(Button(turn.names.display[i], payloads[i]) for i in known))


def _plan(turn: Turn) -> Plan | None:
    """Find the planned visit that is meant: one of the day that is named, else the next."""
    for time in find_times(turn.message.text, turn.now, "future"):
        if time.start and time.end and time.start >= turn.desk.day(turn.now)[0]:
            return _first(turn, *_span(turn, time.start, time.end))
    return next_plan(turn.desk)


def _span(turn: Turn, start: datetime, end: datetime) -> tuple[datetime, datetime]:
    """Widen an hour to its day: a visit whose hour is not known begins at midnight."""
    return min(start, turn.desk.day(start)[0]), max(end, turn.desk.day(start)[1])


def _first(turn: Turn, start: datetime, end: datetime) -> Plan | None:
    planned = turn.desk.plans.open(turn.desk.person.id, start, end)
    return planned[0] if planned else next_plan(turn.desk)


def _contact(turn: Turn, customer_id: int, before: str | None) -> str | None:
    """Return how the person is addressed: who is named, or was before, or was met last."""
    people = {one.id: one for one in customer.contacts(turn.desk, customer_id)}
    if typed := _typed(turn):
        return typed
    known = [Known(one.id, one.name, one.title) for one in people.values()]
    found = match_contact(turn.message.text, known)
    best = [match.id for match in found if match.score == found[0].score]
    if before and not best:
        return before
    met = [visit.contact_id for visit in turn.desk.visits.last(customer_id, 1)]
    likely = best or [i for i in met if i in people] or list(people)
    if len(likely) != 1:
        return None
    return address(people[likely[0]].name, people[likely[0]].title, turn.language)


def _typed(turn: Turn) -> str | None:
    """Return a form of address as it was typed in the person's language: 何总, Mr Wang."""
    english = turn.language == "en"
    for mention in find_people(turn.message.text):
        if mention.name is None and mention.surname and mention.text.isascii() == english:
            return mention.text.title() if english else mention.text
    return None
