"""Somebody's Telegram, at a gateway that listens to it by polling or by webhook."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import select

from dakehu.codes import Channel
from dakehu.gateway.app import create_app
from dakehu.gateway.channels.served import served as channels
from dakehu.gateway.parts import Gateway
from dakehu.settings import Settings
from dakehu.storage.messages.accounts import bind

from ..serving import served
from .bot_api import BotApi

CHEN = 77000001
"""Who sends the recorded updates."""

_UPDATES = Path(__file__).with_name("updates")
_numbers = count(910_000_000)

type Update = dict[str, Any]


def recorded(name: str, **changes: Any) -> Update:
    """Return a recorded update, with changes to what it tells of."""
    update: Update = json.loads((_UPDATES / f"{name}.json").read_text("utf-8"))
    kind = next(key for key in update if key != "update_id")
    update[kind].update(changes)
    return update


def message(text: str, **changes: Any) -> Update:
    """Return a new message of a private chat."""
    number = next(_numbers)
    new = recorded("message", **{"message_id": number % 1_000_000, "text": text, **changes})
    return {**new, "update_id": number}


def press(token: str, label: str = "确认", **changes: Any) -> Update:
    """Return a press of a button, given its token."""
    number = next(_numbers)
    pressed = recorded("callback_query", id=str(number), data=token, **changes)
    shown = {"inline_keyboard": [[{"text": label, "callback_data": token}]]}
    pressed["callback_query"]["message"]["reply_markup"] = shown
    return {**pressed, "update_id": number}


@dataclass
class Phone:
    """Somebody's phone.

    Attributes:
        http: The way to the gateway's webhook.
    """

    api: BotApi
    gateway: Gateway
    http: httpx.AsyncClient

    async def send(self, *updates: Update) -> None:
        """Send updates, and wait until they are taken in."""
        await self.api.deliver(*updates)
        await self.api.confirmed()

    async def say(self, text: str) -> None:
        """Say something."""
        await self.send(message(text))

    async def call(self, update: Update, secret: str | None = None) -> httpx.Response:
        """Have Telegram call the webhook with an update."""
        if secret is None:
            secret = (await self.api.called("setWebhook"))[-1].given["secret_token"]
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
        return await self.http.post("/telegram/webhook", json=update, headers=headers)

    async def hears(self, times: int = 1) -> list[str]:
        """Wait until so many texts were sent, and return them."""
        await self.api.called("sendMessage", times)
        return self.api.texts

    def bound(self, staff_id: int, account: int = CHEN) -> None:
        """Bind the account to somebody."""
        with self.gateway.database.transaction() as session:
            bind(session, staff_id, Channel.TELEGRAM, str(account), "@chenchen")

    def rows(self, table: Any) -> list[Any]:
        """Return every row of a table."""
        with self.gateway.database.reading() as session:
            return list(session.scalars(select(table).order_by(table.id)))


@asynccontextmanager
async def phoning(settings: Settings, api: BotApi) -> AsyncIterator[Phone]:
    """Run a gateway with Telegram, and give somebody's phone."""
    gateway = Gateway(settings, channels(settings))
    async with served(create_app(gateway)) as port:
        url = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=url, trust_env=False, verify=False) as http:
            yield Phone(api, gateway, http)
