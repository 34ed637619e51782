"""The shared database as the engine opens it: the application's URL, this Python's drivers."""

from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.url import make_url
from sqlalchemy.pool import QueuePool

_PATIENCE = 5
"""Seconds to wait for a lock, as the application does."""


def open_engine(url: str) -> Engine:
    """Open a SQLite or PostgreSQL URL; each statement is a transaction of its own."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        arguments = {"timeout": _PATIENCE, "check_same_thread": False}
        engine = create_engine(
            parsed, poolclass=QueuePool, isolation_level="AUTOCOMMIT", connect_args=arguments
        )
        event.listen(engine, "connect", _prepare_sqlite)
        return engine
    options = f"-c timezone=utc -c lock_timeout={_PATIENCE}s"
    return create_engine(
        parsed.set(drivername="postgresql+psycopg2"),
        isolation_level="AUTOCOMMIT",
        pool_pre_ping=True,
        connect_args={"connect_timeout": _PATIENCE, "options": options},
    )


def _prepare_sqlite(connection: Any, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
