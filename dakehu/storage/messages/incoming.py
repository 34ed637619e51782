"""A message that comes in: as a channel hands it over, and as it waits for its answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dakehu.codes import Channel, Language


class SignedOut(Exception):
    """The session is over, or its person has left; nothing was kept."""


@dataclass(frozen=True, slots=True)
class SessionProof:
    """An open session proves who somebody is; it is known by its token's fingerprint."""

    fingerprint: str


@dataclass(frozen=True, slots=True)
class AccountProof:
    """A bound chat account proves who somebody is; its channel vouches for the sender."""

    account_id: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message as a channel hands it over.

    Attributes:
        proof: Why it is believed to be this person's; checked when it is kept.
        external_id: The channel's id of the message; the same one is the same message.
        shown: What the history shows as said by the person.
        payload: `text`, and for a button what the action gave it as `payload`; or, as `notice`,
            the key of the gateway's own answer.
        press: The place of the pressed button, to be used up.
    """

    proof: SessionProof | AccountProof
    channel: Channel
    external_id: str
    staff_id: int
    shown: dict[str, Any]
    payload: dict[str, Any]
    press: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message of the inbox that is not answered yet.

    Attributes:
        seen_before: It may have been answered meanwhile, or asked of the engine already.
    """

    id: int
    channel: Channel
    external_id: str
    staff_id: int
    language: Language
    payload: dict[str, Any]
    received_at: datetime
    seen_before: bool = True
