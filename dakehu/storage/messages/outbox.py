"""The outbox: what is to be said unasked, once, when it is due; implements `dakehu.notify`."""

from datetime import UTC, datetime, timedelta
from typing import Any, cast

from sqlalchemy import Table, insert, or_, select, update
from sqlalchemy.orm import Session

from dakehu.clock import Clock
from dakehu.codes import Channel
from dakehu.storage.database import Database
from dakehu.storage.messages import history
from dakehu.storage.messages.connections import writing
from dakehu.storage.messages.history import Said
from dakehu.storage.messages.presses import BUTTON_LIFE
from dakehu.storage.tables import Outbox

_outbox = cast(Table, Outbox.__table__)
_BATCH = 50
_FIRST_RETRY = timedelta(seconds=2)
_LONGEST_RETRY = timedelta(minutes=10)
_MOST_ATTEMPTS = 150  # about a day
_BY_HISTORY = {Channel.WEB, Channel.TERMINAL}  # they read it by themselves, with events


class SqlOutbox:
    """The outbox within a session's transaction."""

    def __init__(self, session: Session) -> None:
        """Work within a session of `Database.transaction`."""
        self._session = session

    def put(
        self,
        staff_id: int,
        payload: dict[str, Any],
        due_at: datetime,
        dedupe_key: str,
        channel: Channel = Channel.WEB,
    ) -> bool:
        """Keep a message, unless its key is known; returns whether it is new."""
        connection = self._session.connection()
        history.lock_order(connection, staff_id)
        if connection.scalar(select(_outbox.c.id).filter_by(dedupe_key=dedupe_key)) is not None:
            return False
        values = {
            "channel": channel,
            "staff_id": staff_id,
            "payload": payload,
            "due_at": due_at,
            "dedupe_key": dedupe_key,
        }
        connection.execute(insert(_outbox).values(**values))
        return True


class OutboxQueue:
    """What the gateway sends from; several processes may, each row is sent by one."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def due(self) -> list[int]:
        """Return the first messages whose time has come."""
        chosen = select(_outbox.c.id).where(
            _outbox.c.sent_at.is_(None),
            _outbox.c.due_at <= self._clock.now(),
            or_(_outbox.c.not_before.is_(None), _outbox.c.not_before <= datetime.now(UTC)),
            _outbox.c.attempts < _MOST_ATTEMPTS,
        )
        with self._database.reading() as session:
            in_order = chosen.order_by(_outbox.c.due_at, _outbox.c.id).limit(_BATCH)
            return list(session.connection().scalars(in_order))

    def say(self, outbox_id: int) -> int | None:
        """Say a message by adding it to its person's history.

        Returns:
            The person; None when it was said, or is being said, by someone else.

        Raises:
            LookupError: Its channel has no way to say anything unasked.
        """
        chosen = select(_outbox).where(_outbox.c.id == outbox_id, _outbox.c.sent_at.is_(None))
        with writing(self._database) as connection:
            row = connection.execute(chosen.with_for_update(skip_locked=True)).one_or_none()
            if row is None:
                return None
            if row.channel not in _BY_HISTORY:
                raise LookupError(f"nothing speaks on {row.channel}")
            now = self._clock.now()
            history.lock_order(connection, row.staff_id)
            expires_at = datetime.now(UTC) + BUTTON_LIFE
            history.add(
                connection,
                Said(row.staff_id, [row.payload], now, unasked=True, expires_at=expires_at),
            )
            sent = update(_outbox).where(_outbox.c.id == outbox_id)
            connection.execute(sent.values(sent_at=now, attempts=_outbox.c.attempts + 1))
            return cast(int, row.staff_id)

    def failed(self, outbox_id: int, error: str) -> None:
        """Note why a message could not be said, and try it later, each time twice as late."""
        chosen = _outbox.c.id == outbox_id
        with writing(self._database) as connection:
            attempts = connection.scalar(select(_outbox.c.attempts).where(chosen)) or 0
            wait = min(_FIRST_RETRY * 2 ** min(attempts, 20), _LONGEST_RETRY)
            values = {
                "attempts": attempts + 1,
                "not_before": datetime.now(UTC) + wait,
                "error": error,
            }
            connection.execute(update(_outbox).where(chosen).values(**values))
