"""Bare connections: messages have no audit and no objects, and must not cost a session's price."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from dakehu.storage.database import Database, unavailable


@contextmanager
def writing(database: Database) -> Iterator[Connection]:
    """Give a connection whose changes are committed together at the end, or not at all.

    Raises:
        StorageUnavailable: Locked for too long, full or away; nothing was changed.
    """
    with unavailable(), database.engine.begin() as connection:
        yield connection
