"""Sessions of signed-in people; a token is known by its fingerprint only."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast

from sqlalchemy import Table, bindparam, insert, select, update
from sqlalchemy.orm import Session

from dakehu.codes import Channel, Language
from dakehu.storage.database import Database
from dakehu.storage.tables import Staff, WebSession

SESSION_LIFE = timedelta(days=30)

_session = cast(Table, WebSession.__table__)
_FIND = (
    select(Staff.id, Staff.name, Staff.language, _session.c.channel, _session.c.expires_at)
    .join(_session, _session.c.staff_id == Staff.id)
    .where(
        _session.c.token_hash == bindparam("fingerprint"),
        _session.c.revoked_at.is_(None),
        Staff.active,
    )
)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who a request is from, as the database has them now."""

    staff_id: int
    name: str
    language: Language
    channel: Channel
    fingerprint: str


def open_session(session: Session, fingerprint: str, staff_id: int, channel: Channel) -> None:
    """Start a session of a person, within a transaction."""
    now = datetime.now(UTC)
    values = {
        "token_hash": fingerprint,
        "staff_id": staff_id,
        "channel": channel,
        "created_at": now,
        "expires_at": now + SESSION_LIFE,
    }
    session.connection().execute(insert(_session).values(**values))


class SessionStore:
    """Finds and ends sessions, in real time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, fingerprint: str) -> SignedIn | None:
        """Return whose session it is; None when it is over, or its person has left."""
        with self._database.reading() as session:
            row = session.connection().execute(_FIND, {"fingerprint": fingerprint}).first()
        if row is None or row.expires_at <= datetime.now(UTC):
            return None
        return SignedIn(row.id, row.name, row.language, row.channel, fingerprint)

    def close(self, fingerprint: str) -> None:
        """End a session."""
        ended = update(_session).where(_session.c.token_hash == fingerprint)
        with self._database.transaction() as session:
            session.connection().execute(ended.values(revoked_at=datetime.now(UTC)))
