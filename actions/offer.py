"""What the next message may simply answer, kept in the slot `offer` for one turn."""

from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True)
class Offer:
    """What the bot asked outside of a form; each answer stands for a button's payload.

    Attributes:
        yes: What a plain "yes" stands for.
        no: What a plain "no" stands for; None leaves everything as it is.
        words: What any other words stand for that are not surely something else; the answer
            reads them as the message's text.
    """

    yes: str | None = None
    no: str | None = None
    words: str | None = None

    def meant_by(self, intent: str, *, sure: bool) -> str | None:
        """Return the payload that a message of an intent stands for, if it answers the offer."""
        if intent == "affirm":
            return self.yes
        if intent == "deny":
            return self.no
        unclaimed = intent in UNCLAIMED or not sure
        return self.words if unclaimed and intent not in SMALL_TALK else None

    def to_slot(self) -> dict[str, Any]:
        """Return the offer as JSON for the tracker."""
        return asdict(self)

    @classmethod
    def from_slot(cls, slot: dict[str, Any] | None) -> Self | None:
        """Read the offer back from the tracker."""
        return cls(**slot) if slot else None


UNCLAIMED = frozenset({"inform", "edit_field", "out_of_scope", "nlu_fallback"})
"""Intents of words that nothing else takes where no form is open."""

SMALL_TALK = frozenset({"cancel", "help", "greet", "thank", "goodbye", "undo", "set_language"})
"""Intents that are never the words that were asked for."""
