"""The whole system under test: real processes around a real database, one for all modules.

- `system`: every process runs, whatever the last test did; a module that wants another database
  overrides `running` and `database`.
- `specialist`, `manager`: people who are signed in, with nothing begun.
- `day`: a day of the past on which nobody was visited yet.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest

from dakehu.clock import FrozenClock
from dakehu.model import ready_model
from dakehu.settings import Settings
from dakehu.storage.database import Database
from dakehu.storage.migrations import upgrade
from tests.actions.office import furnish

from .person import Person, sign_in
from .system import NOW, SECRET, System

_days = count(1)


MOST_BEGUN = 10
"""Tasks that an earlier test may have left open."""


@pytest.fixture(scope="session")
def model() -> Path:
    """The model of the present sources, trained if `make train` has not yet."""
    return ready_model(Settings(_env_file=None, secret=SECRET))


@contextmanager
def run(url: str, home: Path, model: Path) -> Iterator[System]:
    """Run the system on a database."""
    system = System(url, home, model)
    try:
        system.start()
        yield system
    finally:
        system.stop()


@contextmanager
def furnished(url: str, clock: FrozenClock) -> Iterator[Database]:
    """Put people and customers into an empty database."""
    upgrade(url)
    database = Database(url, clock)
    furnish(database)
    yield database
    database.close()


@pytest.fixture(scope="session")
def _sqlite(
    tmp_path_factory: pytest.TempPathFactory, clock: FrozenClock, model: Path
) -> Iterator[tuple[System, Database]]:
    home = tmp_path_factory.mktemp("e2e")
    url = f"sqlite:///{home / 'dakehu.db'}"
    with furnished(url, clock) as database, run(url, home, model) as system:
        yield system, database


@pytest.fixture(scope="module")
def running(_sqlite: tuple[System, Database]) -> System:
    return _sqlite[0]


@pytest.fixture(scope="module")
def database(_sqlite: tuple[System, Database]) -> Database:
    return _sqlite[1]


@pytest.fixture
def system(running: System) -> System:
    for point in running.points.values():
        point.drop()
    running.start()
    return running


@pytest.fixture
def specialist(system: System, database: Database) -> Iterator[Person]:
    yield from _person(system, database, "specialist1")


@pytest.fixture
def manager(system: System, database: Database) -> Iterator[Person]:
    yield from _person(system, database, "manager1")


@pytest.fixture
def day() -> str:
    past = date.fromisoformat(NOW[:10]) - timedelta(days=next(_days) + 1)
    return f"{past.month}月{past.day}日"


def _person(system: System, database: Database, login: str) -> Iterator[Person]:
    person = sign_in(system.address, database, login)
    for _ in range(MOST_BEGUN):  # a draft or a shelf of an earlier test
        if "没有" in person.say("取消"):
            break
    else:
        raise AssertionError(f"{login} still has something begun: {person.text}")
    yield person
    person.http.close()
