"""The gateway is killed while WeCom has its message, but we do not know it: it is shown once."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from dakehu.codes import Channel
from dakehu.settings import Settings
from dakehu.storage.database import Database
from dakehu.storage.messages.accounts import bind
from dakehu.storage.messages.outbox import SqlOutbox
from dakehu.storage.tables import Outbox

from ..fake_engine import SECRET
from ..people import hire
from ..test_server import free_port
from .peer import FakeWeCom

ROOT = Path(__file__).parents[3]
CARD = {"text": "先", "buttons": [{"title": "好", "payload": "/affirm"}]}


@asynccontextmanager
async def process(settings: Settings) -> AsyncIterator[None]:
    """Run `dakehu gateway`; at the end, kill it."""
    assert settings.wecom
    app = {f"DAKEHU_WECOM_{k}".upper(): str(v) for k, v in settings.wecom.model_dump().items()}
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "DAKEHU_SECRET": SECRET,
        "DAKEHU_DATABASE_URL": settings.database,
        "DAKEHU_NOW": str(settings.now),
        "DAKEHU_PORT": str(free_port()),
        "DAKEHU_ENGINE_PORT": str(settings.engine_port),
        "DAKEHU_ACTIONS_PORT": str(settings.actions_port),
        **app,
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


@pytest.mark.parametrize("message", [{"text": "先"}, CARD], ids=["text", "card"])
async def test_what_wecom_has_already_is_shown_once_after_the_next_start(
    message: dict[str, Any], settings: Settings, wecom: FakeWeCom
) -> None:
    database = Database(settings.database, settings.clock)
    hire(database)
    with database.transaction() as session:
        bind(session, 1, Channel.WECOM, "chen", None)
        SqlOutbox(session).put(1, message, settings.clock.now(), "a", Channel.WECOM)
    wecom.held = True
    async with process(settings):
        await wecom.shows(1, within=60)
    wecom.held = False
    wecom.released.set()
    with database.transaction() as session:
        session.get_one(Outbox, 1).not_before = None  # the lease of the killed one is over
        SqlOutbox(session).put(1, {"text": "后"}, settings.clock.now(), "b", Channel.WECOM)
    async with process(settings):
        await wecom.shows(2, within=60)
    assert wecom.texts[-1] == "后"
    assert len(wecom.shown) == 2
    database.close()
