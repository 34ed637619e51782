"""PostgreSQL's COPY between tables and files of a zip: fast, and exact to the last byte."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast
from zipfile import ZipFile

from psycopg import Connection as Driver
from psycopg import Cursor, OperationalError, sql
from psycopg import Error as DriverError
from sqlalchemy import Connection

from dakehu.storage.errors import Refused, StorageUnavailable

_CHUNK = 1 << 20


def out_of(connection: Connection, archive: ZipFile, table: str, columns: list[str]) -> None:
    """Write a table to a file of its name."""
    command = _command("COPY {} ({}) TO STDOUT (FORMAT csv)", table, columns)
    with (
        _told(table),
        archive.open(f"{table}.csv", "w", force_zip64=True) as file,
        _cursor(connection).copy(command) as copy,
    ):
        for chunk in copy:
            file.write(chunk)


def into(connection: Connection, archive: ZipFile, table: str, columns: list[str]) -> None:
    """Fill a table from the file of its name."""
    command = _command("COPY {} ({}) FROM STDIN (FORMAT csv)", table, columns)
    with (
        _told(table),
        archive.open(f"{table}.csv") as file,
        _cursor(connection).copy(command) as copy,
    ):
        while chunk := file.read(_CHUNK):
            copy.write(chunk)


def count_on(connection: Connection, table: str, columns: list[str]) -> None:
    """Let new rows be numbered after those that a copy brought in."""
    if "id" in columns:
        highest = sql.SQL(
            "SELECT setval(pg_get_serial_sequence({}, 'id'), max(id)) FROM {} HAVING count(*) > 0"
        )
        _cursor(connection).execute(highest.format(sql.Literal(table), sql.Identifier(table)))


@contextmanager
def _told(table: str) -> Iterator[None]:
    """Say what the driver, used directly here, says in the words of our errors."""
    try:
        yield
    except OperationalError as error:
        raise StorageUnavailable(f"the database is not available: {error}") from error
    except DriverError as error:
        raise Refused(f"{table}.csv is not sound: {error}") from error


def _command(template: str, table: str, columns: list[str]) -> sql.Composed:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL(template).format(sql.Identifier(table), names)


def _cursor(connection: Connection) -> "Cursor[tuple[object, ...]]":
    return cast("Driver[tuple[object, ...]]", connection.connection.driver_connection).cursor()
