"""Second tries that an administrator asks for; the audit has who, and what it was like before."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from dakehu.codes import InboxState
from dakehu.storage.audit import Change, record
from dakehu.storage.messages.queue import LEASE
from dakehu.storage.tables import Inbox, Outbox


def is_given_up(message: Inbox) -> bool:
    """Tell whether a message was told that it could not be answered."""
    return message.state is InboxState.FAILED


def may_go_out(message: Outbox) -> bool:
    """Tell whether a message has neither gone out nor been withdrawn."""
    return message.sent_at is None and message.withdrawn_at is None


def answer_again(session: Session, message: Inbox) -> None:
    """Have a message that was given up wait for its answer once more."""
    _change(session, message, state=InboxState.RECEIVED, attempts=0, answered_at=None)


def send_again(session: Session, message: Outbox) -> None:
    """Have a message that has not gone out tried at once, at every account."""
    values: dict[str, Any] = {"attempts": 0, "parked": False, "tried": None}
    under_way = message.not_before and message.not_before - datetime.now(UTC) <= LEASE
    if not under_way:  # else an attempt may be going on, and a second would say it twice
        values["not_before"] = None
    _change(session, message, **values)


def _change(session: Session, message: Inbox | Outbox, **values: Any) -> None:
    before = {name: _plain(getattr(message, name)) for name in values}
    for name, value in values.items():
        setattr(message, name, value)
    after = {name: _plain(value) for name, value in values.items()}
    table = message.__tablename__
    record(session, Change(f"{table}.retry", table, message.id, before, after))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
