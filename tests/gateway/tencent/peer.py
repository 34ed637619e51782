"""What the APIs of WeCom and WeChat have in common, as a service on the loopback."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, ClassVar

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..serving import served

SECRET = "the app's secret"
LARGEST_TEXT = 2048


class Complaint(Exception):
    """An error code of the service's documents."""


@dataclass
class Peer:
    """Hands out tokens, takes files and messages, and complains as its documents say.

    Attributes:
        complaints: Codes with which the next calls are answered, first come first.
        lost: How many of the next calls get no answer, though they are done.
        held: Whether calls are done, and their answers kept back until `released`.
        shown: What people got to see.
        calls: Every call that had a right token: the path and what was sent.
        tokens: Every token that was handed out; the last one serves.
    """

    token_path: ClassVar[str]
    token_method: ClassVar[str]

    complaints: list[int] = field(default_factory=list)
    token_complaints: list[int] = field(default_factory=list)
    lost: int = 0
    held: bool = False
    shown: list[dict[str, Any]] = field(default_factory=list)
    calls: list[tuple[str, Any]] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    files: dict[str, tuple[str, str, bytes]] = field(default_factory=dict)
    url: str = ""

    def __post_init__(self) -> None:
        self._news = asyncio.Event()
        self.released = asyncio.Event()

    @property
    def texts(self) -> list[str]:
        return [each["text"]["content"] for each in self.shown if each["msgtype"] == "text"]

    async def shows(self, count: int, within: float = 20) -> list[dict[str, Any]]:
        """Wait until so many messages were shown."""
        await self._until(lambda: len(self.shown) >= count, within)
        return self.shown

    async def called(self, path: str) -> Any:
        """Wait for a call of a path, and return what was sent."""
        await self._until(lambda: any(path in called for called, _sent in self.calls))
        return next(sent for called, sent in self.calls if path in called)

    async def _until(self, done: Any, within: float = 20) -> None:
        async with asyncio.timeout(within):
            while not done():
                self._news.clear()
                await self._news.wait()

    def may_have_token(self, asked: Mapping[str, Any]) -> bool:
        raise NotImplementedError

    def take(self, message: dict[str, Any]) -> None:
        raise NotImplementedError

    def routes(self) -> list[Route]:
        return []

    async def token(self, request: Request) -> Response:
        sent = await request.body()
        asked = json.loads(sent) if sent else dict(request.query_params)
        if self.token_complaints:
            return _error(self.token_complaints.pop(0))
        if not self.may_have_token(asked):
            return _error(40001)
        self.tokens.append(f"token-{len(self.tokens) + 1}")
        await asyncio.sleep(0)
        return JSONResponse({"errcode": 0, "access_token": self.tokens[-1], "expires_in": 7200})

    async def send(self, request: Request) -> Response:
        sent = await request.body()
        assert b"\\u" not in sent  # WeChat shows escapes as they are
        return await self._done(request, json.loads(sent), self.take)

    async def upload(self, request: Request) -> Response:
        async with request.form() as form:
            media = form["media"]
            assert isinstance(media, UploadFile)
            content = await media.read()
        number = f"media-{len(self.files) + 1}"

        def keep(_sent: Any) -> None:
            if len(content) <= 5:
                raise Complaint(40006)
            kind = request.query_params["type"]
            self.files[number] = (kind, media.filename or "", content)

        return await self._done(request, media.filename, keep, media_id=number)

    async def _done(self, request: Request, sent: Any, do: Any, **more: Any) -> Response:
        if request.query_params.get("access_token") != self.tokens[-1]:
            return _error(40014)
        self.calls.append((request.url.path, sent))
        try:
            if self.complaints:
                raise Complaint(self.complaints.pop(0))
            do(sent)
        except Complaint as complaint:
            return _error(complaint.args[0])
        finally:
            self._news.set()
        if self.held:
            await self.released.wait()
        if self.lost:
            self.lost -= 1
            return Response(status_code=502)
        return JSONResponse({"errcode": 0, "errmsg": "ok", **more})


def check_text(content: str) -> None:
    """Complain of a text that is empty or too large."""
    if not content:
        raise Complaint(44004)
    if len(content.encode()) > LARGEST_TEXT:
        raise Complaint(45002)


def _error(code: int) -> Response:
    return JSONResponse({"errcode": code, "errmsg": "as documented"})


@asynccontextmanager
async def serving[P: Peer](peer: P) -> AsyncIterator[P]:
    """Run a peer."""
    routes = [
        Route(peer.token_path, peer.token, methods=[peer.token_method]),
        Route("/cgi-bin/media/upload", peer.upload, methods=["POST"]),
        *peer.routes(),
    ]
    async with served(Starlette(routes=routes)) as port:
        peer.url = f"http://127.0.0.1:{port}"
        yield peer
