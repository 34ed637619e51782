"""The inbox: every message is kept before it is acknowledged, and answered once."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from sqlalchemy import Connection, Table, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from dakehu.clock import Clock
from dakehu.codes import InboxState
from dakehu.storage.database import Database
from dakehu.storage.messages import history
from dakehu.storage.messages.history import Entry, Said
from dakehu.storage.messages.incoming import Incoming, Waiting
from dakehu.storage.tables import ButtonPress, Inbox, Staff

BUTTON_LIFE = timedelta(hours=24)

_inbox = cast(Table, Inbox.__table__)
_KEPT = select(
    _inbox.c.id,
    _inbox.c.channel,
    _inbox.c.external_id,
    _inbox.c.staff_id,
    Staff.language,
    _inbox.c.payload,
    _inbox.c.received_at,
).join_from(_inbox, Staff, Staff.id == _inbox.c.staff_id)
_WAITING = _KEPT.where(_inbox.c.state == InboxState.RECEIVED)


class InboxStore:
    """Takes messages in and keeps their answers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def receive(self, incoming: Incoming) -> Waiting | list[Entry]:
        """Keep a message; one that was answered before gives its answer instead.

        Raises:
            StorageUnavailable: It could not be kept.
        """
        try:
            with self._database.transaction() as session:
                return self._keep(session.connection(), incoming)
        except IntegrityError:
            return self._kept_before(incoming)

    def answer(
        self,
        waiting: Waiting,
        messages: Sequence[dict[str, Any]],
        *,
        unasked: bool,
        state: InboxState = InboxState.ANSWERED,
    ) -> list[Entry]:
        """Keep a message's answer, and return it; what was kept before stands.

        Raises:
            StorageUnavailable: It could not be kept; the message is still waiting.
        """
        now = self._clock.now()
        open_row = (_inbox.c.id == waiting.id) & (_inbox.c.state == InboxState.RECEIVED)
        change = update(_inbox).where(open_row).values(state=state, answered_at=now)
        with self._database.transaction() as session:
            connection = session.connection()
            history.lock_order(connection, waiting.staff_id)
            if not connection.execute(change).rowcount:
                return history.replies(connection, waiting.id)
            expires_at = datetime.now(UTC) + BUTTON_LIFE
            said = Said(waiting.staff_id, messages, now, waiting.id, False, unasked, expires_at)
            return history.add(connection, said)

    def answered(self, inbox_id: int) -> list[Entry] | None:
        """Return a message's answer; None while it waits."""
        with self._database.reading() as session:
            state = session.connection().scalar(select(_inbox.c.state).filter_by(id=inbox_id))
            if state == InboxState.RECEIVED:
                return None
            return history.replies(session.connection(), inbox_id)

    def count_attempt(self, inbox_id: int) -> int:
        """Count an attempt that failed, and return how many there were."""
        one_more = (
            update(_inbox)
            .where(_inbox.c.id == inbox_id)
            .values(attempts=_inbox.c.attempts + 1)
            .returning(_inbox.c.attempts)
        )
        with self._database.transaction() as session:
            return cast(int, session.connection().scalar(one_more))

    def waiting(self) -> list[Waiting]:
        """Return every message not answered yet, oldest first."""
        with self._database.reading() as session:
            rows = session.connection().execute(_WAITING.order_by(_inbox.c.id))
            return [Waiting(*row) for row in rows]

    def count_waiting(self) -> int:
        """Return how many messages are not answered yet."""
        count = select(func.count()).where(_inbox.c.state == InboxState.RECEIVED)
        with self._database.reading() as session:
            return session.connection().scalar(count) or 0

    def _keep(self, connection: Connection, incoming: Incoming) -> Waiting:
        now = self._clock.now()
        history.lock_order(connection, incoming.staff_id)
        values = {
            "channel": incoming.channel,
            "external_id": incoming.external_id,
            "staff_id": incoming.staff_id,
            "payload": incoming.payload,
            "received_at": now,
        }
        added = connection.execute(insert(_inbox).values(**values))
        key = cast(int, cast(Any, added.inserted_primary_key)[0])
        history.add(
            connection, Said(incoming.staff_id, [incoming.shown], now, key, from_person=True)
        )
        payload = incoming.payload
        if incoming.press and not _use_up(connection, incoming.press, key):
            payload = {"text": payload["text"], "notice": "button_used"}
            connection.execute(update(_inbox).where(_inbox.c.id == key).values(payload=payload))
        return Waiting(
            key,
            incoming.channel,
            incoming.external_id,
            incoming.staff_id,
            incoming.language,
            payload,
            now,
            seen_before=False,
        )

    def _kept_before(self, incoming: Incoming) -> Waiting | list[Entry]:
        same = _KEPT.where(
            _inbox.c.channel == incoming.channel, _inbox.c.external_id == incoming.external_id
        )
        with self._database.reading() as session:
            row = session.connection().execute(same).one()
        kept = Waiting(*row)
        answered = self.answered(kept.id)
        return kept if answered is None else answered


def _use_up(connection: Connection, press: tuple[int, int], inbox_id: int) -> bool:
    """Use a button up; False when it was before. The person's lock keeps two presses apart."""
    history_id, position = press
    taken = select(ButtonPress.inbox_id).filter_by(history_id=history_id, position=position)
    if connection.scalar(taken) is not None:
        return False
    table = cast(Table, ButtonPress.__table__)
    values = {"history_id": history_id, "position": position, "inbox_id": inbox_id}
    connection.execute(insert(table).values(**values))
    return True
