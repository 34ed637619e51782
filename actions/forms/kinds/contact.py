"""The person whom a visit was to."""

from dataclasses import dataclass
from typing import Any

from actions.forms.draft import Draft, Option
from actions.forms.field import Found, Reading, Unclear
from actions.turn import Turn
from dakehu import customer
from dakehu.language.people import Known, find_people, match_contact

LONGEST = 20
"""Characters of a name that is typed as an answer."""


@dataclass(frozen=True)
class Contact:
    """A contact as JSON `{"id", "name"}`; without an id, a name that is not on file (yet)."""

    def read(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Find who is meant among the customer's contacts; else take the name as it is."""
        known = match(text, turn, draft)
        if known:
            return known
        mentions = find_people(text)
        name = mentions[0].text if mentions else text.strip(" ，。,.!！")
        if not mentions and not 2 <= len(name) <= LONGEST:
            return None
        return Found({"id": None, "name": name}, whole=bool(mentions))

    def show(self, value: Any, turn: Turn) -> str:
        """Show the name, and that it is new where it will be added."""
        name = str(value["name"])
        return turn.phrase("new_contact", name=name) if value.get("new") else name

    def options(self, turn: Turn, draft: Draft) -> list[Option]:
        """Offer the customer's contacts."""
        return [
            Option(f"{c.name} {c.title or ''}".strip(), {"id": c.id, "name": c.name})
            for c in _contacts(turn, draft)
        ]


def match(text: str, turn: Turn, draft: Draft) -> Reading:
    """Find one contact of the draft's customer by name or title; several are asked about."""
    contacts = {c.id: c for c in _contacts(turn, draft)}
    found = match_contact(text, [Known(c.id, c.name, c.title) for c in contacts.values()])
    best = [m for m in found if m.score == found[0].score]
    if len(best) == 1:
        return Found({"id": best[0].id, "name": contacts[best[0].id].name})
    options = [
        Option(
            f"{contacts[m.id].name} {contacts[m.id].title or ''}".strip(),
            {"id": m.id, "name": contacts[m.id].name},
        )
        for m in best
    ]
    return Unclear(text, options) if options else None


def _contacts(turn: Turn, draft: Draft) -> list[customer.Contact]:
    chosen = draft.values.get("customer")
    return customer.contacts(turn.desk, chosen["id"]) if chosen else []
