"""A transaction for writing very many rows into an empty database."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, Engine, text

_CACHE = 256 * 1024  # KiB; what does not fit is written, and read again, many times over


@contextmanager
def bulk(engine: Engine) -> Iterator[Connection]:
    """Give a transaction, all or nothing, in which rows may come before those they point at."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.detach()  # what is set here goes with the connection, not to the pool
            _hurry(connection.connection.dbapi_connection)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))
            yield connection


def _hurry(driver: Any) -> None:
    """Set SQLite up to write each page once; it checks no foreign keys meanwhile."""
    driver.execute("PRAGMA foreign_keys=OFF")
    driver.execute(f"PRAGMA cache_size=-{_CACHE}")
    # An old-style journal keeps only pages that were there before, which is next to none. It
    # wants the database to itself; where others are connected, the journal stays as it is.
    with suppress(sqlite3.OperationalError):
        driver.execute("PRAGMA journal_mode=DELETE")
