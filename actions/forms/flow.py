"""What one flow adds to the mechanism that all forms share."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from actions.forms.draft import Draft, Option
from actions.forms.field import Field, Reading
from dakehu.access import Task

if TYPE_CHECKING:
    from actions.turn import Turn
    from dakehu.problems import Problem


@dataclass(frozen=True)
class Question:
    """Something the rules want settled before the card: a duplicate, a clash, an unknown name.

    Attributes:
        key: Its name; `utter_<flow>_<key>` asks it, or `utter_<key>` where flows share it.
        options: What may be answered; the first is also what "yes" means, the last what "no" means.
        values: What stands in the response's braces.
    """

    key: str
    options: Sequence[Option]
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Done:
    """A form's end: what to say, and which value a form that was waiting takes from it.

    Attributes:
        response: What is said.
        values: What stands in its braces.
        gives: Values for the form that was waiting, if one was.
        then: What else there is to say or ask after it; not where a form was waiting.
    """

    response: str
    values: Mapping[str, object] = field(default_factory=dict)
    gives: Mapping[str, Any] = field(default_factory=dict)
    then: "Callable[[Turn], None] | None" = None


class Flow(ABC):
    """One task that is filled in by talking; its name is its address in every folder."""

    name: ClassVar[str]
    task: ClassVar[Task]
    """What one must be allowed to do to begin it."""
    intents: ClassVar[tuple[str, ...]]
    absorbs: ClassVar[tuple[str, ...]] = ()
    """Other flows' intents that are more of this story unless they name another customer."""
    fields: ClassVar[tuple[Field, ...]]
    shared: ClassVar[tuple[str, ...]] = ()
    """Fields that are told once for all the parts of a message."""

    @property
    def form(self) -> str:
        """The name of the flow's loop in the domain."""
        return f"{self.name}_form"

    def field(self, name: str) -> Field | None:
        """Find a field by its name."""
        return next((f for f in self.fields if f.name == name), None)

    def unfilled(self, draft: Draft) -> Sequence[Field]:
        """Return what the card names as still empty."""
        return [f for f in self.fields if f.name not in draft.values]

    def impossible(self, turn: "Turn") -> str | None:
        """Return the response that says why there is nothing to begin with, if so."""
        return None

    def parts(self, turn: "Turn") -> Sequence[str]:
        """Take a message apart that tells of several things; each becomes a draft of its own."""
        return (turn.message.text,)

    @abstractmethod
    def read(self, text: str, turn: "Turn", draft: Draft) -> Mapping[str, Reading]:
        """Read as many fields as a sentence holds."""

    def needs(self, draft: Draft) -> Sequence[Field]:
        """Return the fields that still have to be asked for, in order."""
        return [f for f in self.fields if f.required and f.name not in draft.values]

    def problems(self, turn: "Turn", draft: Draft) -> "Sequence[Problem]":
        """Return what the rules say cannot be; the first is asked about again."""
        return ()

    def review(self, turn: "Turn", draft: Draft) -> Question | None:
        """Return what the rules want settled next, if anything."""
        return None

    def settle(self, turn: "Turn", draft: Draft, key: str, choice: Any) -> Draft | None:
        """Take the answer to a question; return the draft to go on with, None to stop.

        An unknown customer may be created on the way: the form waits for it as its parent.
        """
        draft.unclear.pop("customer", None)
        if key == "unknown_customer" and choice:
            return Draft("customer", values={"name": choice}, parent=draft)
        return draft

    def changed(self, draft: Draft, name: str) -> None:
        """Keep the draft consistent after a field changed."""
        return

    def remarks(self, turn: "Turn", draft: Draft) -> str:
        """Return what the card should add under its lines."""
        return ""

    @abstractmethod
    def save(self, turn: "Turn", draft: Draft) -> Done:
        """Write what the card shows, through the rules, once a message."""
