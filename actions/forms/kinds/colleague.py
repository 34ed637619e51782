"""A colleague of one's team, for handing a customer over."""

from dataclasses import dataclass
from typing import Any

from actions.forms.draft import Draft, Option
from actions.forms.field import Found, Reading
from actions.turn import Turn
from dakehu import people


@dataclass(frozen=True)
class Colleague:
    """One of the people that the person may ask about, as JSON `{"id", "name"}`."""

    def read(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Find a colleague by name or login."""
        for one in people.colleagues(turn.desk):
            if one.name in text or one.login in text.casefold():
                return Found({"id": one.id, "name": one.name}, whole=len(text) <= len(one.name) + 4)
        return None

    def show(self, value: Any, turn: Turn) -> str:
        """Show the name."""
        return str(value["name"])

    def options(self, turn: Turn, draft: Draft) -> list[Option]:
        """Offer the team."""
        return [Option(p.name, {"id": p.id, "name": p.name}) for p in people.colleagues(turn.desk)]
