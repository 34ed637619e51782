"""An action server whose answers a test writes."""

import asyncio
from typing import Any

from aiohttp import web

KEY = "the-key"


class ScriptedActions:
    """Answers every action with its name, keeps the loop of a form, and remembers the calls.

    Attributes:
        calls: What the engine sent, in order.
        answers: What to answer instead, by action.
        status: The status of every answer.
        hold: What to wait for before answering, by conversation.
    """

    def __init__(self) -> None:
        self.calls: list[dict[str, Any]] = []
        self.answers: dict[str, dict[str, Any]] = {}
        self.status = 200
        self.hold: dict[str, asyncio.Event] = {}
        self.url = ""

    async def __aenter__(self) -> "ScriptedActions":
        app = web.Application()
        app.router.add_post("/webhook", self._answer)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0]
        self.url = f"http://{host}:{port}/webhook"
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop serving."""
        await self._runner.cleanup()

    @property
    def called(self) -> list[str]:
        """The names of the actions that ran."""
        return [call["next_action"] for call in self.calls]

    async def _answer(self, request: web.Request) -> web.Response:
        if request.headers["X-Dakehu-Key"] != KEY:
            return web.json_response({}, status=401)
        call = await request.json()
        self.calls.append(call)
        if call["sender_id"] in self.hold:
            await self.hold[call["sender_id"]].wait()
        action = call["next_action"]
        answer = self.answers.get(action) or answer_of(action, len(self.calls))
        return web.json_response(answer, status=self.status)


def answer_of(action: str, number: int = 0) -> dict[str, Any]:
    """Answer as our actions do: say something, set slots, keep the loop, and listen."""
    loop = action if action.endswith("_form") else None
    return {
        "responses": [{"text": f"{action} {number}", "buttons": [], "image": None}],
        "events": [
            {"event": "slot", "name": "draft", "value": {"number": number} if loop else None},
            {"event": "slot", "name": "language", "value": "zh"},
            {"event": "active_loop", "name": loop},
            {"event": "followup", "name": "action_listen"},
        ],
    }
