"""Free text in the person's own words."""

from dataclasses import dataclass
from typing import Any

from actions.forms.draft import Draft, Option
from actions.forms.field import Found, Reading
from actions.turn import Turn


@dataclass(frozen=True)
class Text:
    """Any words; the rules check their length."""

    def read(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Take the words as they are."""
        words = text.strip()
        return Found(words, whole=False) if any(c.isalnum() for c in words) else None

    def show(self, value: Any, turn: Turn) -> str:
        """Show the words."""
        return str(value)

    def options(self, turn: Turn, draft: Draft) -> list[Option]:
        """Offer nothing: only the person knows."""
        return []
