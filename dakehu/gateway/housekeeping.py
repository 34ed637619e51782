"""What has to happen although nobody says anything: planned visits whose day passed are missed."""

import logging

from dakehu.clock import Clock
from dakehu.gateway.periodic import Periodic
from dakehu.gateway.threads import DatabaseThreads
from dakehu.storage.database import Database
from dakehu.storage.repositories import mark_missed

log = logging.getLogger(__name__)


class Housekeeping(Periodic):
    """Looks after the plans; a day's end shows within five minutes."""

    pause = 300.0

    def __init__(self, database: Database, clock: Clock, threads: DatabaseThreads) -> None:
        super().__init__()
        self._database = database
        self._clock = clock
        self._threads = threads

    async def round(self) -> None:
        """Mark what is missed now."""
        if missed := await self._threads.run(mark_missed, self._database, self._clock):
            log.info("%s planned visits were missed", missed)
