"""What is to be said unasked, and every reply to a chat: once, in order, when it is due."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.orm import Session

from dakehu.clock import Clock
from dakehu.codes import Channel
from dakehu.notify import Row
from dakehu.storage.messages import accounts, conditions, history
from dakehu.storage.messages.history import Entry
from dakehu.storage.messages.incoming import Waiting
from dakehu.storage.tables import Outbox

HELD = timedelta(seconds=6)
"""How long a reply is left to the request that waits for it (WeChat gives five seconds)."""

AFTER_CARRIED = timedelta(seconds=1)
"""How long what a request carries may be under way before the rest follows."""

_outbox = cast(Table, Outbox.__table__)


class SqlOutbox:
    """The outbox within a session's transaction; implements `dakehu.notify`."""

    def __init__(self, session: Session) -> None:
        """Work within a session of `Database.transaction`."""
        self._session = session

    def put(  # noqa: PLR0913 - where it goes besides what the protocol has
        self,
        staff_id: int,
        payload: dict[str, Any],
        due_at: datetime,
        dedupe_key: str,
        channel: Channel | None = None,
        *,
        only_while: Row | None = None,
    ) -> bool:
        """Keep a message, unless its key is known; returns whether it is new.

        Without a channel it goes to where the person likes to be written to.
        """
        connection = self._session.connection()
        history.lock_order(connection, staff_id)
        values = {
            "channel": channel or accounts.liked(connection, staff_id),
            "staff_id": staff_id,
            "payload": payload,
            "due_at": due_at,
            "dedupe_key": dedupe_key,
            "only_while": only_while and conditions.to_json(only_while),
        }
        return _put_once(connection, values)


def put_off(
    connection: Connection, waiting: Waiting, message: dict[str, Any], now: datetime
) -> None:
    """Have a chat told, once, that the answer to its message will come later."""
    history.lock_order(connection, waiting.staff_id)
    values = {
        "channel": waiting.channel,
        "staff_id": waiting.staff_id,
        "payload": message,
        "due_at": now,
        "dedupe_key": f"later:{waiting.id}",
    }
    _put_once(connection, values)


def put_replies(
    connection: Connection, channel: Channel, entries: Sequence[Entry], *, held: bool
) -> None:
    """Have replies sent to the chat that asked, within the transaction that keeps them.

    Args:
        connection: Of the transaction.
        channel: Where the question came from.
        entries: The replies, of one person.
        held: A request is waiting to carry them itself; they go out if it does not.
    """
    for entry in entries:
        values = {
            "channel": channel,
            "staff_id": entry.staff_id,
            "payload": entry.message,
            "due_at": entry.at,
            "not_before": datetime.now(UTC) + HELD if held else None,
            "dedupe_key": f"reply:{entry.id}",
            "history_id": entry.id,
        }
        connection.execute(insert(_outbox).values(**values))


def carried(connection: Connection, entries: Sequence[Entry], clock: Clock) -> None:
    """Note that a request carried replies itself."""
    ids = [entry.id for entry in entries]
    sent = _outbox.update().where(_outbox.c.history_id.in_(ids), _outbox.c.sent_at.is_(None))
    connection.execute(sent.values(sent_at=clock.now(), attempts=_outbox.c.attempts + 1))


def _put_once(connection: Connection, values: dict[str, Any]) -> bool:
    """Add a row unless its key is known; its person's lock keeps that true."""
    same = select(_outbox.c.id).filter_by(dedupe_key=values["dedupe_key"])
    if connection.scalar(same) is not None:
        return False
    connection.execute(insert(_outbox).values(**values))
    return True


def release(connection: Connection, entries: Sequence[Entry]) -> None:
    """Let replies go that no request can carry; just after what it carries has arrived."""
    held = _outbox.c.history_id.in_([entry.id for entry in entries]), _outbox.c.attempts == 0
    soon = datetime.now(UTC) + AFTER_CARRIED
    connection.execute(_outbox.update().where(*held).values(not_before=soon))
