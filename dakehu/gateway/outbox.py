"""The workers that say what is due in the outbox: one for the web, one for each chat."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterable

from dakehu.codes import Channel
from dakehu.gateway.periodic import Periodic
from dakehu.gateway.post import Post
from dakehu.storage.errors import StorageUnavailable
from dakehu.storage.messages.letters import Letter
from dakehu.storage.messages.queue import Due

log = logging.getLogger(__name__)

SLOW = 2.0  # seconds after which the others go on without a chat
PATIENCE_AT_STOP = 10  # seconds for what is being sent

type Chat = tuple[int, Channel]


class OutboxWorker(Periodic):
    """Says what is due on some channels; those of one chat in order, chats beside each other."""

    pause = 1.0

    def __init__(self, post: Post, channels: frozenset[Channel]) -> None:
        super().__init__()
        self._post = post
        self._channels = channels
        self._chats: dict[Chat, asyncio.Task[None]] = {}
        self._stopping = False

    async def round(self) -> None:
        """Say everything that is due now; a chat that is slow does not keep the others for long."""
        while due := await self._due():
            for chat, letters in due.items():
                self._chats[chat] = asyncio.create_task(self._say_in_order(letters))
            done, _slow = await asyncio.wait(self._chats.values(), timeout=SLOW)
            for failure in [task.exception() for task in done]:
                if failure:
                    raise failure

    async def stop(self) -> None:
        """Begin nothing more; what is being sent may arrive, or it would go out again."""
        self._stopping = True
        if self._chats:
            _done, late = await asyncio.wait(self._chats.values(), timeout=PATIENCE_AT_STOP)
            for each in late:
                each.cancel()
        await super().stop()

    async def _due(self) -> dict[Chat, list[Due]]:
        due = await self._post.threads.run(self._post.queue.due, self._channels)
        self._chats = {chat: task for chat, task in self._chats.items() if not task.done()}
        chats: defaultdict[Chat, list[Due]] = defaultdict(list)
        for each in due:
            if (each.staff_id, each.channel) not in self._chats:
                chats[each.staff_id, each.channel].append(each)
        return chats

    async def _say_in_order(self, letters: Iterable[Due]) -> None:
        for each in letters:
            if self._stopping or not await self._say(each):
                return

    async def _say(self, due: Due) -> bool:
        post = self._post
        try:
            said = await post.threads.run(post.queue.say, due.id)
            if isinstance(said, Letter):
                post.listeners.wake(due.staff_id)
                return await post.deliver(said)
        except StorageUnavailable:
            raise
        except Exception as error:  # one bad message must not keep the others
            log.exception("outbox %s could not be said", due.id)
            await post.threads.run(post.outcomes.failed, due.id, str(error))
            return False
        if said:
            post.metrics.sent.inc()
            post.listeners.wake(due.staff_id)
        return True


class Outbox:
    """Every worker."""

    def __init__(self, post: Post) -> None:
        self.post = post
        served = frozenset(post.chats)
        self._rest = OutboxWorker(post, frozenset(Channel) - served)
        self._chats = {channel: OutboxWorker(post, frozenset({channel})) for channel in served}

    @property
    def _workers(self) -> list[OutboxWorker]:
        return [self._rest, *self._chats.values()]

    def start(self) -> None:
        """Work from now on."""
        for worker in self._workers:
            worker.start()

    async def stop(self) -> None:
        """Stop; what is unsent is kept."""
        for worker in self._workers:
            await worker.stop()

    async def round(self) -> None:
        """Say everything that is due now, on every channel."""
        for worker in self._workers:
            await worker.round()

    def ring(self, channel: Channel) -> None:
        """Have a channel's worker look at once."""
        self._chats.get(channel, self._rest).ring()
