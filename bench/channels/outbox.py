"""1,000 messages said unasked to 200 open event streams, while the gateway is killed twice."""

import asyncio
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from aiohttp import ClientSession, ClientTimeout, TCPConnector

from bench.channels.listening import Arrived, listen
from bench.system import Processes, free_port
from dakehu import sign_in
from dakehu.codes import Role
from dakehu.settings import Settings
from dakehu.storage import staffing
from dakehu.storage.database import Database
from dakehu.storage.messages.outbox import SqlOutbox
from dakehu.storage.migrations import upgrade
from dakehu.storage.sign_in_codes import SqlCodes

CLIENTS = 200
MESSAGES = 1000
KILLED_AFTER = (300, 650)
"""How many had arrived when the gateway was killed."""

_COMMAND = [sys.executable, "-m", "dakehu", "gateway"]
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Delivered:
    """What became of the messages; seconds from the first due to the last heard."""

    lost: int
    doubled: int
    seconds: float


def measure() -> Delivered:
    """Run it on SQLite, with a gateway of its own."""
    with TemporaryDirectory(prefix="dakehu-bench-") as folder:
        return asyncio.run(_measure(_settings(Path(folder))))


async def _measure(settings: Settings) -> Delivered:
    upgrade(settings.database)
    database = Database(settings.database, settings.clock)
    people, codes = _hire(database, settings)
    gateway = Processes(settings.home / "gateway.log")
    address = f"http://127.0.0.1:{settings.port}"
    start = _starter(gateway, settings, address)
    await asyncio.to_thread(start)
    arrived = Arrived()
    timeout = ClientTimeout(total=None, sock_read=30)
    async with ClientSession(address, connector=TCPConnector(limit=0), timeout=timeout) as client:
        tokens = [await _signed_in(client, code) for code in codes]
        listeners = [asyncio.create_task(listen(client, token, arrived)) for token in tokens]
        began = time.monotonic()
        await asyncio.to_thread(_put, database, settings, people)
        for count in KILLED_AFTER:
            await arrived.reach(count)
            gateway.kill()
            await asyncio.to_thread(start)
        await arrived.reach(MESSAGES)
        seconds = time.monotonic() - began
        for listener in listeners:
            listener.cancel()
        await asyncio.gather(*listeners, return_exceptions=True)
    gateway.stop()
    database.close()
    heard = arrived.texts
    return Delivered(MESSAGES - len(heard), sum(heard.values()) - len(heard), seconds)


def _settings(folder: Path) -> Settings:
    secret = uuid4().hex
    return Settings(_env_file=None, home=folder, secret=secret, port=free_port())


def _starter(gateway: Processes, settings: Settings, address: str) -> Callable[[], None]:
    environment = {
        "DAKEHU_HOME": str(settings.home),
        "DAKEHU_SECRET": settings.secret,
        "DAKEHU_PORT": str(settings.port),
    }

    def start() -> None:
        gateway.start(_COMMAND, environment, _ROOT)
        gateway.wait_for([f"{address}/healthz"])

    return start


def _hire(database: Database, settings: Settings) -> tuple[list[int], list[str]]:
    people, codes = [], []
    with database.transaction(channel="cli") as session:
        for number in range(CLIENTS):
            new = staffing.NewStaff(f"bench{number}", f"测试{number}", Role.SPECIALIST)
            people.append(staffing.add(session, new).id)
            now = datetime.now(UTC)
            codes.append(sign_in.issue(SqlCodes(session), settings.secret, people[-1], now))
    return people, codes


def _put(database: Database, settings: Settings, people: Sequence[int]) -> None:
    with database.transaction(channel="cli") as session:
        outbox = SqlOutbox(session)
        for number in range(MESSAGES):
            person, text = people[number % CLIENTS], f"提醒 {number}"
            outbox.put(person, {"text": text}, settings.clock.now(), text)


async def _signed_in(client: ClientSession, code: str) -> str:
    async with client.post("/api/session", json={"code": code}) as answer:
        answer.raise_for_status()
        return str((await answer.json())["token"])
