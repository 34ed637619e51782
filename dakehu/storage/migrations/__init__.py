"""The schema's history: `upgrade` brings a database to what the tables say.

Before the first release there is one revision, made anew from the tables whenever they change
(`python -m dakehu.storage.migrations.revise --initial`); after it, each change adds a revision
(`python -m dakehu.storage.migrations.revise "Add a column"`).
"""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from dakehu.storage.database import unavailable
from dakehu.storage.engine import open_engine, parse
from dakehu.storage.errors import StorageError

HEAD = "0001"
_ONE_AT_A_TIME = 0x64616B65  # any number of ours: the key of PostgreSQL's advisory lock


def upgrade(url: str) -> None:
    """Bring the database to the newest revision; quick when it is there already.

    Raises:
        StorageUnavailable: The database is locked, full or away.
        StorageError: The database belongs to a newer program.
    """
    _make_room(url)
    engine = open_engine(url)
    try:
        with unavailable(), engine.begin() as connection:
            if revision(connection) != HEAD:
                upgrade_to(connection, HEAD)
    finally:
        engine.dispose()


def upgrade_to(connection: Connection, target: str) -> None:
    """Bring the connection's database to a revision, within its open transaction.

    Raises:
        StorageError: The database or the target is of a newer program.
    """
    # Alembic takes a while to import, and a start with nothing to do does without it.
    from alembic import command  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    from dakehu.storage.migrations.config import configure  # noqa: PLC0415

    if connection.dialect.name == "postgresql":
        lock = text("SELECT pg_advisory_xact_lock(:key)")
        connection.execute(lock, {"key": _ONE_AT_A_TIME})
    try:
        command.upgrade(configure(connection), target)
    except CommandError as error:
        raise StorageError(f"the database is of another version of Dakehu: {error}") from error


def revision(connection: Connection) -> str | None:
    """Return the revision that a database is at; none for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _make_room(url: str) -> None:
    parsed = parse(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
