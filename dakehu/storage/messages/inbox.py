"""The inbox: every message is kept before it is acknowledged, and answered once."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import Connection, Table, bindparam, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from dakehu.clock import Clock
from dakehu.codes import CHATS, InboxState, Language
from dakehu.storage.database import Database
from dakehu.storage.messages import accounts, history, outbox, presses, sessions
from dakehu.storage.messages.connections import writing
from dakehu.storage.messages.history import Entry, Said
from dakehu.storage.messages.incoming import AccountProof, Incoming, Waiting
from dakehu.storage.tables import Inbox, Staff

_inbox = cast(Table, Inbox.__table__)
_ADD = insert(_inbox)
_ANSWER = (
    update(_inbox)
    .where(_inbox.c.id == bindparam("key"), _inbox.c.state == InboxState.RECEIVED)
    .values(state=bindparam("new_state"), answered_at=bindparam("now"))
)
_KEPT = select(
    _inbox.c.id,
    _inbox.c.channel,
    _inbox.c.external_id,
    _inbox.c.staff_id,
    Staff.language,
    _inbox.c.payload,
    _inbox.c.received_at,
).join_from(_inbox, Staff, Staff.id == _inbox.c.staff_id)


class InboxStore:
    """Takes messages in and keeps their answers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def receive(self, incoming: Incoming) -> Waiting | list[Entry]:
        """Keep a message; one that was answered before gives its answer instead.

        Raises:
            SignedOut: Its session is over, or its chat account bound no more.
            StorageUnavailable: It could not be kept.
        """
        try:
            with writing(self._database) as connection:
                return self._keep(connection, incoming)
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
        change = {"key": waiting.id, "new_state": state, "now": now}
        with writing(self._database) as connection:
            history.lock_order(connection, waiting.staff_id)
            if not connection.execute(_ANSWER, change).rowcount:
                return history.replies(connection, waiting.id)
            expires_at = datetime.now(UTC) + presses.BUTTON_LIFE
            said = Said(waiting.staff_id, messages, now, waiting.id, False, unasked, expires_at)
            entries = history.add(connection, said)
            if waiting.channel in CHATS:
                outbox.put_replies(connection, waiting.channel, entries, held=not unasked)
            return entries

    def carried(self, entries: Sequence[Entry], others: Sequence[Entry]) -> None:
        """Note which entries of an answer a request carries itself, and that the others must go."""
        with writing(self._database) as connection:
            outbox.carried(connection, entries, self._clock)
            outbox.release(connection, others)

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
        with writing(self._database) as connection:
            return cast(int, connection.scalar(one_more))

    def put_off(self, waiting: Waiting, message: dict[str, Any]) -> None:
        """Have a chat told, once, that the answer to a message will come later."""
        with writing(self._database) as connection:
            outbox.put_off(connection, waiting, message, self._clock.now())

    def waiting(self) -> list[Waiting]:
        """Return every message not answered yet, oldest first."""
        chosen = _KEPT.where(_inbox.c.state == InboxState.RECEIVED).order_by(_inbox.c.id)
        with self._database.reading() as session:
            return [Waiting(*row) for row in session.connection().execute(chosen)]

    def count_waiting(self) -> int:
        """Return how many messages are not answered yet."""
        count = select(func.count()).where(_inbox.c.state == InboxState.RECEIVED)
        with self._database.reading() as session:
            return session.connection().scalar(count) or 0

    def _keep(self, connection: Connection, incoming: Incoming) -> Waiting:
        language = _lock_person(connection, incoming)
        now = self._clock.now()
        place = (incoming.channel, incoming.external_id, incoming.staff_id)
        row = dict(zip(("channel", "external_id", "staff_id"), place, strict=True))
        payload = incoming.payload
        if incoming.press and presses.is_used(connection, incoming.press):
            payload = {"text": payload["text"], "notice": "button_used"}
        added = connection.execute(_ADD, {**row, "payload": payload, "received_at": now})
        key = cast(int, cast(Any, added.inserted_primary_key)[0])
        said = Said(incoming.staff_id, [incoming.shown], now, key, from_person=True)
        history.add(connection, said)
        if incoming.press and payload is incoming.payload:
            presses.use_up(connection, incoming.press, key)
        return Waiting(key, *place, language, payload, now, seen_before=False)

    def _kept_before(self, incoming: Incoming) -> Waiting | list[Entry]:
        same = _KEPT.where(
            _inbox.c.channel == incoming.channel, _inbox.c.external_id == incoming.external_id
        )
        with self._database.reading() as session:
            kept = Waiting(*session.connection().execute(same).one())
        answered = self.answered(kept.id)
        return kept if answered is None else answered


def _lock_person(connection: Connection, incoming: Incoming) -> Language:
    proof = incoming.proof
    if isinstance(proof, AccountProof):
        return accounts.lock_person(connection, proof.account_id)
    return sessions.lock_person(connection, proof.fingerprint)
