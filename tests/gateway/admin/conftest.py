"""An administrator signed in at a gateway; each test runs on SQLite and on PostgreSQL.

- `boss`: the administrator's key; `office`: what they use, by HTTP.
"""

import pytest

from dakehu.clock import FrozenClock
from dakehu.codes import Language, Role
from dakehu.settings import Settings
from dakehu.storage.database import Database
from dakehu.storage.tables import Staff

from ..fake_engine import FakeEngine
from ..people import Visitor, settings_for
from .office import Office


@pytest.fixture
def settings(database_url: str, engine: FakeEngine, clock: FrozenClock) -> Settings:
    return settings_for(database_url, engine, clock)


@pytest.fixture
def boss(settings: Settings, clock: FrozenClock) -> int:
    database = Database(settings.database, clock)
    with database.transaction() as session:
        boss = Staff(login="admin1", name="管理员", role=Role.ADMIN, language=Language.ZH)
        session.add(boss)
        session.flush()
        key = boss.id
    database.close()
    return key


@pytest.fixture
async def office(visitor: Visitor, boss: int) -> Office:
    await visitor.sign_in(boss)
    return Office(visitor, boss)
