"""A gateway under test, beside an engine that is a real, small HTTP server.

- `engine`: the fake engine, which can be told what to answer and when to be away.
- `settings`: of a gateway on `sqlite_url` (or `database_url`) that asks this engine.
- `client`: an HTTP client of a running gateway, signed in as a specialist.
"""

import asyncio
import hashlib
import hmac
import json
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dakehu.clock import FrozenClock
from dakehu.codes import Language, Role
from dakehu.gateway.app import create_app
from dakehu.gateway.parts import Gateway
from dakehu.settings import Settings
from dakehu.sign_in import issue
from dakehu.storage.database import Database
from dakehu.storage.sign_in_codes import SqlCodes
from dakehu.storage.tables import Staff

SECRET = "a secret for tests only"


@dataclass
class Visitor:
    """Somebody who uses a gateway by HTTP."""

    http: httpx.AsyncClient
    gateway: Gateway

    async def sign_in(self, staff_id: int, channel: str = "web") -> httpx.Response:
        code = new_code(self.gateway.database, staff_id)
        return await self.http.post("/api/session", json={"code": code, "channel": channel})

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


type Answer = Callable[[dict[str, Any]], Awaitable[list[dict[str, Any]]]]
type Serve = Callable[..., AbstractAsyncContextManager[httpx.AsyncClient]]


async def echo(question: dict[str, Any]) -> list[dict[str, Any]]:
    """Answer what was said, with two buttons."""
    buttons = [
        {"title": "确认", "payload": '/affirm{"revision": 1}'},
        {"title": "取消", "payload": "/cancel"},
    ]
    return [{"text": question["payload"] or question["text"], "buttons": buttons}]


@dataclass
class FakeEngine:
    """Answers like the engine and the action server, and remembers what it was asked."""

    answer: Answer = echo
    ready: bool = True
    actions_ready: bool = True
    broken: bool = False
    asked: list[dict[str, Any]] = field(default_factory=list)
    port: int = 0

    async def message(self, request: Request) -> Response:
        body = await request.body()
        timestamp = request.headers["X-Dakehu-Timestamp"]
        signed = hmac.new(SECRET.encode(), f"{timestamp}.".encode() + body, hashlib.sha256)
        assert hmac.compare_digest(signed.hexdigest(), request.headers["X-Dakehu-Signature"])
        assert abs(time.time() - int(timestamp)) < 60
        if not self.ready or self.broken:
            return Response(status_code=503)
        question = json.loads(body)
        self.asked.append(question)
        return JSONResponse({"messages": await self.answer(question), "replayed": False})

    async def health(self, _request: Request) -> Response:
        return Response(status_code=200 if self.ready else 503)

    async def actions_health(self, request: Request) -> Response:
        key = hmac.new(SECRET.encode(), b"actions", hashlib.sha256).hexdigest()
        assert request.headers["X-Dakehu-Key"] == key
        return Response(status_code=200 if self.actions_ready else 503)

    @property
    def texts(self) -> list[str]:
        return [question["text"] for question in self.asked]


@asynccontextmanager
async def served(app: Starlette) -> AsyncIterator[int]:
    """Serve an app over HTTP on a free port of the loopback; at the end, drop everybody."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(app, log_config=None, ws="none")
        config.load()
        server = uvicorn.Server(config)
        server.lifespan = config.lifespan_class(config)
        await server.startup(sockets=[listening])
        try:
            yield listening.getsockname()[1]
        finally:
            for each in server.servers:
                each.close()
            for connection in list(server.server_state.connections):
                connection.transport.abort()
            await asyncio.gather(*server.server_state.tasks, return_exceptions=True)
            await server.lifespan.shutdown()


@pytest.fixture
async def engine() -> AsyncIterator[FakeEngine]:
    fake = FakeEngine()
    routes = [
        Route("/webhooks/dakehu/message", fake.message, methods=["POST"]),
        Route("/webhooks/dakehu/", fake.health),
        Route("/health", fake.actions_health),
    ]
    async with served(Starlette(routes=routes)) as fake.port:
        yield fake


@pytest.fixture
def settings(sqlite_url: str, engine: FakeEngine, clock: FrozenClock) -> Settings:
    return settings_for(sqlite_url, engine, clock)


def settings_for(url: str, engine: FakeEngine, clock: FrozenClock, **more: Any) -> Settings:
    ports = {"engine_port": engine.port, "actions_port": engine.port}
    return Settings(
        _env_file=None, database_url=url, secret=SECRET, now=clock.now(), **ports, **more
    )


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Visitor]:
    """Run a gateway in this process, and give somebody who visits it."""
    app = create_app(Gateway(settings))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as http:
            yield Visitor(http, app.state.gateway)


@pytest.fixture
async def visitor(settings: Settings) -> AsyncIterator[Visitor]:
    """Somebody at a gateway's door, signed in by nobody."""
    async with running(settings) as visitor:
        yield visitor


@pytest.fixture
async def person(visitor: Visitor) -> Visitor:
    """A specialist who is signed in."""
    await visitor.sign_in(hire(visitor.gateway.database))
    return visitor
