"""An engine and an action server that do as they are told, behind real HTTP."""

import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from .serving import served

SECRET = "a secret for tests only"

type Answer = Callable[[dict[str, Any]], Awaitable[list[dict[str, Any]]]]


async def echo(question: dict[str, Any]) -> list[dict[str, Any]]:
    """Answer what was said, with two buttons."""
    buttons = [
        {"title": "确认", "payload": '/affirm{"revision": 1}'},
        {"title": "取消", "payload": "/cancel"},
    ]
    return [{"text": question["payload"] or question["text"], "buttons": buttons}]


@dataclass
class FakeEngine:
    """Answers like the engine and the action server, and remembers what it was asked.

    Attributes:
        answer: Gives the messages that answer a question.
        ready: Its health, and whether it answers at all.
        broken: It says that it is ready, and still does not answer.
        asked: Every question, in the order in which they came.
    """

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
async def serving() -> AsyncIterator[FakeEngine]:
    """Run a fake engine; its `port` is the engine's and the action server's."""
    fake = FakeEngine()
    routes = [
        Route("/webhooks/dakehu/message", fake.message, methods=["POST"]),
        Route("/webhooks/dakehu/", fake.health),
        Route("/health", fake.actions_health),
    ]
    async with served(Starlette(routes=routes)) as fake.port:
        yield fake
