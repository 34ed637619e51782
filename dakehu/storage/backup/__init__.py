"""Backup, restore and check of the database, while the bot runs.

A backup of SQLite is a SQLite database; one of PostgreSQL is a zip of a CSV a table, so that
neither needs another program. Each kind restores its own only.
"""

from pathlib import Path
from typing import Protocol

from dakehu.storage.backup import postgresql, sqlite
from dakehu.storage.database import unavailable
from dakehu.storage.engine import parse
from dakehu.storage.migrations import upgrade


class _Kind(Protocol):
    def backup(self, url: str, path: Path) -> None: ...

    def restore(self, url: str, path: Path, *, replace: bool) -> None: ...

    def check(self, url: str) -> list[str]: ...


def backup(url: str, path: Path) -> None:
    """Write the database as it is at one moment to a file, in place of what was there.

    Raises:
        StorageUnavailable: The database is locked, full or away.
        Refused: The database is not sound or not ours, or the file is the database.
    """
    with unavailable():
        _kind(url).backup(url, path)


def restore(url: str, path: Path, *, replace: bool = False) -> None:
    """Put back what a backup holds, all or nothing, and bring it to the newest revision.

    Args:
        url: The database to fill; made when it is not there.
        path: A file that `backup` wrote, of this or an earlier version.
        replace: Whether to give up what the database holds.

    Raises:
        StorageUnavailable: The database is locked, full or away.
        Refused: The file is no sound backup, or the database is not empty.
    """
    upgrade(url)
    with unavailable():
        _kind(url).restore(url, path, replace=replace)
    upgrade(url)


def check(url: str) -> list[str]:
    """Look for what is wrong with the database; one line each, none when all is well.

    Raises:
        StorageUnavailable: The database is locked or away.
    """
    with unavailable():
        return _kind(url).check(url)


def _kind(url: str) -> _Kind:
    return sqlite if parse(url).get_backend_name() == "sqlite" else postgresql
