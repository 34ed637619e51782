"""A message's way from the inbox through the engine to its answer."""

import logging

from dakehu.codes import InboxState
from dakehu.gateway import wording
from dakehu.gateway.conversations import Conversations, Pending
from dakehu.gateway.engine import Engine, EngineAway, Question
from dakehu.gateway.events import Listeners
from dakehu.gateway.metrics import Metrics
from dakehu.gateway.threads import DatabaseThreads
from dakehu.storage.messages.history import Entry
from dakehu.storage.messages.inbox import InboxStore
from dakehu.storage.messages.incoming import Incoming, Waiting

log = logging.getLogger(__name__)

# With retries every 15 s, attempts of about a day: then even an absent engine is given up on.
MOST_ATTEMPTS = 24 * 60 * 60 // 15
# Failures while all was ready, about two minutes: it must be the message itself.
MOST_REFUSALS = 12


class Turns:
    """Answers messages, each once, whatever fails in between."""

    def __init__(
        self,
        inbox: InboxStore,
        engine: Engine,
        listeners: Listeners,
        threads: DatabaseThreads,
        metrics: Metrics,
    ) -> None:
        self._inbox = inbox
        self._engine = engine
        self._listeners = listeners
        self._threads = threads
        self._metrics = metrics
        self._conversations = Conversations(self._answer)

    async def take(self, incoming: Incoming) -> list[Entry]:
        """Keep a message, then answer it in its turn.

        Raises:
            StorageUnavailable: It could not be kept.
            EngineAway: It is kept; the answer will be said unasked.
        """
        kept = await self._threads.run(self._inbox.receive, incoming)
        if isinstance(kept, list):
            return kept
        if not kept.seen_before:
            self._metrics.received.labels(kept.channel).inc()
        reply = self._conversations.put(kept, wanted=True)
        assert reply is not None
        return await reply

    async def recover(self) -> None:
        """Take up what a former run left unanswered."""
        for waiting in await self._threads.run(self._inbox.waiting):
            self._conversations.put(waiting, wanted=False)

    async def close(self) -> None:
        """Stop answering."""
        await self._conversations.close()

    async def _answer(self, pending: Pending) -> list[Entry]:
        waiting = pending.waiting
        if waiting.seen_before:
            kept = await self._threads.run(self._inbox.answered, waiting.id)
            if kept is not None:
                return kept
        state = InboxState.ANSWERED
        if notice := waiting.payload.get("notice"):
            messages = [{"text": wording.answer(notice, waiting.language)}]
        else:
            try:
                with self._metrics.engine_seconds.time():
                    messages = await self._engine.ask(_question(waiting))
            except EngineAway as error:
                await self._stop_unless_hopeless(pending, error)
                text = wording.answer("gave_up", waiting.language, text=waiting.payload["text"])
                messages, state = [{"text": text}], InboxState.FAILED
        unasked = pending.reply is None
        entries = await self._threads.run(
            self._inbox.answer, waiting, messages, unasked=unasked, state=state
        )
        self._metrics.answered.labels(state).inc()
        if unasked:
            self._listeners.wake(waiting.staff_id)
        return entries

    async def _stop_unless_hopeless(self, pending: Pending, error: EngineAway) -> None:
        self._metrics.retried.inc()
        attempts = await self._threads.run(self._inbox.count_attempt, pending.waiting.id)
        if await self._engine.engine_ready() and await self._engine.actions_ready():
            pending.refusals += 1
        if attempts < MOST_ATTEMPTS and pending.refusals < MOST_REFUSALS:
            raise error
        log.error("inbox %s is given up: %s", pending.waiting.id, error)


def _question(waiting: Waiting) -> Question:
    return Question(
        staff_id=waiting.staff_id,
        message_id=f"{waiting.channel}:{waiting.external_id}",
        channel=waiting.channel,
        text=waiting.payload["text"],
        payload=waiting.payload.get("payload"),
        received_at=waiting.received_at,
    )
