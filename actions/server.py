"""The action server: rasa-sdk's webhook on loopback, closed to all but our engine."""

import hmac
import logging
from functools import partial

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor
from sanic import HTTPResponse, Request, Sanic
from sanic.response import json

from actions.base import TurnAction
from actions.catalogue import FLOWS, LEARNT, TOPICS
from actions.forms import loop
from actions.session import fallback, idle
from dakehu.language.learning import keep_in
from dakehu.running.keys import actions_key
from dakehu.settings import Settings

LOOPBACK = "127.0.0.1"


def executor() -> ActionExecutor:
    """Register one action an intent and one a form."""
    registered = ActionExecutor()
    for intent, answer in TOPICS.items():
        registered.register_action(TurnAction(f"action_{intent}", answer))
    for flow in FLOWS.values():
        registered.register_action(TurnAction(flow.form, partial(loop.run, flow=flow)))
    registered.register_action(TurnAction("action_idle", idle))
    registered.register_action(TurnAction("action_fallback", fallback))
    return registered


def build(settings: Settings) -> Sanic:  # type: ignore[type-arg]
    """Build the app; a call without the key is refused before anything is read."""
    app = create_app(executor())
    expected = actions_key(settings.secret)

    @app.on_request
    async def only_our_engine(request: Request) -> HTTPResponse | None:
        given = request.headers.get("X-Dakehu-Key", "")
        if request.path == "/health" or hmac.compare_digest(given, expected):
            return None
        return json({"error": "unsigned"}, status=401)

    return app


def run(settings: Settings) -> None:
    """Serve until stopped, once all is learnt that answers need."""
    logging.getLogger("sanic.access").disabled = True
    keep_in(settings.home / "models")
    for learn in LEARNT:
        learn()
    app = build(settings)
    app.run(LOOPBACK, settings.actions_port, single_process=True, access_log=False, motd=False)
