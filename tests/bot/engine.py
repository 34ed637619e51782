"""The engine's web server in a test, and how the gateway would ask it."""

import hashlib
import hmac
import json
import socket
import time
from typing import Any
from uuid import uuid4

from aiohttp import ClientSession
from sanic import Sanic

from bot.dialogue import Dialogue
from bot.serve import serve_dialogue

SECRET = "a secret for tests"


class Engine:
    """Serves a dialogue on a free port."""

    def __init__(self, dialogue: Dialogue) -> None:
        self.app: Sanic = serve_dialogue(dialogue, {"secret": SECRET})

    async def __aenter__(self) -> "Engine":
        free = socket.create_server(("127.0.0.1", 0))
        self._server = await self.app.create_server(sock=free, return_asyncio_server=True)
        await self._server.startup()
        await self._server.after_start()
        host, port = free.getsockname()
        self._client = ClientSession(f"http://{host}:{port}")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.close()
        self._server.close()
        await self._server.wait_closed()

    async def get(self) -> int:
        """Ask whether it is ready."""
        async with self._client.get("/webhooks/dakehu/") as answer:
            return answer.status

    async def ask(self, text: str, **fields: Any) -> tuple[int, dict[str, Any]]:
        """Ask as the gateway does."""
        return await self.post(question(text, **fields))

    async def post(
        self,
        body: bytes,
        timestamp: str = "",
        signature: str = "",
        path: str = "/webhooks/dakehu/message",
    ) -> tuple[int, dict[str, Any]]:
        """Post a body, signed unless a signature is given."""
        timestamp = timestamp or str(int(time.time()))
        headers = {
            "X-Dakehu-Timestamp": timestamp,
            "X-Dakehu-Signature": signature or sign(timestamp, body),
        }
        async with self._client.post(path, data=body, headers=headers) as answer:
            return answer.status, await answer.json()


def question(text: str, **fields: Any) -> bytes:
    """Return the body of a message."""
    whole = {
        "sender": "staff:3",
        "message_id": uuid4().hex,
        "text": text,
        "payload": None,
        "metadata": {"channel": "web", "received_at": "2026-11-24T03:00:00+00:00"},
    }
    return json.dumps({**whole, **fields}).encode()


def sign(timestamp: str, body: bytes, secret: str = SECRET) -> str:
    """Sign as docs/architecture.md says."""
    return hmac.new(secret.encode(), f"{timestamp}.".encode() + body, hashlib.sha256).hexdigest()
