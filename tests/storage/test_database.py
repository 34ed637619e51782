import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from dakehu.clock import FrozenClock
from dakehu.storage.database import Database
from dakehu.storage.engine import parse
from dakehu.storage.errors import StorageUnavailable
from dakehu.storage.tables import Audit, Customer, Staff
from tests.storage.rows import customer, specialist


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_any_usual_postgresql_url_will_do(scheme: str) -> None:
    assert parse(f"{scheme}://me@host/name").drivername == "postgresql+psycopg"


def test_writers_at_once_wait_and_all_succeed(database: Database, clock: FrozenClock) -> None:
    with database.transaction() as session:
        key = specialist(session).id
    start = Barrier(4)

    def write(number: int) -> None:
        start.wait()
        for step in range(5):
            with database.transaction() as session:
                # Reading before writing is what fails without BEGIN IMMEDIATE.
                session.get_one(Staff, key)
                customer(session, clock, f"客户 {number}-{step}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    with database.reading() as session:
        assert session.query(Customer).count() == 20


def test_a_reader_sees_one_moment_while_others_write(
    database: Database, clock: FrozenClock
) -> None:
    with database.reading() as reader:
        assert reader.query(Customer).count() == 0
        with database.transaction() as session:
            customer(session, clock)
        assert reader.query(Customer).count() == 0


def test_a_reader_cannot_write_and_the_next_writer_can(database: Database) -> None:
    with pytest.raises((DBAPIError, StorageUnavailable)), database.reading() as session:
        specialist(session)
    with database.transaction() as session:
        specialist(session)


def test_a_locked_database_is_unavailable_and_nothing_is_written(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dakehu.storage.engine._PATIENCE", 0.05)
    hurried = Database(database_url, database._clock)
    with (
        database.engine.connect() as holder,
        pytest.raises(StorageUnavailable, match="lock"),
        hurried.transaction() as session,
    ):
        _lock(holder.connection.driver_connection)
        specialist(session)
    hurried.close()
    with database.reading() as session:
        assert (session.query(Staff).count(), session.query(Audit).count()) == (0, 0)


def _lock(connection: object) -> None:
    if isinstance(connection, psycopg.Connection):
        connection.execute("LOCK TABLE staff IN EXCLUSIVE MODE")
    elif isinstance(connection, sqlite3.Connection):
        connection.execute("BEGIN IMMEDIATE")


def test_a_full_disk_is_unavailable_and_leaves_no_half_rows(
    sqlite_url: str, clock: FrozenClock
) -> None:
    database = Database(sqlite_url, clock)
    with database.transaction() as session:
        pages = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count = {pages + 1}"))
    with pytest.raises(StorageUnavailable, match="full"), database.transaction() as session:
        specialist(session)
        for number in range(1000):
            customer(session, clock, f"客户 {number}")
    with database.reading() as session:
        assert (session.query(Staff).count(), session.query(Audit).count()) == (0, 0)
    database.close()


def test_a_database_that_is_away_is_unavailable(clock: FrozenClock, tmp_path: Path) -> None:
    for url in (f"postgresql://nobody@/none?host={tmp_path}", f"sqlite:///{tmp_path}/no/dir.db"):
        database = Database(url, clock)
        with pytest.raises(StorageUnavailable), database.reading() as session:
            specialist(session)
        database.close()


def test_a_mistake_in_a_statement_is_not_called_unavailable(database: Database) -> None:
    with pytest.raises((ProgrammingError, DBAPIError)), database.reading() as session:
        session.execute(text("SELECT * FROM no_such_table"))


def test_sqlite_is_set_up_to_be_safe(sqlite_url: str, clock: FrozenClock) -> None:
    database = Database(sqlite_url, clock)
    with database.reading() as session:
        pragmas = ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        found = [session.scalar(text(f"PRAGMA {pragma}")) for pragma in pragmas]
    database.close()
    assert found == ["wal", 1, 5000, 1]


def test_another_program_reads_what_was_committed(sqlite_url: str, clock: FrozenClock) -> None:
    database = Database(sqlite_url, clock)
    with database.transaction() as session:
        specialist(session)
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as other:
        assert other.execute("SELECT login, language, active FROM staff").fetchall() == [
            ("specialist1", "zh", 1)
        ]
    database.close()
