"""What a question is wanted for: the customer, the situation, and what the words bring along."""

from dataclasses import dataclass
from typing import Any

from babel.dates import format_skeleton

from actions.forms.kinds.customer import best_of
from actions.turn import Turn
from actions.wording import Button, make_payload
from dakehu.coaching import stage_of
from dakehu.codes import Stage
from dakehu.language.people import find_people
from dakehu.language.times import find_times

OFFERED = 8
LONGEST = 300
"""Characters of a situation that are remembered for “another one” and “why”."""


@dataclass(frozen=True)
class Subject:
    """What was said: which customer, if one, the situation without its name, the stage.

    Attributes:
        told: How the contact is addressed, where that was said.
        days: A day that was named, under `past` or `future`.
    """

    customer_id: int | None
    situation: str
    stage: Stage | None
    told: dict[str, str]
    days: dict[str, str]


def subject(turn: Turn, last: dict[str, Any]) -> Subject | None:
    """Find what a question is wanted for; of several customers, ask which, and return None.

    The customer is the one that is named, else that of the open form, else the one advised last.
    """
    text, entities = turn.message.text, turn.message.entities
    matches = turn.names.find(text)
    named = list(dict.fromkeys(match.id for match in best_of(matches))) if matches else []
    ids = [entities["customer"]] if "customer" in entities else named
    if len(ids) > 1:
        _ask_which(turn, ids, text[slice(*matches[0].span)])
        return None
    situation = _without(text, matches[0].span) if matches else text
    chosen = Stage(entities["stage"]) if "stage" in entities else stage_of(situation)
    customer_id = ids[0] if ids else _in_hand(turn, last)
    return Subject(customer_id, situation[:LONGEST], chosen, _addressed(turn), _days(turn))


def _without(text: str, span: tuple[int, int]) -> str:
    """Leave a name out: its words (北方重工, Fault Line Ltd) say nothing of the situation."""
    start, end = span
    return f"{text[:start]} {text[end:]}".strip()


def _in_hand(turn: Turn, last: dict[str, Any]) -> int | None:
    filled = turn.draft.values.get("customer") if turn.draft else None
    known = filled["id"] if filled else last.get("customer")
    return known if known in turn.names.display else None


def _ask_which(turn: Turn, ids: list[int], said: str) -> None:
    text = turn.message.text
    buttons = [
        Button(name, make_payload("recommend_question", customer=one, text=text))
        for one in ids[:OFFERED]
        if (name := turn.names.display.get(one))
    ]
    turn.say("question_which", *buttons, text=said)


def _addressed(turn: Turn) -> dict[str, str]:
    """Take a form of address as it was said, if it is of the language: 王总, Mr Wang."""
    english = turn.language == "en"
    for person in find_people(turn.message.text):
        if person.name is None and person.text.isascii() == english:
            return {"contact": person.text}
    return {}


def _days(turn: Turn) -> dict[str, str]:
    """Take a day that was named, as one says it."""
    for time in find_times(turn.message.text, turn.now):
        if time.start and time.end and time.grain == "day":
            when = "past" if time.end <= turn.now else "future"
            return {when: format_skeleton("MMMd", time.start, locale=turn.language)}
    return {}
