"""Dialogues against the real model, engine, action server, gateway and database.

- `department`: new people who have never talked, with the customers of `tests/actions/office.py`
  as they were at first: dialogues know nothing of each other.
"""

from collections.abc import Iterator
from itertools import count

import pytest

from dakehu.clock import FrozenClock
from dakehu.model import ready_model
from dakehu.settings import Settings
from dakehu.storage.database import Database
from dakehu.storage.migrations import upgrade
from tests.conversations.department import Department, found
from tests.e2e.system import SECRET, System

_numbers = count(1)


@pytest.fixture(scope="session")
def conversing(
    tmp_path_factory: pytest.TempPathFactory, clock: FrozenClock
) -> Iterator[tuple[System, Database]]:
    home = tmp_path_factory.mktemp("conversations")
    url = f"sqlite:///{home / 'dakehu.db'}"
    upgrade(url)
    database = Database(url, clock)
    system = System(url, home, ready_model(Settings(_env_file=None, secret=SECRET)))
    try:
        system.start()
        yield system, database
    finally:
        system.stop()
        database.close()


@pytest.fixture
def department(conversing: tuple[System, Database]) -> Iterator[Department]:
    system, database = conversing
    department = found(system.address, database, next(_numbers))
    yield department
    department.close()
