"""A gateway with Telegram: the real library, and a Bot API server on the loopback.

- `api`: the server; `settings`: of a gateway that polls it; `phone`: of somebody who is a stranger;
  `mine`: the same, bound to a specialist.
- `called`: the same as `mine`, at a gateway that Telegram calls.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from dakehu.clock import FrozenClock
from dakehu.gateway.channels.telegram import polling
from dakehu.settings import Settings, Telegram

from ..fake_engine import FakeEngine
from ..people import hire, settings_for
from .bot_api import TOKEN, BotApi, serving
from .phone import Phone, phoning


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with serving() as server:
        yield server


@pytest.fixture
def settings(
    sqlite_url: str, engine: FakeEngine, clock: FrozenClock, api: BotApi, tmp_path: Path
) -> Settings:
    telegram = Telegram(token=TOKEN, name="dakehu_bot", api_url=api.url)
    return settings_for(sqlite_url, engine, clock, home=tmp_path, telegram=telegram)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "FIRST_WAIT", 0.01)


@pytest.fixture
async def phone(settings: Settings, api: BotApi) -> AsyncIterator[Phone]:
    async with phoning(settings, api) as phone:
        hire(phone.gateway.database)
        yield phone


@pytest.fixture
def mine(phone: Phone) -> Phone:
    phone.bound(1)
    return phone


@pytest.fixture
async def called(settings: Settings, api: BotApi) -> AsyncIterator[Phone]:
    public = settings.model_copy(update={"public_url": "https://dakehu.example/"})
    async with phoning(public, api) as phone:
        hire(phone.gateway.database)
        phone.bound(1)
        yield phone
