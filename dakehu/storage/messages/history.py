"""The history: what was said, in one order; what `GET /api/messages` and events read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, Select, Table, func, insert, select

from dakehu.storage.database import Database
from dakehu.storage.messages import presses
from dakehu.storage.tables import History, Staff

_history = cast(Table, History.__table__)
_ADD = insert(_history)
_READ = select(
    _history.c.id,
    _history.c.staff_id,
    _history.c.from_person,
    _history.c.message,
    _history.c.at,
    _history.c.expires_at,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was said.

    Attributes:
        id: The place in the order, the cursor.
        message: As the person's request or the engine gave it; buttons with their payloads.
        expires_at: Until when its buttons can be pressed, in real time.
    """

    id: int
    staff_id: int
    from_person: bool
    message: dict[str, Any]
    at: datetime
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be added for a person, all of it by one side.

    Attributes:
        unasked: No request is waiting for it, so it goes out as an event.
    """

    staff_id: int
    messages: Sequence[dict[str, Any]]
    at: datetime
    inbox_id: int | None = None
    from_person: bool = False
    unasked: bool = False
    expires_at: datetime | None = None


def lock_order(connection: Connection, staff_id: int) -> None:
    """Make others who add to a person's history wait, so that ids become visible in order."""
    locked = select(Staff.id).where(Staff.id == staff_id)
    if connection.dialect.name != "sqlite":  # there, a transaction has the database to itself
        connection.execute(locked.with_for_update(key_share=True))


def add(connection: Connection, said: Said) -> list[Entry]:
    """Add to a person's history, whose order the caller has locked."""
    shared = {
        "staff_id": said.staff_id,
        "inbox_id": said.inbox_id,
        "from_person": said.from_person,
        "unasked": said.unasked,
        "at": said.at,
        "expires_at": said.expires_at,
    }
    entries = []
    for message in said.messages:
        added = connection.execute(_ADD, {**shared, "message": message})
        key = cast(int, cast(Any, added.inserted_primary_key)[0])
        entries.append(
            Entry(key, said.staff_id, said.from_person, message, said.at, said.expires_at)
        )
    return entries


def replies(connection: Connection, inbox_id: int) -> list[Entry]:
    """Return what answered a message."""
    return _entries(
        connection, _READ.where(_history.c.inbox_id == inbox_id, ~_history.c.from_person)
    )


def one(connection: Connection, entry_id: int) -> Entry:
    """Return one entry that is there."""
    return _entries(connection, _READ.where(_history.c.id == entry_id))[0]


class HistoryReader:
    """Reads histories, each person's own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def after(
        self, staff_id: int, cursor: int, limit: int, *, unasked: bool = False
    ) -> list[Entry]:
        """Return the first entries after a cursor; of events only what came unasked."""
        chosen = _READ.where(_history.c.staff_id == staff_id, _history.c.id > cursor)
        if unasked:
            chosen = chosen.where(_history.c.unasked)
        with self._database.reading() as session:
            return _entries(session.connection(), chosen.limit(limit))

    def latest(self, staff_id: int, limit: int) -> list[Entry]:
        """Return the last entries."""
        last = (
            select(_history.c.id)
            .where(_history.c.staff_id == staff_id)
            .order_by(_history.c.id.desc())
            .limit(limit)
        )
        with self._database.reading() as session:
            return _entries(session.connection(), _READ.where(_history.c.id.in_(last)))

    def end(self, staff_id: int) -> int:
        """Return the cursor after everything said so far."""
        newest = select(func.max(_history.c.id)).where(_history.c.staff_id == staff_id)
        with self._database.reading() as session:
            return session.connection().scalar(newest) or 0

    def entry(self, entry_id: int) -> Entry | None:
        """Find one entry, whoever's."""
        with self._database.reading() as session:
            found = _entries(session.connection(), _READ.where(_history.c.id == entry_id))
        return found[0] if found else None

    def last_said(self, staff_id: int) -> Entry | None:
        """Find what was said to a person last."""
        chosen = _READ.where(_history.c.staff_id == staff_id, ~_history.c.from_person)
        with self._database.reading() as session:
            last = chosen.order_by(_history.c.id.desc()).limit(1)
            row = session.connection().execute(last).first()
        return Entry(*row) if row else None

    def used_buttons(self, entries: Sequence[Entry]) -> set[presses.Place]:
        """Return which buttons of some entries were used."""
        with self._database.reading() as session:
            return presses.used_in(session.connection(), (entry.id for entry in entries))


def _entries(connection: Connection, chosen: Select[Any]) -> list[Entry]:
    return [Entry(*row) for row in connection.execute(chosen.order_by(_history.c.id))]
