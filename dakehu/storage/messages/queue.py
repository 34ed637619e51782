"""The outbox as the gateway works it off: what is due, and how it is said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from sqlalchemy import Connection, Row, Table, exists, or_, select

from dakehu.clock import Clock
from dakehu.codes import CHATS, Channel
from dakehu.storage.database import Database
from dakehu.storage.messages import accounts, conditions, history
from dakehu.storage.messages.accounts import Account
from dakehu.storage.messages.connections import writing
from dakehu.storage.messages.history import Entry, Said
from dakehu.storage.messages.letters import MOST_ATTEMPTS, Letter, change
from dakehu.storage.messages.presses import BUTTON_LIFE
from dakehu.storage.tables import Outbox

LEASE = timedelta(seconds=30)
"""How long one attempt may take; then another may be made (its sender must have died)."""

_BATCH = 200
_outbox = cast(Table, Outbox.__table__)
_earlier = _outbox.alias("earlier")


@dataclass(frozen=True, slots=True)
class Due:
    """A message whose time has come; those of one person and channel go in order."""

    id: int
    staff_id: int
    channel: Channel


class OutboxQueue:
    """What the gateway sends from; several processes may, each message is sent by one."""

    def __init__(self, database: Database, clock: Clock, served: Iterable[Channel] = ()) -> None:
        """Take which chats can be written to; for all others the history must do."""
        self._database = database
        self._clock = clock
        self._served = frozenset(served)

    def due(self, channels: frozenset[Channel]) -> list[Due]:
        """Return the first messages whose time has come on some channels.

        None overtakes an earlier one of its chat that has to wait.
        """
        real = datetime.now(UTC)
        held_up = exists().where(
            _earlier.c.staff_id == _outbox.c.staff_id,
            _earlier.c.channel == _outbox.c.channel,
            _earlier.c.channel.in_(CHATS),
            _earlier.c.id < _outbox.c.id,
            _earlier.c.sent_at.is_(None),
            _earlier.c.withdrawn_at.is_(None),
            _earlier.c.due_at <= self._clock.now(),
            _earlier.c.not_before > real,
            _earlier.c.attempts < MOST_ATTEMPTS,
            ~_earlier.c.parked,
        )
        chosen = select(_outbox.c.id, _outbox.c.staff_id, _outbox.c.channel).where(
            _outbox.c.sent_at.is_(None),
            _outbox.c.withdrawn_at.is_(None),
            _outbox.c.channel.in_(channels),
            _outbox.c.due_at <= self._clock.now(),
            or_(_outbox.c.not_before.is_(None), _outbox.c.not_before <= real),
            _outbox.c.attempts < MOST_ATTEMPTS,
            ~_outbox.c.parked,
            ~held_up,
        )
        with self._database.reading() as session:
            in_order = chosen.order_by(_outbox.c.due_at, _outbox.c.id).limit(_BATCH)
            return [Due(*row) for row in session.connection().execute(in_order)]

    def say(self, outbox_id: int) -> Letter | bool:
        """Add a message to its person's history, where the web reads it.

        Returns:
            The letter to be sent, where it is for a chat: it is the caller's for `LEASE`. Else
            whether it was said now; False when someone else has said, or is saying it, or when
            what it rests on no longer holds.
        """
        real = datetime.now(UTC)
        chosen = select(_outbox).where(
            _outbox.c.id == outbox_id,
            _outbox.c.sent_at.is_(None),
            _outbox.c.withdrawn_at.is_(None),
            or_(_outbox.c.not_before.is_(None), _outbox.c.not_before <= real),
        )
        with writing(self._database) as connection:
            row = connection.execute(chosen.with_for_update(skip_locked=True)).one_or_none()
            if row is None:
                return False
            if row.history_id is None and not conditions.holds(connection, row.only_while):
                change(connection, outbox_id, withdrawn_at=self._clock.now())
                return False
            entry = self._entry(connection, row)
            account = self._address(connection, row)
            values: dict[str, object] = {"history_id": entry.id, "attempts": row.attempts + 1}
            if account is None:
                channel = Channel.WEB if row.channel in CHATS else row.channel
                values |= {"channel": channel, "sent_at": self._clock.now()}
                change(connection, outbox_id, **values)
                return True
            values |= {"channel": account.channel, "not_before": real + LEASE}
            change(connection, outbox_id, **values)
            parts = row.parts_sent if account.channel == row.channel else 0
            return Letter(outbox_id, account, entry, parts, again=row.attempts > 0)

    def _entry(self, connection: Connection, row: Row[Any]) -> Entry:
        if row.history_id is not None:
            return history.one(connection, row.history_id)
        history.lock_order(connection, row.staff_id)
        expires_at = datetime.now(UTC) + BUTTON_LIFE
        now = self._clock.now()
        said = Said(row.staff_id, [row.payload], now, unasked=True, expires_at=expires_at)
        return history.add(connection, said)[0]

    def _address(self, connection: Connection, row: Row[Any]) -> Account | None:
        """Return the account to send to: of the row's channel, else another; None for the web."""
        if row.channel not in CHATS:
            return None
        open_to_us = [
            account
            for account in accounts.reachable(connection, row.staff_id)
            if account.channel in self._served and account.id not in (row.tried or ())
        ]
        return min(open_to_us, key=lambda account: account.channel != row.channel, default=None)
