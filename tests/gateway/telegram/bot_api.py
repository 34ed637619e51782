"""A Bot API server on the loopback, as strict as the real one where we depend on it.

After https://core.telegram.org/bots/api. It checks what it is sent, keeps it, and fails as told.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..serving import served
from .calls import Call, Failure, check_keyboard, given_in, shown
from .markup import BadMarkup

TOKEN = "123456:a-token-for-tests-only"
BOT = {"id": 123456, "is_bot": True, "first_name": "大客户助手", "username": "dakehu_bot"}
LONGEST_TEXT = 4096
LARGEST_DOWNLOAD = 20 * 1024 * 1024


@dataclass
class BotApi:
    """The server.

    Attributes:
        failures: Raised by the next calls of these methods, one each; `*` is any.
        calls: What was answered well, in order.
        held: The method whose calls are neither taken nor answered.
        waiting: How many calls of it there were.
    """

    chats: set[int] = field(default_factory=lambda: {77000001, -1001234567890})
    failures: list[tuple[str, Failure]] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    updates: list[dict[str, Any]] = field(default_factory=list)
    webhook: dict[str, Any] | None = None
    held: str = ""
    waiting: int = 0
    closing: bool = False
    port: int = 0
    news: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    @property
    def texts(self) -> list[str]:
        return [shown(call.given) for call in self.of("sendMessage")]

    async def called(self, method: str, times: int = 1, within: float = 10) -> list[Call]:
        """Wait until a method was called so often."""
        async with asyncio.timeout(within), self.news:
            await self.news.wait_for(lambda: len(self.of(method)) >= times)
        return self.of(method)

    async def failed(self) -> None:
        """Wait until every failure was met."""
        async with asyncio.timeout(10), self.news:
            await self.news.wait_for(lambda: not self.failures)

    async def holds_one(self) -> None:
        """Wait until a call is held."""
        async with asyncio.timeout(60), self.news:
            await self.news.wait_for(lambda: self.waiting > 0)

    async def confirmed(self) -> None:
        """Wait until whoever polls has confirmed every update."""
        async with asyncio.timeout(10), self.news:
            await self.news.wait_for(lambda: not self.updates)

    async def deliver(self, *updates: dict[str, Any]) -> None:
        """Have updates polled."""
        async with self.news:
            self.updates.extend(updates)
            self.news.notify_all()

    async def answer(self, request: Request) -> Response:
        """Answer a call."""
        method = request.path_params["method"]
        try:
            if request.path_params["token"] != TOKEN:
                raise Failure(401, "Unauthorized")
            given = await given_in(request)
            await self._hold(method)
            self._fail(method)
            result = await getattr(self, f"_{method}")(given)
        except Failure as failure:
            answer = {"ok": False, "error_code": failure.code, "description": str(failure)}
            if failure.parameters:
                answer["parameters"] = failure.parameters
            await self._tell()
            return JSONResponse(answer, failure.code)
        if method != "getUpdates":
            self.calls.append(Call(method, given))
        await self._tell()
        return JSONResponse({"ok": True, "result": result})

    async def download(self, request: Request) -> Response:
        """Give a file's content."""
        assert request.path_params["token"] == TOKEN
        return Response(self.files[request.path_params["file_id"]])

    async def _tell(self) -> None:
        async with self.news:
            self.news.notify_all()

    async def _hold(self, method: str) -> None:
        async with self.news:
            if method == self.held:
                self.waiting += 1
                self.news.notify_all()
                await self.news.wait_for(lambda: self.closing)
                raise Failure(502, "Bad Gateway")

    def _fail(self, method: str) -> None:
        for number, (failing, failure) in enumerate(self.failures):
            if failing in (method, "*"):
                del self.failures[number]
                raise failure

    async def _getMe(self, _given: dict[str, Any]) -> Any:
        return BOT

    async def _setWebhook(self, given: dict[str, Any]) -> Any:
        if not given["url"].startswith("https://"):
            raise Failure(400, "Bad Request: bad webhook: An HTTPS URL must be provided")
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", given["secret_token"]):
            raise Failure(400, "Bad Request: secret token contains unallowed characters")
        self.webhook = given
        return True

    async def _deleteWebhook(self, _given: dict[str, Any]) -> Any:
        self.webhook = None
        return True

    async def _getUpdates(self, given: dict[str, Any]) -> Any:
        if self.webhook:
            raise Failure(409, "Conflict: can't use getUpdates method while webhook is active")
        offset = given.get("offset", 0)
        async with self.news:
            self.updates = [each for each in self.updates if each["update_id"] >= offset]
            self.news.notify_all()
            try:
                async with asyncio.timeout(given["timeout"]):
                    await self.news.wait_for(lambda: self.updates or self.closing)
            except TimeoutError:
                pass
            return list(self.updates)

    async def _sendMessage(self, given: dict[str, Any]) -> Any:
        try:
            text = shown(given)
        except BadMarkup as error:
            raise Failure(400, f"Bad Request: {error}") from None
        if not text.strip():
            raise Failure(400, "Bad Request: message text is empty")
        if len(text.encode("utf-16-le")) // 2 > LONGEST_TEXT:
            raise Failure(400, "Bad Request: message is too long")
        return self._message(given, text=text)

    async def _sendPhoto(self, given: dict[str, Any]) -> Any:
        if not given["photo"][1].startswith((b"\x89PNG", b"\xff\xd8\xff")):
            raise Failure(400, "Bad Request: IMAGE_PROCESS_FAILED")
        return self._message(given)

    async def _sendDocument(self, given: dict[str, Any]) -> Any:
        return self._message(given)

    async def _sendChatAction(self, given: dict[str, Any]) -> Any:
        self._reach(given)
        return True

    async def _answerCallbackQuery(self, given: dict[str, Any]) -> Any:
        assert given["callback_query_id"]
        return True

    async def _editMessageReplyMarkup(self, given: dict[str, Any]) -> Any:
        check_keyboard(given)
        return self._message(given)

    async def _getFile(self, given: dict[str, Any]) -> Any:
        key = given["file_id"]
        if key not in self.files:
            raise Failure(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        size = len(self.files[key])
        if size > LARGEST_DOWNLOAD:
            raise Failure(400, "Bad Request: file is too big")
        return {"file_id": key, "file_unique_id": key, "file_size": size, "file_path": key}

    def _message(self, given: dict[str, Any], **more: Any) -> dict[str, Any]:
        self._reach(given)
        check_keyboard(given)
        chat = {"id": int(given["chat_id"]), "type": "private", "first_name": "晨"}
        return {"message_id": 1000 + len(self.calls), "date": 1795485600, "chat": chat, **more}

    def _reach(self, given: dict[str, Any]) -> None:
        if int(given["chat_id"]) not in self.chats:
            raise Failure(400, "Bad Request: chat not found")


@asynccontextmanager
async def serving() -> AsyncIterator[BotApi]:
    """Run a Bot API server."""
    api = BotApi()
    routes = [
        Route("/bot{token}/{method}", api.answer, methods=["POST"]),
        Route("/file/bot{token}/{file_id}", api.download),
    ]
    async with served(Starlette(routes=routes)) as api.port:
        yield api
        api.closing = True
        await api.deliver()  # whoever is being kept waiting for news
