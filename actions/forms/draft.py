"""A draft: what a form has been told so far, kept in the slot `draft` between turns."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self

CARD = "card"
"""What `asked` says while the card waits for a yes."""


@dataclass(frozen=True)
class Option:
    """One likely answer: what its button says, and the value it stands for."""

    label: str
    value: Any


@dataclass
class Draft:
    """One form being filled in.

    Attributes:
        flow: The flow's name, e.g. `visit`.
        values: Field name to value, JSON throughout.
        asked: The field, question or card that the bot is waiting on; empty at the start.
        options: The answers offered with what is asked.
        order: Fields in the order they were answered, for stepping back.
        settled: Questions of the rules that the person has answered.
        unclear: Fields whose answer fits several things or none, by field name.
        revision: Counts questions and cards: a button of an earlier one is known as stale.
        parent: The draft to go on with after this one, when it was begun from there.
    """

    flow: str
    values: dict[str, Any] = field(default_factory=dict)
    asked: str = ""
    options: list[Option] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    settled: list[str] = field(default_factory=list)
    unclear: dict[str, Any] = field(default_factory=dict)
    revision: int = 0
    parent: "Draft | None" = None

    def put(self, name: str, value: Any) -> None:
        """Fill in a field; the last one filled is the first to step back to."""
        self.values[name] = value
        self.unclear.pop(name, None)
        self.order = [*(n for n in self.order if n != name), name]

    def drop(self, name: str) -> None:
        """Empty a field."""
        self.values.pop(name, None)
        self.unclear.pop(name, None)
        self.order = [n for n in self.order if n != name]

    def ask(self, what: str, options: list[Option] | None = None) -> None:
        """Note what is being asked and what was offered for it."""
        self.asked = what
        self.options = options or []
        self.revision += 1

    def to_slot(self) -> dict[str, Any]:
        """Return the draft as JSON for the tracker."""
        return asdict(self)

    @classmethod
    def from_slot(cls, slot: dict[str, Any] | None) -> Self | None:
        """Read the draft back from the tracker."""
        if slot is None:
            return None
        options = [Option(**o) for o in slot["options"]]
        return cls(**{**slot, "options": options, "parent": cls.from_slot(slot["parent"])})
