"""Where something was: a place that was sent, or said in words."""

from dataclasses import dataclass
from typing import Any

from actions.forms.draft import Draft, Option
from actions.forms.field import Found, Reading
from actions.turn import Turn


@dataclass(frozen=True)
class Place:
    """A place as JSON `{"name", "latitude", "longitude"}`, each of them may be null."""

    def read(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Take words as the place's name."""
        words = text.strip()
        told = {"name": words, "latitude": None, "longitude": None}
        return Found(told, whole=False) if any(c.isalnum() for c in words) else None

    def show(self, value: Any, turn: Turn) -> str:
        """Show the name, else the coordinates to a metre."""
        return value["name"] or f"{value['latitude']:.5f}, {value['longitude']:.5f}"

    def options(self, turn: Turn, draft: Draft) -> list[Option]:
        """Offer nothing: only the person knows."""
        return []
