"""The engine's memory: one row a conversation, of a size that does not grow with it."""

import asyncio
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timezone

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import Column, DateTime, Integer, MetaData, Table, Text, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot import database, events
from bot.unavailable import Unavailable

TURNS = 2
"""How many turns are kept: what rules look back at, and the replies of a repeated message."""

# The application's migrations create it (dakehu/storage/tables/messages.py).
TABLE = Table(
    "conversation_tracker",
    MetaData(),
    Column("sender_id", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
)


class Conversation(DialogueStateTracker):
    """A tracker that knows which version of its row it was read from; 0 when there was none."""

    version = 0


class ConversationStore(TrackerStore):
    """Keeps conversations in SQLite or PostgreSQL.

    Unlike Rasa's store it reads and writes one row of the last turns, and fails loudly: an empty
    conversation in place of one that could not be read would lose what a person had typed.
    """

    def __init__(
        self, domain: Domain | None, host: str, event_broker: EventBroker | None = None
    ) -> None:
        """Get ready to connect; `host` is Rasa's name for the `url` in `endpoints.yml`."""
        super().__init__(domain, event_broker)
        self._engine: Engine = database.open_engine(host)

    def init_tracker(self, sender_id: str) -> Conversation:
        """Return a conversation without a past."""
        return Conversation(sender_id, self.domain.slots)

    async def create_tracker(
        self, sender_id: str, append_action_listen: bool = True
    ) -> DialogueStateTracker:
        """Return a new conversation; it is saved with its first turn, not before."""
        return self.init_tracker(sender_id)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return the conversation as its last finished turn left it.

        Raises:
            Unavailable: The database is.
        """
        with _unavailable():  # a read waits for no lock, so it need not leave the event loop
            row = self._read(sender_id)
        if row is None:
            return None
        tracker = self.init_tracker(sender_id)
        tracker.version, state = row
        for event in events.decode(json.loads(state)):
            tracker.update(event)
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Save a finished turn.

        Raises:
            Unavailable: The database is, or the conversation went on elsewhere in the meantime.
        """
        assert isinstance(tracker, Conversation)
        kept = events.encode(events.recent(list(tracker.events), TURNS))
        state = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        with _unavailable():  # beside the event loop: others need not wait for the lock
            await asyncio.to_thread(self._write, tracker.sender_id, tracker.version, state)
        tracker.version += 1

    async def keys(self) -> Iterable[str]:
        """Return the ids of all conversations."""
        with self._engine.connect() as connection:
            return list(connection.execute(select(TABLE.c.sender_id)).scalars())

    def _read(self, sender_id: str) -> tuple[int, str] | None:
        wanted = select(TABLE.c.version, TABLE.c.state)
        with self._engine.connect() as connection:
            row = connection.execute(wanted.where(TABLE.c.sender_id == sender_id)).first()
        return row and (row.version, row.state)

    def _write(self, sender_id: str, version: int, state: str) -> None:
        values = {
            "version": version + 1,
            "state": state,
            "updated_at": datetime.now(timezone.utc),
        }
        same = (TABLE.c.sender_id == sender_id) & (TABLE.c.version == version)
        statement = (
            TABLE.update().where(same).values(values)
            if version
            else TABLE.insert().values(sender_id=sender_id, **values)
        )
        with self._engine.connect() as connection:
            if connection.execute(statement).rowcount != 1:
                raise Unavailable(f"{sender_id} has gone on since version {version}")


@contextmanager
def _unavailable() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise Unavailable(f"database: {error}") from error
