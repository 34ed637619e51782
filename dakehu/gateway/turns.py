"""A message's way from the inbox through the engine to its answer."""

import logging
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass

from dakehu.codes import CHATS, InboxState
from dakehu.gateway import wording
from dakehu.gateway.conversations import Conversations, Pending
from dakehu.gateway.engine import Engine, EngineAway, Question
from dakehu.gateway.events import Listeners
from dakehu.gateway.metrics import Metrics
from dakehu.gateway.outbox import Outbox
from dakehu.gateway.threads import DatabaseThreads
from dakehu.storage.messages.history import Entry
from dakehu.storage.messages.inbox import InboxStore
from dakehu.storage.messages.incoming import Incoming, Waiting

log = logging.getLogger(__name__)

# With retries every 15 s, attempts of about a day: then even an absent engine is given up on.
MOST_ATTEMPTS = 24 * 60 * 60 // 15
# Failures while all was ready, about two minutes: it must be the message itself.
MOST_REFUSALS = 12
# Failures after which a chat is told to wait, some seconds: an engine that starts again is quicker.
TOLD_AFTER = 3


@dataclass
class Turns:
    """Answers messages, each once, whatever fails in between."""

    inbox: InboxStore
    engine: Engine
    listeners: Listeners
    outbox: Outbox
    threads: DatabaseThreads
    metrics: Metrics

    def __post_init__(self) -> None:
        self._conversations = Conversations(self._answer)

    async def take(self, incoming: Incoming) -> list[Entry]:
        """Keep a message, then answer it in its turn.

        Raises:
            StorageUnavailable: It could not be kept.
            EngineAway: It is kept; the answer will be said unasked.
        """
        return await (await self.begin(incoming))

    async def begin(self, incoming: Incoming) -> Awaitable[list[Entry]]:
        """Keep a message, and return its answer to come; that one may stop waiting for.

        Raises:
            StorageUnavailable: It could not be kept.
        """
        kept = await self._receive(incoming)
        if isinstance(kept, list):
            return _given(kept)
        reply = self._conversations.put(kept, wanted=True)
        assert reply is not None
        return reply

    def expect_no_more(self, incoming: Incoming) -> None:
        """Note that nobody waits for an answer any more: it need not be held for a request."""
        self._conversations.expect_no_more(incoming.staff_id, incoming.external_id)

    async def keep(self, incoming: Incoming) -> list[Entry] | None:
        """Keep a message; its answer goes out by the outbox. Given again, gives what it was.

        Raises:
            SignedOut, StorageUnavailable: It could not be kept.
        """
        kept = await self._receive(incoming)
        if isinstance(kept, list):
            return kept
        self._conversations.put(kept, wanted=False)
        return None

    async def carried(self, entries: Sequence[Entry], others: Sequence[Entry]) -> None:
        """Note which entries of an answer a request carries itself; the outbox has the others."""
        await self.threads.run(self.inbox.carried, entries, others)

    async def _receive(self, incoming: Incoming) -> Waiting | list[Entry]:
        kept = await self.threads.run(self.inbox.receive, incoming)
        if not isinstance(kept, list) and not kept.seen_before:
            self.metrics.received.labels(kept.channel).inc()
            self.listeners.wake(kept.staff_id)
        return kept

    async def recover(self) -> None:
        """Take up what a former run left unanswered."""
        for waiting in await self.threads.run(self.inbox.waiting):
            self._conversations.put(waiting, wanted=False)

    async def close(self) -> None:
        """Stop answering."""
        await self._conversations.close()

    async def _answer(self, pending: Pending) -> list[Entry]:
        waiting = pending.waiting
        if waiting.seen_before:
            kept = await self.threads.run(self.inbox.answered, waiting.id)
            if kept is not None:
                return kept
        state = InboxState.ANSWERED
        if notice := waiting.payload.get("notice"):
            values = waiting.payload.get("values", {})
            messages = [{"text": wording.answer(notice, waiting.language, **values)}]
        else:
            try:
                with self.metrics.engine_seconds.time():
                    messages = await self.engine.ask(_question(waiting))
            except EngineAway as error:
                await self._stop_unless_hopeless(pending, error)
                text = wording.answer("gave_up", waiting.language, text=waiting.payload["text"])
                messages, state = [{"text": text}], InboxState.FAILED
        unasked = pending.reply is None
        entries = await self.threads.run(
            self.inbox.answer, waiting, messages, unasked=unasked, state=state
        )
        self.metrics.answered.labels(state).inc()
        self.listeners.wake(waiting.staff_id)
        if waiting.channel in CHATS:
            self.outbox.ring(waiting.channel)
        return entries

    async def _say_later(self, waiting: Waiting) -> None:
        """Tell a chat that its message is kept; on the web the request itself says so."""
        _title, detail = wording.problem("engine_away", waiting.language)
        await self.threads.run(self.inbox.put_off, waiting, {"text": detail})
        self.outbox.ring(waiting.channel)

    async def _stop_unless_hopeless(self, pending: Pending, error: EngineAway) -> None:
        self.metrics.retried.inc()
        attempts = await self.threads.run(self.inbox.count_attempt, pending.waiting.id)
        if attempts == TOLD_AFTER and pending.waiting.channel in CHATS:
            await self._say_later(pending.waiting)
        if await self.engine.engine_ready() and await self.engine.actions_ready():
            pending.refusals += 1
        if attempts < MOST_ATTEMPTS and pending.refusals < MOST_REFUSALS:
            raise error
        log.error("inbox %s is given up: %s", pending.waiting.id, error)


async def _given(entries: list[Entry]) -> list[Entry]:
    return entries


def _question(waiting: Waiting) -> Question:
    return Question(
        staff_id=waiting.staff_id,
        message_id=f"{waiting.channel}:{waiting.external_id}",
        channel=waiting.channel,
        text=waiting.payload["text"],
        payload=waiting.payload.get("payload"),
        received_at=waiting.received_at,
    )
