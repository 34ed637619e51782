"""A gateway as a process of its own, to be killed."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from dakehu.settings import Settings
from tests.ports import free_port

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def process(settings: Settings, channel: str) -> AsyncIterator[None]:
    """Run `dakehu gateway` with the settings of one chat; at the end, kill it."""
    group = getattr(settings, channel).model_dump()
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "DAKEHU_SECRET": settings.secret,
        "DAKEHU_DATABASE_URL": settings.database,
        "DAKEHU_NOW": str(settings.now),
        "DAKEHU_PORT": str(free_port()),
        "DAKEHU_ENGINE_PORT": str(settings.engine_port),
        "DAKEHU_ACTIONS_PORT": str(settings.actions_port),
        **{f"DAKEHU_{channel}_{key}".upper(): str(value) for key, value in group.items()},
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
