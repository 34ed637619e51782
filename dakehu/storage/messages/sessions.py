"""Sessions of signed-in people; a token is known by its fingerprint only. Time is real time."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast

from sqlalchemy import Connection, Table, bindparam, insert, select, update
from sqlalchemy.orm import Session

from dakehu.codes import Channel, Language, Role
from dakehu.storage.database import Database
from dakehu.storage.messages.connections import writing
from dakehu.storage.messages.incoming import SignedOut
from dakehu.storage.tables import Staff, WebSession

SESSION_LIFE = timedelta(days=30)

_session = cast(Table, WebSession.__table__)
_FIND = (
    select(Staff.id.label("staff_id"), Staff.name, Staff.role, Staff.language, _session.c.channel)
    .join(_session, _session.c.staff_id == Staff.id)
    .where(
        _session.c.token_hash == bindparam("fingerprint"),
        _session.c.revoked_at.is_(None),
        _session.c.expires_at > bindparam("now"),
        Staff.active,
    )
)
# Whoever adds to a person's history holds this lock, so that ids become visible in order. (On
# SQLite a transaction has the database to itself, and the clause is left out.)
_FIND_AND_LOCK = _FIND.with_for_update(of=Staff, key_share=True)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who a request is from, as the database has them now."""

    staff_id: int
    name: str
    role: Role
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
    session.connection().execute(insert(_session), values)


def lock_person(connection: Connection, fingerprint: str) -> Language:
    """Return the language of a session's person, whose history is the caller's to add to.

    Raises:
        SignedOut: The session is over, or its person has left.
    """
    row = connection.execute(_FIND_AND_LOCK, _now(fingerprint)).first()
    if row is None:
        raise SignedOut
    return cast(Language, row.language)


class SessionStore:
    """Finds and ends sessions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, fingerprint: str) -> SignedIn | None:
        """Return whose session it is; None when it is over, or its person has left."""
        with self._database.reading() as session:
            row = session.connection().execute(_FIND, _now(fingerprint)).first()
        return SignedIn(**row._mapping, fingerprint=fingerprint) if row else None

    def close(self, fingerprint: str) -> None:
        """End a session."""
        ended = update(_session).where(_session.c.token_hash == fingerprint)
        with writing(self._database) as connection:
            connection.execute(ended.values(revoked_at=datetime.now(UTC)))


def _now(fingerprint: str) -> dict[str, object]:
    return {"fingerprint": fingerprint, "now": datetime.now(UTC)}
