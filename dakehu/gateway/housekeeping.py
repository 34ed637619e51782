"""What has to happen although nobody says anything: planned visits whose day passed are missed."""

import asyncio
import logging

from dakehu.clock import Clock
from dakehu.gateway.threads import DatabaseThreads
from dakehu.problems import Conflict
from dakehu.storage.database import Database
from dakehu.storage.errors import StorageUnavailable
from dakehu.storage.repositories import mark_missed

log = logging.getLogger(__name__)

PAUSE = 300.0  # seconds: a day's end shows within five minutes


class Housekeeping:
    """Looks after the plans for as long as the gateway runs."""

    def __init__(self, database: Database, clock: Clock, threads: DatabaseThreads) -> None:
        self._database = database
        self._clock = clock
        self._threads = threads
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Work from now on."""
        self._task = asyncio.create_task(self._work())

    async def stop(self) -> None:
        """Stop; the next start takes it up again."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def tidy(self) -> None:
        """Mark what is missed now."""
        if missed := await self._threads.run(mark_missed, self._database, self._clock):
            log.info("%s planned visits were missed", missed)

    async def _work(self) -> None:
        while True:
            try:
                await self.tidy()
            except (StorageUnavailable, Conflict) as error:
                log.warning("housekeeping has to wait: %s", error)
            await asyncio.sleep(PAUSE)
