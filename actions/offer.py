"""What the next message may simply answer, kept in the slot `offer` for one turn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Self

from dakehu.handbook.codes import find, words


@dataclass(frozen=True)
class Offer:
    """What the bot asked outside of a form; each answer stands for a button's payload.

    Attributes:
        yes: What a plain "yes" stands for.
        no: What a plain "no" stands for; None leaves everything as it is.
        words: What any other words stand for that are not surely something else; the answer
            reads them as the message's text.
        among: The handbook's set by whose words an answer may be named ("换一个", "挺有效").
        named: What each code of that set stands for.
        buttons: What the labels below the answer stand for when they are typed.
        claims: Intents of which the model may be sure and that are yet meant by `words`.
    """

    yes: str | None = None
    no: str | None = None
    words: str | None = None
    among: str = ""
    named: Mapping[str, str] = field(default_factory=dict)
    buttons: Mapping[str, str] = field(default_factory=dict)
    claims: Sequence[str] = ()

    def meant_by(self, intent: str, text: str = "", *, sure: bool) -> str | None:
        """Return the payload that a message stands for, if it answers the offer.

        Little more than a word of `among` is its answer whatever the model takes it for.
        """
        if pressed := self.buttons.get(_bare(text)):
            return pressed
        unclaimed = intent in UNCLAIMED or intent in self.claims or not sure
        code = next(iter(find(self.among, text)), "") if self.named else ""
        if code in self.named and (unclaimed or intent in YES_OR_NO or self._is_all(code, text)):
            return self.named[code]
        if intent in YES_OR_NO:
            return self.yes if intent == "affirm" else self.no
        return self.words if unclaimed and intent not in SMALL_TALK else None

    def _is_all(self, code: str, text: str) -> bool:
        """Tell whether a message says hardly more than the words of an answer."""
        said = max(len(word) for word in words(self.among)[code] if word in text.casefold())
        return len(text.strip()) <= said + FEW

    def below(self, buttons: Iterable[Mapping[str, str]]) -> Self:
        """Return the offer with the buttons of an answer; of two with one label the last counts."""
        labels = {_bare(button["title"]): button["payload"] for button in buttons}
        return replace(self, buttons=labels)

    def to_slot(self) -> dict[str, Any]:
        """Return the offer as JSON for the tracker."""
        return asdict(self)

    @classmethod
    def from_slot(cls, slot: dict[str, Any] | None) -> Self:
        """Read the offer back from the tracker."""
        return cls(**slot) if slot else cls()


def _bare(label: str) -> str:
    return label.strip(" 。.！!？?").casefold()


FEW = 4
"""Characters around the words of an answer that make it no other message (换一个吧)."""

YES_OR_NO = frozenset({"affirm", "deny"})

UNCLAIMED = frozenset({"inform", "edit_field", "out_of_scope", "nlu_fallback"})
"""Intents of words that nothing else takes where no form is open."""

SMALL_TALK = frozenset({"cancel", "help", "greet", "thank", "goodbye", "undo", "set_language"})
"""Intents that are never the words that were asked for."""
