"""Following an event stream as a browser does, and what came by it."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from aiohttp import ClientError, ClientSession, StreamReader

PATIENCE = 120  # seconds


@dataclass
class Arrived:
    """What every listener heard, and when the last of it came."""

    texts: Counter[str] = field(default_factory=Counter)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def add(self, text: str) -> None:
        """Note an event."""
        async with self.changed:
            self.texts[text] += 1
            self.changed.notify_all()

    async def reach(self, count: int) -> None:
        """Wait until so many different messages have arrived."""
        async with self.changed, asyncio.timeout(PATIENCE):
            await self.changed.wait_for(lambda: len(self.texts) >= count)


async def listen(client: ClientSession, token: str, arrived: Arrived) -> None:
    """Follow a stream as a browser does: back after a break, from the last event on."""
    cursor = "0"
    while True:
        headers = {"Authorization": f"Bearer {token}", "Last-Event-ID": cursor}
        try:
            async with client.get("/api/events", headers=headers) as stream:
                async for event in _events(stream.content):
                    await arrived.add(json.loads(event["data"])["text"])
                    cursor = event["id"]
        except (ClientError, TimeoutError, OSError):
            await asyncio.sleep(0.2)


async def _events(lines: StreamReader) -> AsyncIterator[dict[str, str]]:
    """Give each event that has come whole; a comment is none."""
    event: dict[str, str] = {}
    async for line in lines:
        name, _, value = line.decode().rstrip("\n").partition(": ")
        if name:
            event[name] = value
        else:
            if "data" in event:
                yield event
            event = {}
