"""One or several of a set of codes: method, outcome, question types."""

from dataclasses import dataclass
from typing import Any

from actions.forms.draft import Draft, Option
from actions.forms.field import Found, Reading
from actions.turn import Turn
from dakehu.handbook.codes import codes, find


@dataclass(frozen=True)
class Code:
    """One code of a set of the handbook's (`dakehu/handbook/codes.yml`)."""

    kind: str

    def read(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Find the code that the words name."""
        found = find(self.kind, text)
        return Found(found[0], whole=len(text.strip()) <= 12) if found else None

    def show(self, value: Any, turn: Turn) -> str:
        """Show the code's label."""
        return turn.label(self.kind, value)

    def options(self, turn: Turn, draft: Draft) -> list[Option]:
        """Offer all codes."""
        return [Option(turn.label(self.kind, code), code) for code in codes(self.kind)]


@dataclass(frozen=True)
class Codes:
    """Several codes of a set."""

    kind: str

    def read(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Find all the codes that the words name."""
        found = find(self.kind, text)
        return Found(found, whole=False) if found else None

    def show(self, value: Any, turn: Turn) -> str:
        """Show the codes' labels."""
        return turn.phrase("comma").join(turn.label(self.kind, code) for code in value)

    def options(self, turn: Turn, draft: Draft) -> list[Option]:
        """Offer each code alone."""
        return [Option(turn.label(self.kind, code), [code]) for code in codes(self.kind)]
