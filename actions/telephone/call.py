"""Who is on the line: from the first sentence into the steps' words and into the call's log."""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from actions.forms.draft import Draft
from actions.forms.field import Found, Reading, Unclear
from actions.forms.kinds.contact import match
from actions.forms.kinds.customer import reading_of
from actions.telephone import words
from actions.turn import Turn
from actions.wording import Button
from dakehu.codes import VisitMethod
from dakehu.handbook.telephone import Step, Way, telephone
from dakehu.language.names import NameMatch
from dakehu.language.people import find_people


def names_in(text: str, turn: Turn) -> Mapping[str, Reading]:
    """Read the way, the customer, and the person with their form of address.

    A customer's name that fits several is said as it was typed; the log asks which it was.
    """
    readings: dict[str, Reading] = {}
    if told := words.way(text):
        readings["way"] = Found(told)
    matches = turn.names.find(text)
    customer = reading_of(matches, text, turn) if matches else None
    if isinstance(customer, Found):
        readings["customer"] = customer
        whose = Draft("telephone", values={"customer": customer.value})
        contact = match(text, turn, whose)
        readings["contact"] = contact if isinstance(contact, Found) else None
    elif isinstance(customer, Unclear):
        readings["called"] = Found(customer.text)
    if people := find_people(_without(text, matches)):
        readings["address"] = Found(people[0].text)
    return {name: reading for name, reading in readings.items() if reading}


def _without(text: str, matches: Sequence[NameMatch[int]]) -> str:
    """Blank a customer's name out, which may look like a person's (华东机)."""
    for start, end in (one.span for one in matches):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def spoken(turn: Turn, draft: Draft, step: Step) -> dict[str, str]:
    """Return a step's texts with the names filled in; what is not known stays a gap to fill."""
    values, language = draft.values, turn.language
    contact = values.get("address") or values.get("contact", {}).get("name")
    customer = values.get("customer", {}).get("name") or values.get("called")
    names = {
        "name": turn.desk.person.name,
        "company": telephone().company.in_(language),
        "contact": contact or turn.phrase("telephone_their_name"),
        "customer": customer or turn.phrase("telephone_their_company"),
    }
    texts = {"title": step.title, "say": step.say, "note": step.note}
    return {key: text.in_(language).format_map(names) for key, text in texts.items()}


def visit_values(turn: Turn, draft: Draft) -> dict[str, Any]:
    """Return what the log of the call can begin with: it was just now, by phone."""
    now = turn.now.replace(second=0, microsecond=0)
    answered = draft.values["way"] == Way.ANSWERING
    known = {k: v for k, v in draft.values.items() if k in ("customer", "contact")}
    return known | {
        "method": str(VisitMethod.INCOMING if answered else VisitMethod.PHONE),
        "started_at": {
            "start": now.isoformat(),
            "end": (now + timedelta(minutes=1)).isoformat(),
            "grain": "minute",
        },
    }


def visit_button(turn: Turn, draft: Draft) -> Button:
    """Make the button that begins the log of the call."""
    told = json.dumps(visit_values(turn, draft), ensure_ascii=False)
    return Button(turn.label("phone_move", "log"), f"/log_visit{told}")
