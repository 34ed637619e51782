"""PostgreSQL without its own programs: one snapshot, a CSV a table in a zip."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from sqlalchemy import Connection, Engine, exists, func, select, text

from dakehu.storage.backup import copying
from dakehu.storage.backup.common import NOT_EMPTY, refuse_newer, replacing, revision_problems
from dakehu.storage.engine import open_engine, read_only
from dakehu.storage.errors import Refused
from dakehu.storage.migrations import HEAD, revision, upgrade_to
from dakehu.storage.tables import Base

_MANIFEST = "manifest.json"


def backup(url: str, path: Path) -> None:
    """Copy all tables as they are at one moment."""
    with _connection(read_only(open_engine(url))) as connection, replacing(path) as new:
        for problem in revision_problems(revision(connection)):
            raise Refused(problem)
        tables = {table.name: list(table.columns.keys()) for table in Base.metadata.sorted_tables}
        with ZipFile(new, "w", ZIP_DEFLATED) as archive:
            archive.writestr(_MANIFEST, json.dumps({"revision": HEAD, "tables": tables}))
            for table, columns in tables.items():
                copying.out_of(connection, archive, table, columns)


def restore(url: str, path: Path, *, replace: bool) -> None:
    """Make the tables as they were at the backup's revision and fill them, in one transaction."""
    with _archive(path) as archive, _connection(open_engine(url)) as connection:
        manifest = _manifest(archive, path)
        refuse_newer(manifest["revision"])
        if not replace and any(_has_rows(connection)):
            raise Refused(NOT_EMPTY)
        _start_over(connection, manifest["revision"])
        connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))
        for table, columns in manifest["tables"].items():
            copying.into(connection, archive, table, columns)
            copying.count_on(connection, table, columns)


def check(url: str) -> list[str]:
    """Read all rows and check the revision; PostgreSQL itself keeps the keys right."""
    with _connection(read_only(open_engine(url))) as connection:
        problems = revision_problems(revision(connection))
        if not problems:
            for table in Base.metadata.sorted_tables:
                connection.execute(select(func.count()).select_from(table))
        return problems


@contextmanager
def _connection(engine: Engine) -> Iterator[Connection]:
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def _archive(path: Path) -> Iterator[ZipFile]:
    try:
        with ZipFile(path) as archive:
            yield archive
    except FileNotFoundError as error:
        raise Refused(f"there is no file {path}") from error
    except BadZipFile as error:
        raise Refused(f"{path} is not a sound backup: {error}") from error


def _manifest(archive: ZipFile, path: Path) -> Any:
    try:
        return json.loads(archive.read(_MANIFEST))
    except (KeyError, ValueError) as error:
        raise Refused(f"{path} is not a backup of PostgreSQL") from error


def _has_rows(connection: Connection) -> Iterator[bool]:
    for table in Base.metadata.sorted_tables:
        yield bool(connection.scalar(select(exists(select(table)))))


def _start_over(connection: Connection, target: str) -> None:
    Base.metadata.drop_all(connection)
    connection.execute(text("DROP TABLE alembic_version"))
    upgrade_to(connection, target)
