"""Engines for SQLite and PostgreSQL, set up alike: safe, patient for five seconds, UTC."""

import json
from functools import partial
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

READ_ONLY = "dakehu_read_only"
_PATIENCE = 5  # seconds to wait for a lock or a connection
_dumps = partial(json.dumps, ensure_ascii=False)


def parse(url: str) -> URL:
    """Read a database URL; `postgresql://` means psycopg 3."""
    parsed = make_url(url)
    if parsed.drivername in ("postgres", "postgresql"):
        return parsed.set(drivername="postgresql+psycopg")
    return parsed


def open_engine(url: str) -> Engine:
    """Return an engine for a SQLite or PostgreSQL URL; nothing is connected yet."""
    parsed = parse(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    return create_engine(
        parsed,
        json_serializer=_dumps,
        pool_pre_ping=True,
        pool_timeout=_PATIENCE,
        connect_args={
            "connect_timeout": _PATIENCE,
            "options": f"-c timezone=utc -c lock_timeout={_PATIENCE}s",
        },
    )


def read_only(engine: Engine) -> Engine:
    """Return the same engine for reading: one unchanging view, writes refused."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{READ_ONLY: True})
    return engine.execution_options(postgresql_readonly=True, isolation_level="REPEATABLE READ")


def _sqlite(url: URL) -> Engine:
    engine = create_engine(
        url,
        json_serializer=_dumps,
        pool_timeout=_PATIENCE,
        connect_args={"timeout": _PATIENCE, "isolation_level": None},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later cannot wait for a lock once another
    # has written ("database is locked" at once); taking the lock at BEGIN always waits.
    reading = connection.get_execution_options().get(READ_ONLY, False)
    driver: Any = connection.connection.dbapi_connection  # a tenth of exec_driver_sql's price
    driver.execute(f"PRAGMA query_only={'ON' if reading else 'OFF'}")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
