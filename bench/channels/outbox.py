"""1,000 messages said unasked to 200 open event streams, while the gateway is killed twice."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from aiohttp import ClientSession, ClientTimeout, TCPConnector

from bench.channels.gateway import LoneGateway
from bench.channels.listening import Arrived, listen
from dakehu.storage.messages.outbox import SqlOutbox

CLIENTS = 200
MESSAGES = 1000
KILLED_AFTER = (300, 650)
"""How many had arrived when the gateway was killed."""


@dataclass(frozen=True)
class Delivered:
    """What became of the messages; seconds from the first due to the last heard."""

    lost: int
    doubled: int
    seconds: float


def measure() -> Delivered:
    """Run it with a gateway of its own."""
    with TemporaryDirectory(prefix="dakehu-bench-") as folder:
        gateway = LoneGateway(Path(folder))
        try:
            return asyncio.run(_measure(gateway))
        finally:
            gateway.stop()


async def _measure(gateway: LoneGateway) -> Delivered:
    people = [gateway.hire(number) for number in range(CLIENTS)]
    gateway.start()
    arrived = Arrived()
    no_limit = ClientTimeout(total=None, sock_read=30)
    connector = TCPConnector(limit=0)
    async with ClientSession(gateway.address, connector=connector, timeout=no_limit) as client:
        tokens = [await _signed_in(client, gateway.code(person)) for person in people]
        listeners = [asyncio.create_task(listen(client, token, arrived)) for token in tokens]
        began = time.monotonic()
        await asyncio.to_thread(_put, gateway, people)
        for count in KILLED_AFTER:
            await arrived.reach(count)
            gateway.kill()
            await asyncio.to_thread(gateway.start)
        await arrived.reach(MESSAGES)
        seconds = time.monotonic() - began
        for listener in listeners:
            listener.cancel()
        await asyncio.gather(*listeners, return_exceptions=True)
    heard = arrived.texts
    return Delivered(MESSAGES - len(heard), sum(heard.values()) - len(heard), seconds)


def _put(gateway: LoneGateway, people: Sequence[int]) -> None:
    now = gateway.settings.clock.now()
    with gateway.database.transaction(channel="cli") as session:
        outbox = SqlOutbox(session)
        for number in range(MESSAGES):
            text = f"提醒 {number}"
            outbox.put(people[number % CLIENTS], {"text": text}, now, text)


async def _signed_in(client: ClientSession, code: str) -> str:
    async with client.post("/api/session", json={"code": code}) as answer:
        answer.raise_for_status()
        return str((await answer.json())["token"])
