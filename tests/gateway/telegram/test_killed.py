"""The gateway is killed with a reply on its way: it goes out after the next start, once."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from dakehu.codes import Channel
from dakehu.settings import Settings
from dakehu.storage.database import Database
from dakehu.storage.messages.accounts import bind
from dakehu.storage.tables import Outbox

from ..fake_engine import SECRET, FakeEngine
from ..people import hire
from ..test_server import free_port
from .bot_api import TOKEN, BotApi
from .phone import CHEN, message

ROOT = Path(__file__).parents[3]


@asynccontextmanager
async def process(settings: Settings, api: BotApi) -> AsyncIterator[None]:
    """Run `dakehu gateway`; at the end, kill it."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "DAKEHU_SECRET": SECRET,
        "DAKEHU_DATABASE_URL": settings.database,
        "DAKEHU_NOW": str(settings.now),
        "DAKEHU_PORT": str(free_port()),
        "DAKEHU_ENGINE_PORT": str(settings.engine_port),
        "DAKEHU_ACTIONS_PORT": str(settings.actions_port),
        "DAKEHU_TELEGRAM_TOKEN": TOKEN,
        "DAKEHU_TELEGRAM_NAME": "dakehu_bot",
        "DAKEHU_TELEGRAM_API_URL": api.url,
    }
    command = [sys.executable, "-m", "dakehu", "gateway"]
    running = await asyncio.create_subprocess_exec(
        *command, env=environment, cwd=settings.home, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        yield
    finally:
        running.kill()
        await running.wait()


async def test_a_reply_on_its_way_goes_out_after_the_next_start(
    settings: Settings, api: BotApi, engine: FakeEngine
) -> None:
    database = Database(settings.database, settings.clock)
    hire(database)
    with database.transaction() as session:
        bind(session, 1, Channel.TELEGRAM, str(CHEN), "@chenchen")
    update = message("你好")
    api.held = "sendMessage"
    async with process(settings, api):
        await api.deliver(update)
        await api.holds_one()
    api.held = ""
    with database.transaction() as session:
        session.get_one(Outbox, 1).not_before = None  # the lease of the killed one is over
    async with process(settings, api):
        await api.deliver(update, message("再见"))
        await api.called("sendMessage", 2, within=60)
    assert api.texts == ["你好", "再见"]
    assert engine.texts == ["你好", "再见"]
    database.close()
