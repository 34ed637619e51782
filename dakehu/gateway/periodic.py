"""Work that comes back every so often for as long as the gateway runs."""

import asyncio
import logging
from abc import ABC, abstractmethod
from typing import ClassVar

from dakehu.gateway.events import Bell
from dakehu.problems import Conflict
from dakehu.storage.errors import StorageUnavailable

log = logging.getLogger(__name__)


class Periodic(ABC):
    """Does its round, pauses, and begins again; a database that is away only makes it wait."""

    pause: ClassVar[float]
    """Seconds between two rounds."""

    def __init__(self) -> None:
        self._task: asyncio.Task[None] | None = None
        self._bell = Bell()

    def ring(self) -> None:
        """Begin the next round at once."""
        self._bell.ring()

    def start(self) -> None:
        """Work from now on."""
        self._task = asyncio.create_task(self._work())

    async def stop(self) -> None:
        """Stop; what is not done is taken up by the next start."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    @abstractmethod
    async def round(self) -> None:
        """Do everything that is due now."""

    async def _work(self) -> None:
        while True:
            try:
                await self.round()
            except (StorageUnavailable, Conflict) as error:
                log.warning("%s has to wait: %s", type(self).__name__, error)
            await self._bell.wait(self.pause)
