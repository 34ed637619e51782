"""What a chat channel hands the gateway, and what it is told at once."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from dakehu.codes import Channel, Language
from dakehu.storage.messages.history import Entry


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody says they are, in degrees, with a name where there is one.

    In the channel's own datum: Telegram's is WGS 84, that of WeCom and WeChat GCJ-02, which in
    mainland China lies some hundred metres beside it.
    """

    latitude: float
    longitude: float
    name: str | None = None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A file that somebody sends; its content is fetched only for people we know."""

    name: str
    size: int
    fetch: Callable[[], Awaitable[bytes]]


@dataclass(frozen=True, slots=True)
class Heard:
    """Something that arrived from a channel which has proved itself.

    Attributes:
        account: The channel's id of the account it came from.
        external_id: The channel's id of the message; the same one is the same message.
        name: What the channel calls the person.
        button: A token of ours, of a pressed button.
        numbers: Whether a typed number may mean a button of the last message.
        notice: The sentence (of `wording.yml`) that answers what we cannot take.
    """

    channel: Channel
    account: str
    external_id: str
    name: str | None = None
    language: Language | None = None
    text: str = ""
    button: str | None = None
    numbers: bool = False
    place: Place | None = None
    file: HandedOver | None = None
    notice: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of something heard.

    Attributes:
        word: A sentence for the account at once: it is not bound, or it was not taken.
        entries: The reply, where it was waited for and came in time.
        idle: It was kept, and only gets a sentence that says why nothing is done.
    """

    word: str | None = None
    entries: list[Entry] | None = None
    idle: bool = False
