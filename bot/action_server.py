"""Calls the custom actions: rasa-sdk's protocol over a connection that is kept open."""

import json
from typing import Any

import rasa
from aiohttp import ClientError, ClientSession, ClientTimeout, ServerDisconnectedError, TCPConnector
from rasa.core.actions.action import create_bot_utterance
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.utils.endpoints import EndpointConfig

from bot import events
from bot.unavailable import Unavailable

TIMEOUT = ClientTimeout(total=20, connect=2)
KEEP_OPEN = 4  # seconds; the action server closes quiet connections after five


class ActionServer:
    """The action server at one address."""

    def __init__(self, endpoint: EndpointConfig) -> None:
        self._url = endpoint.url
        self._headers = {**endpoint.headers, "Content-Type": "application/json"}
        self._client: ClientSession | None = None

    async def run(self, action: str, tracker: DialogueStateTracker) -> list[Event]:
        """Run an action and return what it said, then what it wants remembered.

        Raises:
            Unavailable: The action server cannot be reached, fails, or answers nonsense.
        """
        call = {
            "next_action": action,
            "sender_id": tracker.sender_id,
            "tracker": tracker.current_state(EventVerbosity.ALL),
            "domain": {},  # actions have their own copy of what they need
            "version": rasa.__version__,
        }
        try:
            answer = await self._post(json.dumps(call, ensure_ascii=False).encode())
            said = [create_bot_utterance(_filled(one)) for one in answer["responses"]]
            return [*said, *events.decode(answer["events"])]
        except (ClientError, TimeoutError, ValueError, KeyError, TypeError) as error:
            raise Unavailable(f"action {action}: {type(error).__name__}: {error}") from error

    async def close(self) -> None:
        """Close the connections."""
        if self._client:
            await self._client.close()

    async def _post(self, body: bytes) -> dict[str, Any]:
        """Post a call, once more if the kept connection turns out to be closed."""
        try:
            return await self._post_once(body)
        except ServerDisconnectedError:
            return await self._post_once(body)

    async def _post_once(self, body: bytes) -> dict[str, Any]:
        if self._client is None:  # belongs to the loop that runs now
            connector = TCPConnector(keepalive_timeout=KEEP_OPEN, limit=0)
            self._client = ClientSession(connector=connector, timeout=TIMEOUT)
        async with self._client.post(self._url, data=body, headers=self._headers) as answer:
            answer.raise_for_status()
            return await answer.json()


def _filled(response: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in response.items() if value}
