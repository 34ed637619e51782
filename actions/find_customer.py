"""A customer's card: facts, contacts, last visits, what is open (docs/flows/customer.md)."""

import json
from datetime import datetime

from actions.forms.kinds.customer import best_of
from actions.forms.kinds.moment import show_day
from actions.turn import Turn
from actions.wording import Button
from dakehu import access, customer
from dakehu.access import Task
from dakehu.customer import Card
from dakehu.visit import Visit

OFFERED = 8


def find_customer(turn: Turn) -> None:
    """Show the customer that the message names; several are offered."""
    access.require(turn.desk, Task.SEE_CUSTOMER)
    pressed = turn.message.entities.get("customer")
    matches = [] if pressed else turn.names.find(turn.message.text)
    best = list(dict.fromkeys(m.id for m in best_of(matches)))
    if pressed or len(best) == 1:
        _show(turn, customer.card(turn.desk, int(pressed or best[0])))
    elif best:
        said = turn.message.text[slice(*matches[0].span)]
        turn.say("find_which", *_buttons(turn, best), text=said)
    else:
        _not_found(turn)


def _not_found(turn: Turn) -> None:
    recent = _buttons(turn, customer.recent(turn.desk))
    names_one = len(turn.message.text) > len(turn.phrase("menu_find_customer"))
    turn.say("find_nothing" if names_one else "find_whom", *recent)


def _buttons(turn: Turn, ids: list[int]) -> list[Button]:
    return [
        Button(turn.names.display[i], f"/find_customer{json.dumps({'customer': i})}")
        for i in ids[:OFFERED]
        if i in turn.names.display
    ]


def _show(turn: Turn, card: Card) -> None:
    turn.say(
        "find_card",
        name=card.customer.name,
        lines="\n".join(filter(None, (part(turn, card) for part in PARTS))),
    )


def _facts(turn: Turn, card: Card) -> str:
    known = card.customer
    facts = [
        known.short_name,
        known.industry,
        known.region,
        known.level and turn.label("customer_level", known.level),
        turn.label("customer_status", known.status),
    ]
    return turn.phrase("find_facts", facts=" · ".join(filter(None, facts)), owner=known.owner_name)


def _contacts(turn: Turn, card: Card) -> str:
    if not card.contacts:
        return ""
    people = [" ".join(filter(None, (c.name, c.title, c.phone))) for c in card.contacts]
    return turn.phrase("find_contacts", contacts=turn.phrase("comma").join(people))


def _visits(turn: Turn, card: Card) -> str:
    if not card.last_visits:
        return turn.phrase("find_no_visits")
    lines = [_visit(turn, v) for v in card.last_visits]
    return turn.phrase("find_visits", visits="\n".join(lines))


def _visit(turn: Turn, visit: Visit) -> str:
    return turn.phrase(
        "find_visit",
        day=_day(turn, visit.started_at),
        method=turn.label("visit_method", visit.method),
        summary=visit.summary or visit.purpose or "",
    )


def _next(turn: Turn, card: Card) -> str:
    if card.next_plan is None:
        return ""
    purpose = f" · {card.next_plan.purpose}" if card.next_plan.purpose else ""
    return turn.phrase("find_next", day=_day(turn, card.next_plan.planned_at), purpose=purpose)


def _open(turn: Turn, card: Card) -> str:
    matters = card.open
    return turn.phrase(
        "find_open",
        needs=matters.needs,
        measures=matters.countermeasures,
        requests=matters.service_requests,
        payments=matters.payments,
    )


def _day(turn: Turn, moment: datetime) -> str:
    return show_day(moment.astimezone(turn.now.tzinfo), turn)


PARTS = (_facts, _contacts, _visits, _next, _open)
"""The card's parts, from top to bottom."""
