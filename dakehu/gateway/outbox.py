"""The worker that says what is due in the outbox."""

import logging

from dakehu.gateway.events import Listeners
from dakehu.gateway.metrics import Metrics
from dakehu.gateway.periodic import Periodic
from dakehu.gateway.threads import DatabaseThreads
from dakehu.storage.errors import StorageUnavailable
from dakehu.storage.messages.outbox import OutboxQueue

log = logging.getLogger(__name__)


class OutboxWorker(Periodic):
    """Looks for what is due, says it, and wakes its person's listeners."""

    pause = 1.0

    def __init__(
        self,
        queue: OutboxQueue,
        listeners: Listeners,
        threads: DatabaseThreads,
        metrics: Metrics,
    ) -> None:
        self._queue = queue
        self._listeners = listeners
        self._threads = threads
        self._metrics = metrics

    async def round(self) -> None:
        """Say everything that is due now."""
        while due := await self._threads.run(self._queue.due):
            for outbox_id in due:
                await self._say(outbox_id)

    async def _say(self, outbox_id: int) -> None:
        try:
            staff_id = await self._threads.run(self._queue.say, outbox_id)
        except StorageUnavailable:
            raise
        except Exception as error:  # one bad message must not keep the others
            log.exception("outbox %s could not be said", outbox_id)
            await self._threads.run(self._queue.failed, outbox_id, str(error))
            return
        if staff_id is not None:
            self._metrics.sent.inc()
            self._listeners.wake(staff_id)
