"""The workers that say what is due in the outbox: one for the web, one for each chat."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from dakehu.codes import Channel
from dakehu.gateway.channels.chat import ChatChannel, Later, Refused, Unreachable
from dakehu.gateway.events import Listeners
from dakehu.gateway.metrics import Metrics
from dakehu.gateway.periodic import Periodic
from dakehu.gateway.threads import DatabaseThreads
from dakehu.storage.errors import StorageUnavailable
from dakehu.storage.messages.accounts import AccountStore
from dakehu.storage.messages.queue import Due, Letter, OutboxQueue

log = logging.getLogger(__name__)

PATIENCE_AT_STOP = 10  # seconds for what is being sent


@dataclass
class Post:
    """What the workers share."""

    queue: OutboxQueue
    accounts: AccountStore
    listeners: Listeners
    threads: DatabaseThreads
    metrics: Metrics
    chats: Mapping[Channel, ChatChannel] = field(default_factory=dict)

    async def deliver(self, letter: Letter) -> bool:
        """Send a letter; returns whether the next one of this chat may follow."""
        run, queue = self.threads.run, self.queue

        async def part_sent(parts: int) -> None:
            await run(queue.part_sent, letter, parts)

        try:
            await self.chats[letter.account.channel].send(letter, part_sent)
        except Unreachable as error:
            if error.blocked:
                await run(self.accounts.blocked, letter.account.id)
            await run(queue.unreachable, letter, str(error))
            return False
        except Refused as error:
            log.error("outbox %s was refused: %s", letter.outbox_id, error)
            await run(queue.refused, letter, str(error))
        except Later as error:
            wait = None if error.wait is None else timedelta(seconds=error.wait)
            await run(queue.failed, letter.outbox_id, str(error), wait)
            return False
        else:
            await run(queue.sent, letter)
            self.metrics.sent.inc()
        return True


class OutboxWorker(Periodic):
    """Says what is due on some channels; those of one chat in order, chats beside each other."""

    pause = 1.0

    def __init__(self, post: Post, channels: frozenset[Channel]) -> None:
        super().__init__()
        self._post = post
        self._channels = channels
        self._sending: set[asyncio.Task[bool]] = set()
        self._stopping = False

    async def round(self) -> None:
        """Say everything that is due now."""
        while due := await self._due():
            chats: defaultdict[tuple[int, Channel], list[Due]] = defaultdict(list)
            for each in due:
                chats[each.staff_id, each.channel].append(each)
            await asyncio.gather(*(self._say_in_order(chat) for chat in chats.values()))

    async def _say_in_order(self, chat: Iterable[Due]) -> None:
        for each in chat:
            if self._stopping or not await self._say(each):
                return

    async def stop(self) -> None:
        """Begin nothing more; what is being sent may arrive, or it would go out again."""
        self._stopping = True
        if self._sending:
            _done, late = await asyncio.wait(self._sending, timeout=PATIENCE_AT_STOP)
            for each in late:
                each.cancel()
        await super().stop()

    async def _due(self) -> list[Due]:
        if self._stopping:
            return []
        return await self._post.threads.run(self._post.queue.due, self._channels)

    async def _deliver(self, letter: Letter) -> bool:
        sending = asyncio.create_task(self._post.deliver(letter))
        self._sending.add(sending)
        sending.add_done_callback(self._sending.discard)
        return await sending

    async def _say(self, due: Due) -> bool:
        post = self._post
        try:
            said = await post.threads.run(post.queue.say, due.id)
            if isinstance(said, Letter):
                post.listeners.wake(due.staff_id)
                return await self._deliver(said)
        except StorageUnavailable:
            raise
        except Exception as error:  # one bad message must not keep the others
            log.exception("outbox %s could not be said", due.id)
            await post.threads.run(post.queue.failed, due.id, str(error))
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
