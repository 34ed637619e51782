"""Order: the messages of one person run one after another, those of others in parallel."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

from dakehu.gateway.engine import EngineAway
from dakehu.storage.errors import StorageUnavailable
from dakehu.storage.messages.history import Entry
from dakehu.storage.messages.incoming import Waiting

log = logging.getLogger(__name__)

FIRST_RETRY = 1.0  # seconds; doubled after each failure
LONGEST_RETRY = 15.0

type Answer = Callable[["Pending"], Awaitable[list[Entry]]]


@dataclass
class Pending:
    """A message in a conversation's queue.

    Attributes:
        reply: What requests wait for; None while no request does.
        refusals: How often it failed although everything was ready.
    """

    waiting: Waiting
    reply: asyncio.Future[list[Entry]] | None = None
    refusals: int = 0

    def expected(self) -> asyncio.Future[list[Entry]]:
        """Return the reply to come, for one more request."""
        if self.reply is None:
            self.reply = asyncio.get_running_loop().create_future()
            self.reply.add_done_callback(_look_at)
        return self.reply


def _look_at(reply: asyncio.Future[list[Entry]]) -> None:
    with suppress(asyncio.CancelledError):
        reply.exception()  # the request may be gone; then nobody else looks


@dataclass
class Conversation:
    """One person's queue, and when it is tried again."""

    queue: deque[Pending] = field(default_factory=deque)
    runner: asyncio.Task[None] | None = None
    retry: asyncio.TimerHandle | None = None
    delay: float = field(default_factory=lambda: FIRST_RETRY)


class Conversations:
    """Every conversation that has something to answer."""

    def __init__(self, answer: Answer) -> None:
        """Take what answers one message; it raises `EngineAway` to be asked again later."""
        self._answer = answer
        self._open: dict[int, Conversation] = {}

    def put(self, waiting: Waiting, *, wanted: bool) -> Awaitable[list[Entry]] | None:
        """Queue a message, once; with `wanted`, return its reply to come."""
        conversation = self._open.setdefault(waiting.staff_id, Conversation())
        same = (each for each in conversation.queue if each.waiting.id == waiting.id)
        pending = next(same, None)
        if pending is None:
            pending = Pending(waiting)
            conversation.queue.append(pending)
        reply = pending.expected() if wanted else None
        self._start(waiting.staff_id, conversation)
        return asyncio.shield(reply) if reply else None

    def expect_no_more(self, staff_id: int, external_id: str) -> None:
        """Note that the request which waited for a message's reply has stopped waiting."""
        conversation = self._open.get(staff_id)
        for pending in conversation.queue if conversation else ():
            if pending.waiting.external_id == external_id:
                pending.reply = None

    async def close(self) -> None:
        """Stop; what is not answered stays in the inbox."""
        conversations = list(self._open.values())
        self._open.clear()
        for conversation in conversations:
            if conversation.retry:
                conversation.retry.cancel()
            if conversation.runner:
                conversation.runner.cancel()
        runners = [each.runner for each in conversations if each.runner]
        await asyncio.gather(*runners, return_exceptions=True)

    def _start(self, staff_id: int, conversation: Conversation) -> None:
        if conversation.runner is not None:
            return
        if conversation.retry:
            conversation.retry.cancel()
            conversation.retry = None
        conversation.runner = asyncio.create_task(self._run(staff_id, conversation))

    async def _run(self, staff_id: int, conversation: Conversation) -> None:
        try:
            while conversation.queue:
                await self._next(conversation)
        except Exception as error:  # whatever it was, the message stays kept and is tried again
            expected = isinstance(error, EngineAway | StorageUnavailable)
            log.warning("staff:%s has to wait: %s", staff_id, error, exc_info=not expected)
            self._later(staff_id, conversation)
        else:
            del self._open[staff_id]
        finally:
            conversation.runner = None

    async def _next(self, conversation: Conversation) -> None:
        pending = conversation.queue[0]
        entries = await self._answer(pending)
        conversation.queue.popleft()
        conversation.delay = FIRST_RETRY
        if pending.reply and not pending.reply.done():
            pending.reply.set_result(entries)

    def _later(self, staff_id: int, conversation: Conversation) -> None:
        for pending in conversation.queue:
            if pending.reply:
                pending.reply.set_exception(EngineAway("kept for later"))
                pending.reply = None
        loop = asyncio.get_running_loop()
        delay = conversation.delay
        conversation.retry = loop.call_later(delay, self._start, staff_id, conversation)
        conversation.delay = min(delay * 2, LONGEST_RETRY)
