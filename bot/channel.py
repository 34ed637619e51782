"""The only door to the engine: signed messages of the gateway, on this machine."""

import hashlib
import hmac
import json
import re
import time
from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.shared.core.domain import Domain
from sanic import Blueprint
from sanic.exceptions import Forbidden, InvalidUsage, ServiceUnavailable, Unauthorized
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from bot.replies import Replies
from bot.unavailable import Unavailable

VALID_FOR = 60
"""Seconds around a signature's timestamp in which it counts."""

_PAYLOAD = re.compile(r"/(?P<intent>\w+)(?P<entities>\{.*\})?", re.DOTALL)


class GatewayChannel(InputChannel):
    """Takes messages from the gateway (docs/architecture.md, "Gateway → engine")."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    @classmethod
    def name(cls) -> str:
        """Return the channel's part of the address."""
        return "dakehu"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        """Make the channel as `credentials.yml` says."""
        if not credentials:
            cls.raise_missing_credentials_exception()
        return cls(credentials["secret"])

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Return the routes: readiness, and a message with its answer."""
        routes = Blueprint("dakehu")

        @routes.get("/")
        async def ready(request: Request) -> HTTPResponse:
            _require_ready(request)
            return json_response({"status": "ready"})

        @routes.post("/message")
        async def message(request: Request) -> HTTPResponse:
            self._require_gateway(request)
            _require_ready(request)
            replies = Replies()
            try:
                await on_new_message(_message(request, replies))
            except Unavailable as error:
                raise ServiceUnavailable(str(error)) from error
            return json_response({"messages": replies.messages, "replayed": replies.replayed})

        return routes

    def _require_gateway(self, request: Request) -> None:
        if not ip_address(request.ip).is_loopback:
            raise Forbidden("This machine only.")
        sent_at = request.headers.get("X-Dakehu-Timestamp", "")
        signed = hmac.new(self._secret, f"{sent_at}.".encode() + request.body, hashlib.sha256)
        given = request.headers.get("X-Dakehu-Signature", "")
        if not hmac.compare_digest(given.encode(), signed.hexdigest().encode()):
            raise Unauthorized("Wrong signature.")
        if not sent_at.isdecimal() or abs(time.time() - int(sent_at)) > VALID_FOR:
            raise Unauthorized("Signature out of time.")


def _require_ready(request: Request) -> None:
    if not request.app.ctx.ready:
        raise ServiceUnavailable("The model is warming up.")


def _message(request: Request, replies: Replies) -> UserMessage:
    """Read a message; one that is not as agreed is a bad request."""
    try:
        asked = json.loads(request.body)
        text, payload, message_id = asked["text"], asked["payload"], asked["message_id"]
        if not all(isinstance(one, str) for one in (text, message_id, asked["sender"])):
            raise TypeError("text, message_id and sender are strings")
        metadata = {**asked["metadata"], "message_id": message_id}
        return UserMessage(
            text,
            replies,
            asked["sender"],
            parse_data=None if payload is None else pressed(payload, text, request.app.ctx.domain),
            input_channel=metadata["channel"],
            message_id=message_id,
            metadata=metadata,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidUsage(f"Not a message: {error}") from error


def pressed(payload: str, label: str, domain: Domain) -> dict[str, Any]:
    """Return a button's intent and entities as if they had been understood; nothing is guessed.

    Raises:
        ValueError: The payload is not `/intent{"entity": value}` with an intent of the domain.
    """
    match = _PAYLOAD.fullmatch(payload)
    if match is None or match["intent"] not in domain.intents:
        raise ValueError(f"unknown payload {payload!r}")
    entities = json.loads(match["entities"] or "{}")
    intent = {"name": match["intent"], "confidence": 1.0}
    return {
        "text": label,
        "intent": intent,
        "intent_ranking": [intent],
        "entities": [
            {"entity": name, "value": value, "extractor": "payload"}
            for name, value in entities.items()
        ],
    }
