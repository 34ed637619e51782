"""What the gateway is answered: the messages of one turn, in its format."""

from collections.abc import Iterable
from typing import Any

from rasa.core.channels.channel import OutputChannel
from rasa.shared.core.events import BotUttered, Event, UserUttered


class Replies(OutputChannel):
    """Takes what one turn said.

    Attributes:
        messages: The answers, in order.
        replayed: The message had been answered before; nothing ran again.
    """

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []
        self.replayed = False

    @classmethod
    def name(cls) -> str:
        """Return the channel's name, as conditions of responses would see it."""
        return "dakehu"


def answers_to(message_id: str, events: Iterable[Event]) -> list[dict[str, Any]] | None:
    """Return what the bot said to a message, or None where the message is not remembered."""
    answers: list[dict[str, Any]] | None = None
    for event in events:
        if isinstance(event, UserUttered):
            if answers is not None:
                break
            answers = [] if event.message_id == message_id else None
        elif isinstance(event, BotUttered) and answers is not None:
            answers.append(_message(event))
    return answers


def _message(event: BotUttered) -> dict[str, Any]:
    """Put an utterance into the gateway's format; what is custom has its keys already."""
    data = event.data
    known = {"text": event.text, "buttons": data.get("buttons"), "image": data.get("image")}
    return {**{k: v for k, v in known.items() if v}, **(data.get("custom") or {})}
