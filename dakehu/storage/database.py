"""Transactions: all or nothing, audited, with one error for "not now"."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, OperationalError, TimeoutError
from sqlalchemy.orm import Session, sessionmaker

from dakehu.clock import Clock
from dakehu.storage.audit import AuditedSession, Origin
from dakehu.storage.engine import open_engine, read_only
from dakehu.storage.errors import StorageUnavailable

_SQLITE_NOT_NOW = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
}


class Database:
    """The shared database, for as long as a process lives; safe to use from threads."""

    def __init__(self, url: str, clock: Clock) -> None:
        """Open a SQLite or PostgreSQL database; the clock dates the audit."""
        self.engine = open_engine(url)
        self._clock = clock
        self._writers = sessionmaker(self.engine, class_=AuditedSession, expire_on_commit=False)
        self._readers = sessionmaker(
            read_only(self.engine), class_=AuditedSession, expire_on_commit=False
        )

    @contextmanager
    def transaction(
        self,
        *,
        staff_id: int | None = None,
        channel: str | None = None,
        message_id: str | None = None,
    ) -> Iterator[Session]:
        """Give a session whose changes are committed together at the end, or not at all.

        Args:
            staff_id: Who does it; none for the system.
            channel: Where it was asked for: a channel's name, or `cli`.
            message_id: The message that asked for it.

        Raises:
            StorageUnavailable: Locked for too long, full or away; nothing was changed.
        """
        origin = Origin(self._clock, staff_id, channel, message_id)
        with unavailable(), self._writers(info={Origin: origin}) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one moment of the database and cannot write.

        Raises:
            StorageUnavailable: Locked for too long, or away.
        """
        with unavailable(), self._readers() as session, session.begin():
            yield session

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


@event.listens_for(AuditedSession, "loaded_as_persistent")
def _hold(session: Session, row: object) -> None:
    # A session forgets rows that nobody holds, and would read them anew: what a rule decided on
    # must be what it changes, so that the row's version tells of a change meanwhile.
    session.info.setdefault("held", []).append(row)


@contextmanager
def unavailable() -> Iterator[None]:
    """Turn what drivers say of a locked, full or absent database into one error.

    Raises:
        StorageUnavailable: The database cannot do it now.
    """
    try:
        yield
    except TimeoutError as error:
        raise StorageUnavailable("the database is too busy: no free connection") from error
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if not _is_not_now(error, cause):
            raise
        raise StorageUnavailable(f"the database is not available: {cause}") from error


def _is_not_now(error: Exception, cause: BaseException | None) -> bool:
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return code & 0xFF in _SQLITE_NOT_NOW  # the low byte is the primary code
    return isinstance(error, OperationalError)
