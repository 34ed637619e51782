"""The openers that were used, and whether they worked."""

from dataclasses import dataclass
from typing import Any

from actions.forms.draft import Draft, Option
from actions.forms.field import Found, Reading
from actions.turn import Turn
from dakehu.handbook.codes import codes, find


@dataclass(frozen=True)
class Openers:
    """Openers of handbook §5 as JSON `[{"opener", "engaged"}]`."""

    def read(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Find the openers that are named."""
        found = find("opener", text)
        return Found([{"opener": o, "engaged": None} for o in found]) if found else None

    def show(self, value: Any, turn: Turn) -> str:
        """Show the openers' names."""
        return turn.phrase("comma").join(turn.label("opener", one["opener"]) for one in value)

    def options(self, turn: Turn, draft: Draft) -> list[Option]:
        """Offer all six."""
        return [
            Option(turn.label("opener", o), [{"opener": o, "engaged": None}])
            for o in codes("opener")
        ]
