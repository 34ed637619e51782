"""What people say on any channel, made into messages for the inbox."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from dakehu.codes import Channel
from dakehu.gateway.signing import ButtonTokens
from dakehu.gateway.text import storable
from dakehu.gateway.threads import DatabaseThreads
from dakehu.storage.messages.history import Entry, HistoryReader
from dakehu.storage.messages.incoming import AccountProof, Incoming, SessionProof
from dakehu.storage.messages.presses import Place

LONGEST_TEXT = 4000  # characters


class NotYourButton(Exception):
    """The button was not given to this person, or not by us."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who says something, where, and by which id the channel knows the message.

    Attributes:
        shown_id: The id by which the person's own page knows the message, if it has one.
    """

    proof: SessionProof | AccountProof
    channel: Channel
    staff_id: int
    external_id: str
    shown_id: str | None = None

    def says(
        self, shown: dict[str, Any], payload: dict[str, Any], press: Place | None = None
    ) -> Incoming:
        """Return a message: what the history shows, and what the engine is to be asked."""
        if self.shown_id:
            shown = {"id": self.shown_id, **shown}
        return Incoming(
            self.proof, self.channel, self.external_id, self.staff_id, shown, payload, press
        )


def text(sender: Sender, said: str) -> Incoming:
    """Return typed text as a message."""
    fit = storable(said)
    return sender.says({"text": fit}, {"text": fit})


def notice(sender: Sender, shown: dict[str, Any], key: str, **values: object) -> Incoming:
    """Return a message that the gateway answers itself, with a sentence of `wording.yml`."""
    payload = {"text": shown.get("text", ""), "notice": key, "values": values}
    return sender.says(shown, payload)


class Presses:
    """Reads button tokens back into what the action gave the button."""

    def __init__(
        self, tokens: ButtonTokens, history: HistoryReader, threads: DatabaseThreads
    ) -> None:
        self._tokens = tokens
        self._history = history
        self._threads = threads

    async def press(self, sender: Sender, token: str) -> Incoming:
        """Return a pressed button as a message; one too late is answered with a sentence.

        Raises:
            NotYourButton: It was not given to this person.
        """
        place, entry = await self._find(token)
        if entry.staff_id != sender.staff_id:
            raise NotYourButton
        return _pressed(sender, entry, place)

    async def label(self, token: str) -> str:
        """Return what is written on a button.

        Raises:
            NotYourButton: It was not given out by us.
        """
        (_id, position), entry = await self._find(token)
        return str(entry.message["buttons"][position]["title"])

    async def numbered(self, sender: Sender, said: str) -> Incoming | None:
        """Return a typed number as a press of the last message's button, if it is one."""
        if not (said.isdecimal() and said.isascii()):
            return None
        entry = await self._threads.run(self._history.last_said, sender.staff_id)
        position = int(said) - 1
        if entry is None or not 0 <= position < len(entry.message.get("buttons") or ()):
            return None
        return _pressed(sender, entry, (entry.id, position))

    async def _find(self, token: str) -> tuple[Place, Entry]:
        place = self._tokens.read(token)
        entry = await self._threads.run(self._history.entry, place[0]) if place else None
        if place is None or entry is None:
            raise NotYourButton
        return place, entry


def _pressed(sender: Sender, entry: Entry, place: Place) -> Incoming:
    button = entry.message["buttons"][place[1]]
    label = button["title"]
    shown = {"text": label, "pressed": str(entry.id)}
    if entry.expires_at is None or entry.expires_at <= datetime.now(UTC):
        return notice(sender, shown, "button_expired")
    return sender.says(shown, {"text": label, "payload": button["payload"]}, place)
