"""What every chat of another service has to do; only the translation differs."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar

from fastapi import APIRouter

from dakehu.codes import Channel
from dakehu.storage.messages.letters import Letter

if TYPE_CHECKING:
    from dakehu.gateway.parts import Gateway

type PartSent = Callable[[int], Awaitable[None]]
"""Notes how many parts of a letter have gone out, so that none goes twice."""


class Later(Exception):
    """The service cannot take it now; `wait` is how many seconds it asks for, if it said."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class Unreachable(Exception):
    """The person cannot be written to there: another channel, or wait until they write.

    Attributes:
        blocked: They do not want to hear from us; not tried again before they write.
    """

    def __init__(self, reason: str, *, blocked: bool) -> None:
        super().__init__(reason)
        self.blocked = blocked


class Refused(Exception):
    """The service will never take this message; it is a fault of ours, and logged."""


class ChatChannel(ABC):
    """One chat service: hears what arrives, and sends what is to be said."""

    channel: ClassVar[Channel]
    router: APIRouter | None = None
    """Where the service calls us."""

    @abstractmethod
    async def start(self, gateway: "Gateway") -> None:
        """Begin to listen: what is heard goes to the gateway's `chats`."""

    @abstractmethod
    async def stop(self) -> None:
        """Stop listening, and let go of connections."""

    @abstractmethod
    async def send(self, letter: Letter, part_sent: PartSent) -> None:
        """Send a letter, from its first unsent part on.

        Raises:
            Later, Unreachable, Refused: Why it did not go out.
        """
