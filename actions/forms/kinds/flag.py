"""Something that holds or does not: said, or left unsaid."""

from dataclasses import dataclass
from typing import Any

from actions.forms.draft import Draft, Option
from actions.forms.field import Found, Reading
from actions.turn import Turn
from dakehu.handbook.codes import find


@dataclass(frozen=True)
class Flag:
    """True once its word is said."""

    kind: str
    code: str

    def read(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Find the word."""
        return Found(True) if self.code in find(self.kind, text) else None

    def show(self, value: Any, turn: Turn) -> str:
        """Show a tick."""
        return "✓"

    def options(self, turn: Turn, draft: Draft) -> list[Option]:
        """Offer it."""
        return [Option(turn.label(self.kind, self.code), True)]
