"""A chat service that does as it is told: it hears what a test says, and keeps what is sent."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from dakehu.codes import Channel
from dakehu.gateway.app import create_app
from dakehu.gateway.channels.chat import ChatChannel, PartSent
from dakehu.gateway.heard import Answer, Heard
from dakehu.gateway.parts import Gateway
from dakehu.settings import Settings
from dakehu.storage.messages.accounts import bind
from dakehu.storage.messages.letters import Letter

from .serving import served


class FakeChat(ChatChannel):
    """Keeps what it was given to send, a part for each line.

    Attributes:
        fail: Raises what the service would say, given how many parts went out in all.
        sent: What went out: to which account, which line.
    """

    channel = Channel.TELEGRAM

    def __init__(self, channel: Channel = Channel.TELEGRAM) -> None:
        self.channel = channel  # type: ignore[misc]
        self.sent: list[tuple[str, str]] = []
        self.fail: Callable[[int], Exception | None] = lambda _sent: None
        self.told = asyncio.Event()

    async def start(self, gateway: Gateway) -> None:
        self.gateway = gateway

    async def stop(self) -> None:
        pass

    async def send(self, letter: Letter, part_sent: PartSent) -> None:
        lines = letter.entry.message["text"].split("\n")
        for number, line in enumerate(lines):
            if number < letter.parts_sent:
                continue
            if error := self.fail(len(self.sent)):
                raise error
            self.sent.append((letter.account.external_id, line))
            await part_sent(number + 1)
        self.told.set()

    @property
    def lines(self) -> list[str]:
        return [line for _account, line in self.sent]


@dataclass
class Chatter:
    """Somebody with a phone, at a gateway that serves some chats."""

    gateway: Gateway
    chats: dict[Channel, FakeChat]
    number: int = 0
    account: str = "77"
    port: int = 0

    async def say(self, text: str = "", **heard: Any) -> Answer:
        """Say something in the first chat; each a new message."""
        self.number += 1
        fields = {"account": self.account, "external_id": str(self.number), **heard}
        channel = fields.pop("channel", next(iter(self.chats)))
        patience = fields.pop("patience", 0)
        return await self.gateway.chats.hear(Heard(channel, text=text, **fields), patience)

    async def hears(self, count: int, channel: Channel = Channel.TELEGRAM) -> list[str]:
        """Wait until so many lines were sent, and return them."""
        chat = self.chats[channel]
        async with asyncio.timeout(10):
            while len(chat.lines) < count:
                chat.told.clear()
                await chat.told.wait()
        return chat.lines

    def bound(self, staff_id: int, channel: Channel = Channel.TELEGRAM) -> None:
        """Bind the chat to somebody."""
        with self.gateway.database.transaction() as session:
            bind(session, staff_id, channel, self.account, "chen")


@asynccontextmanager
async def chatting(
    settings: Settings, channels: Iterable[Channel] = (Channel.TELEGRAM,)
) -> AsyncIterator[Chatter]:
    """Run a gateway with fake chats."""
    chats = {channel: FakeChat(channel) for channel in channels}
    gateway = Gateway(settings, chats)
    async with served(create_app(gateway)) as port:
        yield Chatter(gateway, chats, port=port)
