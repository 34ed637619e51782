"""Advising an opener for a customer, and noting facts for it (docs/flows/opener.md)."""

from dataclasses import replace
from typing import Any

from actions.opener.advice import KEY, advise, asking
from actions.opener.subject import ANSWERS, Subject, subject
from actions.session import fallback
from actions.turn import Turn
from actions.wording import make_payload
from dakehu import access
from dakehu.access import Task
from dakehu.coaching import opener
from dakehu.codes import FactKind, Opener
from dakehu.handbook.codes import find


def recommend_opener(turn: Turn) -> None:
    """Advise an opener for the customer that is named, else for the next planned visit."""
    access.require(turn.desk, Task.BE_COACHED)
    last = turn.advice.get(KEY, {})
    whom = subject(turn, last)
    if whom is None:
        return
    told = turn.message.entities
    named = [told["way"]] if "way" in told else find("opener", turn.message.text)
    asks_another = "another" in told or "another" in find(ANSWERS, turn.message.text)
    going_on = asks_another and last.get("customer") == whom.customer_id
    said = last.get("said", []) if going_on else []
    advise(turn, whom, said, Opener(named[0]) if named else None, ask=not going_on)


def note_fact(turn: Turn) -> None:
    """Note a fact that was asked for, in the person's words, and advise the opener made of it."""
    told = turn.message.entities
    last = turn.advice.get(KEY, {})
    if told.get("none"):
        turn.say("opener_no_fact_then")
    elif told.get("some"):
        _ask_again(turn, "opener_tell_fact", told)
    elif _names_another(turn, told["customer"]):
        turn.message = replace(turn.message, entities={})
        recommend_opener(turn)
    elif turn.message.text.rstrip().endswith(("?", "？", "吗", "呢")):
        fallback(turn)
    elif problems := opener.check(turn.message.text):
        _ask_again(turn, f"problem_{problems[0].code}", told, limit=problems[0].limit)
    else:
        kind = FactKind(told["kind"])
        noted = opener.note_fact(turn.desk, told["customer"], kind, turn.message.text)
        undo = turn.press("undo", make_payload("undo", of=turn.desk.message_id))
        turn.say("opener_noted", undo, fact=noted.text)
        whom = Subject(told["customer"], last.get("contact"))
        advise(turn, whom, last.get("said", []), opener.way_of(kind), ask=False)


def _names_another(turn: Turn, customer_id: int) -> bool:
    found = {match.id for match in turn.names.find(turn.message.text)}
    return bool(found) and customer_id not in found


def _ask_again(turn: Turn, response: str, told: dict[str, Any], **values: object) -> None:
    fact = {"customer": told["customer"], "kind": told["kind"]}
    turn.offer = asking(fact, {})
    turn.say(response, **values)
