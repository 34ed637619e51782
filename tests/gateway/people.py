"""People at a gateway's door: hired, given codes, and talking to it by HTTP."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import httpx
from sqlalchemy import select

from dakehu.clock import Clock
from dakehu.codes import Language, Role
from dakehu.gateway.app import create_app
from dakehu.gateway.parts import Gateway
from dakehu.settings import Settings
from dakehu.sign_in import issue
from dakehu.storage.database import Database
from dakehu.storage.sign_in_codes import SqlCodes
from dakehu.storage.tables import Base, Staff

from .fake_engine import SECRET, FakeEngine
from .serving import served


@dataclass
class Visitor:
    """Somebody who uses a gateway by HTTP."""

    http: httpx.AsyncClient
    gateway: Gateway
    url: str

    @classmethod
    @asynccontextmanager
    async def at(cls, gateway: Gateway, port: int) -> AsyncIterator["Visitor"]:
        """Give somebody at the door of a gateway that is served on a port."""
        url = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=url, trust_env=False, verify=False) as http:
            yield cls(http, gateway, url)

    async def sign_in(self, staff_id: int, channel: str = "web") -> httpx.Response:
        code = new_code(self.gateway.database, staff_id)
        answer = await self.http.post("/api/session", json={"code": code, "channel": channel})
        assert answer.status_code == 200, answer.text
        return answer

    async def say(self, text: str, message_id: str | None = None) -> httpx.Response:
        body = {"id": message_id or str(uuid4()), "text": text}
        return await self.http.post("/api/messages", json=body)

    async def press(self, token: str, message_id: str | None = None) -> httpx.Response:
        body = {"id": message_id or str(uuid4()), "button": token}
        return await self.http.post("/api/messages", json=body)

    async def history(self, after: str | None = None) -> dict[str, Any]:
        query = {} if after is None else {"after": after}
        answer = await self.http.get("/api/messages", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def told(self) -> list[str]:
        """Return what the assistant has said."""
        messages = (await self.history())["messages"]
        return [message["text"] for message in messages if message["from"] == "bot"]

    @asynccontextmanager
    async def colleague(self, login: str = "specialist2") -> AsyncIterator["Visitor"]:
        """Give somebody else who is signed in at the same gateway."""
        async with httpx.AsyncClient(base_url=self.url, trust_env=False, verify=False) as http:
            other = Visitor(http, self.gateway, self.url)
            await other.sign_in(hire(self.gateway.database, login))
            yield other


def settings_for(url: str, engine: FakeEngine, clock: Clock, **more: Any) -> Settings:
    """Return the settings of a gateway that asks a fake engine."""
    ports = {"engine_port": engine.port, "actions_port": engine.port}
    return Settings(
        _env_file=None, database_url=url, secret=SECRET, now=clock.now(), **ports, **more
    )


@asynccontextmanager
async def visiting(settings: Settings) -> AsyncIterator[Visitor]:
    """Run a gateway, and give somebody who visits it."""
    app = create_app(Gateway(settings))
    async with served(app) as port, Visitor.at(app.state.gateway, port) as visitor:
        yield visitor


def hire(database: Database, login: str = "specialist1", language: Language = Language.ZH) -> int:
    """Take somebody in."""
    with database.transaction() as session:
        staff = Staff(login=login, name="陈晨", role=Role.SPECIALIST, language=language)
        session.add(staff)
        session.flush()
        return staff.id


def new_code(database: Database, staff_id: int) -> str:
    """Issue a one-time code."""
    with database.transaction() as session:
        return issue(SqlCodes(session), SECRET, staff_id, datetime.now(UTC))


def contents(database: Database) -> dict[str, list[Any]]:
    """Return every row of every table."""
    with database.reading() as session:
        return {
            name: sorted(map(str, session.execute(select(table)).all()))
            for name, table in Base.metadata.tables.items()
        }
