"""Dakehu, started by `dakehu up` and asked through the gateway's web API."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from aiohttp import ClientSession
from sqlalchemy import select

from bench.system import Processes, free_port, run
from dakehu import sign_in
from dakehu.codes import Role
from dakehu.settings import Settings
from dakehu.storage import staffing
from dakehu.storage.database import Database
from dakehu.storage.demo import Size, load
from dakehu.storage.engine import open_engine
from dakehu.storage.migrations import upgrade
from dakehu.storage.sign_in_codes import SqlCodes
from dakehu.storage.tables import Customer

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "dakehu"]
NOW = "2026-11-24T10:00:00+08:00"


class Dakehu:
    """The whole system on SQLite, with demo data and people who each have a customer."""

    script = (
        "你好",
        "昨天下午去{customer}拜访了王总，聊了电缆报价，他很满意，要我们周五前出方案，下周三再去",
        "时间改成上午十点",
        "确认",
        "这周有什么安排",
        "查一下{customer}",
        "下周四下午两点去{customer}拜访，谈合同",
        "确认",
        "帮助",
        "谢谢",
    )

    def __init__(self, folder: Path, people: int) -> None:
        self._log = folder / "dakehu.log"
        self._processes = Processes(self._log)
        self._settings = Settings(
            _env_file=None,
            home=folder,
            secret=uuid4().hex,
            now=NOW,
            port=free_port(),
            engine_port=free_port(),
            actions_port=free_port(),
            rate_limit=1_000_000,
        )
        self._url = f"http://127.0.0.1:{self._settings.port}"
        self._people = people
        self._codes: list[str] = []
        self._customers: list[str] = []
        self._tokens: dict[int, str] = {}

    def train(self) -> float:
        """Run `dakehu train` in an empty folder; `start` uses what it makes."""
        return run([*COMMAND, "train"], self._environment(), ROOT, self._log)

    def start(self) -> float:
        """Run `dakehu up` on a database that is there."""
        self._fill()
        self._processes.start([*COMMAND, "up"], self._environment(), ROOT)
        return self._processes.wait_for([f"{self._url}/readyz"])

    async def say(self, client: ClientSession, person: int, text: str) -> None:
        """Post to `/api/messages`, signed in."""
        if person not in self._tokens:
            async with client.post(
                f"{self._url}/api/session", json={"code": self._codes[person]}
            ) as signed_in:
                signed_in.raise_for_status()
                self._tokens[person] = (await signed_in.json())["token"]
        body = {"id": str(uuid4()), "text": text.format(customer=self._customers[person])}
        headers = {"Authorization": f"Bearer {self._tokens[person]}"}
        async with client.post(f"{self._url}/api/messages", json=body, headers=headers) as answer:
            answer.raise_for_status()
            if not (await answer.json())["messages"]:
                raise RuntimeError(f"no answer to {text!r}")

    def memory(self) -> int:
        """Return the bytes of gateway, engine, action server and what supervises them."""
        return self._processes.memory()

    def stop(self) -> None:
        """Stop everything."""
        self._processes.stop()

    def _environment(self) -> dict[str, str]:
        names = ("home", "secret", "port", "engine_port", "actions_port", "rate_limit")
        values = {f"DAKEHU_{n.upper()}": str(getattr(self._settings, n)) for n in names}
        return {**values, "DAKEHU_NOW": NOW, "DAKEHU_DATABASE_URL": self._settings.database}

    def _fill(self) -> None:
        here = self._settings
        upgrade(here.database)
        engine = open_engine(here.database)
        load(engine, Size(), here.clock.now().date(), here.zone, lambda _table, _rows: None)
        engine.dispose()
        database = Database(here.database, here.clock)
        with database.transaction(channel="cli") as session:
            customers = session.scalars(select(Customer).order_by(Customer.id)).all()
            for number in range(self._people):
                new = staffing.NewStaff(f"bench{number}", f"测试{number}", Role.SPECIALIST)
                person = staffing.add(session, new)
                mine = customers[number]
                mine.owner_id = person.id
                self._customers.append(mine.name)
                issued = sign_in.issue(SqlCodes(session), here.secret, person.id, datetime.now(UTC))
                self._codes.append(issued)
        database.close()
