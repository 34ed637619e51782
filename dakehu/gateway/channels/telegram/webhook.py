"""Telegram calls us: an address that only knows what carries our secret."""

import hmac
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Annotated

from fastapi import APIRouter, Header, Request, Response

PATH = "/telegram/webhook"


def secret_token(secret: str, token: str) -> str:
    """Return what Telegram is to send with each call: of this bot, and nobody can guess it."""
    return hmac.new(secret.encode(), f"telegram:{token}".encode(), sha256).hexdigest()


def router(expected: str, take: Callable[[bytes], Awaitable[None]]) -> APIRouter:
    """Return where Telegram calls; `take` gets the body of a call that has proved itself."""
    routes = APIRouter(include_in_schema=False)

    @routes.post(PATH)
    async def called(
        request: Request, x_telegram_bot_api_secret_token: Annotated[str, Header()] = ""
    ) -> Response:
        shown = x_telegram_bot_api_secret_token.encode()
        if not hmac.compare_digest(shown, expected.encode()):
            return Response(status_code=403)
        await take(await request.body())
        return Response()

    return routes
