"""One turn: what a message brings to an action, and what the action gives back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rasa_sdk.events import ActiveLoop, EventType, FollowupAction, SlotSet

from actions.forms.draft import Draft
from actions.names import Names
from actions.offer import Offer
from actions.pictures import Picture
from actions.wording import Button, wording
from dakehu.account import Doors
from dakehu.desk import Desk
from dakehu.handbook.codes import label
from dakehu.language.extraction import Entity

if TYPE_CHECKING:
    from actions.forms.flow import Flow


SURE = 0.9
"""The confidence from which on an intent outweighs what else words may be."""


@dataclass(frozen=True)
class Message:
    """What the person sent, as the engine understood it.

    Attributes:
        text: The words, or a pressed button's label.
        intent: The intent's name, `nlu_fallback` where the model would only guess.
        ranking: The likeliest intents, best first.
        confidence: How sure the model is of the intent, 0 to 1; a button is.
        entities: A pressed button's entities; empty for typed text.
        marked: What an extractor in the engine's pipeline marked in typed text, if there is one.
    """

    text: str
    intent: str
    ranking: tuple[str, ...] = ()
    confidence: float = 1.0
    entities: dict[str, Any] = field(default_factory=dict)
    marked: tuple[Entity, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether the model leaves little doubt about the intent."""
        return self.confidence >= SURE


@dataclass
class Turn:
    """What an action may read, say and change in one turn.

    Attributes:
        doors: Where people can come in.
        flows: The forms by name.
        topics: What can be answered in the middle of a form, by intent.
        draft: The form being filled in; None closes its loop.
        shelf: Drafts put aside, the latest last.
        offered: What this message may simply answer.
        offer: What the next one may.
        advice: What the coach said last, for “another one”, “why” and never the same twice.
    """

    desk: Desk
    message: Message
    names_of: Callable[[Desk], Names]
    doors: Doors
    language: str
    flows: "Mapping[str, Flow]"
    topics: "Mapping[str, Callable[[Turn], None]]"
    draft: Draft | None = None
    shelf: list[Draft] = field(default_factory=list)
    offered: Offer = field(default_factory=Offer)
    offer: Offer | None = None
    advice: dict[str, Any] = field(default_factory=dict)
    replies: list[dict[str, Any]] = field(default_factory=list)

    @cached_property
    def names(self) -> Names:
        """The customers that the person may see; looked up only where a name may matter."""
        return self.names_of(self.desk)

    @property
    def now(self) -> datetime:
        """The business clock's present moment, in the department's zone."""
        return self.desk.now

    def marked_in(self, text: str) -> tuple[Entity, ...]:
        """Return what was marked in the message; nothing in a part of it (a correction's)."""
        return self.message.marked if text == self.message.text else ()

    def say(self, response: str, /, *extra: Button, **values: object) -> None:
        """Reply with a response of the domain, and buttons besides its own."""
        said = wording().say(response, self.language, **values)
        buttons = [b.as_dict() for b in (*extra, *said.buttons)]
        self.replies.append({"text": said.text, "buttons": buttons})

    def add(self, response: str, /, *extra: Button, **values: object) -> None:
        """Say more in the last reply, with more buttons."""
        said, last = wording().say(response, self.language, **values), self.replies[-1]
        last["text"] += f"\n{said.text}"
        last["buttons"] += [b.as_dict() for b in (*extra, *said.buttons)]

    def attach(self, **content: object) -> None:
        """Add a table or data to the last reply."""
        self.replies[-1].setdefault("custom", {}).update(content)

    def draw(self, name: str, content: bytes) -> None:
        """Show a picture, as PNG, with the last reply; it is kept when the turn is over."""
        self.replies[-1]["picture"] = Picture(name, content)

    def phrase(self, response: str, /, **values: object) -> str:
        """Return a response's text, to stand inside another."""
        return wording().say(response, self.language, **values).text

    def label(self, kind: str, code: str) -> str:
        """Return a code's name in the person's language."""
        return label(kind, code, self.language)

    def press(self, response: str, payload: str, /, **values: object) -> Button:
        """Make a button whose label is a response."""
        return Button(self.phrase(response, **values), payload)

    def events(self) -> Sequence[EventType]:
        """Return what the tracker must remember; one action answers a turn, then it listens."""
        form = f"{self.draft.flow}_form" if self.draft else None
        buttons = [] if form else [b for reply in self.replies for b in reply["buttons"]]
        offer = (self.offer or Offer()).below(buttons)
        return [
            SlotSet("draft", self.draft.to_slot() if self.draft else None),
            SlotSet("shelf", [d.to_slot() for d in self.shelf]),
            SlotSet("offer", offer.to_slot()),
            SlotSet("advice", self.advice),
            SlotSet("language", self.language),
            ActiveLoop(form),
            FollowupAction("action_listen"),
        ]
