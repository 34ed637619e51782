"""The signed way to the engine and the health of the action server (docs/architecture.md)."""

import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aiohttp import (
    ClientError,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    ServerDisconnectedError,
    TCPConnector,
)

TIMEOUT = ClientTimeout(total=30, connect=2)
HEALTH_TIMEOUT = ClientTimeout(total=2)
KEEP_OPEN = 4  # seconds; the engine closes quiet connections after five


class EngineAway(Exception):
    """The engine cannot answer now; the same question may be asked again later."""


@dataclass(frozen=True)
class Question:
    """What the engine is asked.

    Attributes:
        message_id: The same id is never acted on twice, however often it is asked.
        payload: What an action gave a pressed button; None for typed text.
    """

    staff_id: int
    message_id: str
    channel: str
    text: str
    payload: str | None
    received_at: datetime

    def body(self) -> bytes:
        """Return the request's body as it is signed and sent."""
        received_at = self.received_at.astimezone(UTC).isoformat()
        fields = {
            "sender": f"staff:{self.staff_id}",
            "message_id": self.message_id,
            "text": self.text,
            "payload": self.payload,
            "metadata": {"channel": self.channel, "received_at": received_at},
        }
        return json.dumps(fields, ensure_ascii=False).encode()


class Engine:
    """Speaks to one engine and one action server, over connections that are kept."""

    def __init__(self, secret: str, engine_url: str, actions_url: str) -> None:
        self._secret = secret.encode()
        self._engine_url = engine_url
        self._actions_url = actions_url

    async def open(self) -> None:
        """Get ready to connect."""
        connector = TCPConnector(keepalive_timeout=KEEP_OPEN)
        self._client = ClientSession(
            connector=connector, timeout=TIMEOUT, cookie_jar=DummyCookieJar()
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def ask(self, question: Question) -> list[dict[str, Any]]:
        """Return the messages that answer a question.

        Raises:
            EngineAway: It cannot be reached, takes too long or says that it cannot answer.
        """
        body = question.body()
        try:
            try:
                return await self._post(body)
            except ServerDisconnectedError:  # a connection that was closed while it was quiet
                return await self._post(body)
        except (ClientError, TimeoutError, ValueError, KeyError) as error:
            raise EngineAway(f"{type(error).__name__}: {error}") from error

    async def engine_ready(self) -> bool:
        """Tell whether the engine has its model warm."""
        return await self._healthy(f"{self._engine_url}/webhooks/dakehu/", {})

    async def actions_ready(self) -> bool:
        """Tell whether the action server answers."""
        key = hmac.new(self._secret, b"actions", hashlib.sha256).hexdigest()
        return await self._healthy(f"{self._actions_url}/health", {"X-Dakehu-Key": key})

    async def _post(self, body: bytes) -> list[dict[str, Any]]:
        url = f"{self._engine_url}/webhooks/dakehu/message"
        async with self._client.post(url, data=body, headers=self._signed(body)) as answer:
            answer.raise_for_status()
            messages: list[dict[str, Any]] = (await answer.json())["messages"]
        return messages

    async def _healthy(self, url: str, headers: dict[str, str]) -> bool:
        try:
            async with self._client.get(url, headers=headers, timeout=HEALTH_TIMEOUT) as answer:
                return answer.ok
        except (ClientError, TimeoutError):
            return False

    def _signed(self, body: bytes) -> dict[str, str]:
        timestamp = str(int(time.time()))
        signed = hmac.new(self._secret, f"{timestamp}.".encode() + body, hashlib.sha256)
        return {
            "Content-Type": "application/json",
            "X-Dakehu-Timestamp": timestamp,
            "X-Dakehu-Signature": signed.hexdigest(),
        }
