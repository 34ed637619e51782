"""SQLite's own online backup (https://www.sqlite.org/backup.html), both ways."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dakehu.storage.backup.common import NOT_EMPTY, refuse_newer, replacing, revision_problems
from dakehu.storage.engine import parse
from dakehu.storage.errors import Refused
from dakehu.storage.tables import Base

_PATIENCE = 5  # seconds to wait for a lock


def backup(url: str, path: Path) -> None:
    """Copy the database to a file of its own."""
    source = _file(url)
    if path.exists() and path.samefile(source):
        raise Refused(f"{path} is the database itself")
    with _open(source) as live, replacing(path) as new:
        _sound_revision(live, source)
        with closing(sqlite3.connect(new)) as copy:
            live.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, not three


def restore(url: str, path: Path, *, replace: bool) -> None:
    """Copy a backup over the database, in one transaction of SQLite's."""
    with _open(path) as source, _open(_file(url)) as live:
        refuse_newer(_sound_revision(source, path))
        if not replace and any(_has_rows(live, table) for table in Base.metadata.tables):
            raise Refused(NOT_EMPTY)
        source.backup(live)


def check(url: str) -> list[str]:
    """Check the file's structure, its foreign keys and its revision."""
    path = _file(url)
    if not path.is_file():
        return [f"there is no database at {path}"]
    try:
        with _open(path) as live:
            return [*_damage(live), *revision_problems(_revision(live))]
    except sqlite3.DatabaseError as error:
        return [f"{path}: {error}"]


def _file(url: str) -> Path:
    return Path(parse(url).database or "")


@contextmanager
def _open(path: Path) -> Iterator[sqlite3.Connection]:
    if not path.is_file():
        raise Refused(f"there is no file {path}")
    # mode=rw makes no file where there is none; mode=ro cannot read one that was left in WAL.
    uri = f"{path.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(uri, uri=True, timeout=_PATIENCE)) as connection:
        yield connection


def _sound_revision(connection: sqlite3.Connection, path: Path) -> str:
    try:
        damage = _damage(connection)
        revision = _revision(connection)
    except sqlite3.DatabaseError as error:
        raise Refused(f"{path} is not a sound database: {error}") from error
    if damage or revision is None:
        raise Refused(f"{path} is not a sound database: {(damage or ['not ours'])[0]}")
    return revision


def _damage(connection: sqlite3.Connection) -> list[str]:
    lines = [line for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    return lines + [f"{table} row {row} points at a missing {to}" for table, row, to, _ in broken]


def _revision(connection: sqlite3.Connection) -> str | None:
    known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'")
    if known.fetchone() is None:
        return None
    return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _has_rows(connection: sqlite3.Connection, table: str) -> bool:
    return connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None  # noqa: S608
