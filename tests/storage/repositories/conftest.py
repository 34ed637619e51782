"""A small department in a real database.

- `office`: opens desks; manager1 leads specialist1 and specialist2, specialist3 is of another team.
  `office.customers` has 华东机电 (specialist1), 南方电缆 (specialist2) and 北方钢铁 (specialist3).
- its clock stands at 24 November 2026, 10:00, until a test moves it.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from dakehu.clock import FrozenClock
from dakehu.codes import Role
from dakehu.desk import Desk
from dakehu.storage import tables
from dakehu.storage.database import Database
from dakehu.storage.repositories import desk, reading_desk

ROLES = {
    "manager1": Role.MANAGER,
    "specialist1": Role.SPECIALIST,
    "specialist2": Role.SPECIALIST,
    "specialist3": Role.SPECIALIST,
    "office1": Role.OFFICE,
    "admin1": Role.ADMIN,
}
COMPANIES = {
    "华东机电有限公司": "specialist1",
    "南方电缆股份有限公司": "specialist2",
    "北方钢铁集团": "specialist3",
}


@dataclass
class MovingClock:
    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)


@dataclass
class Office:
    database: Database
    clock: MovingClock
    staff: dict[str, int]
    customers: dict[str, int]

    def desk(
        self, login: str = "specialist1", message_id: str | None = "m1"
    ) -> AbstractContextManager[Desk]:
        return desk(self.database, self.clock, self.staff[login], "web", message_id)

    def reading_desk(self, login: str = "specialist1") -> AbstractContextManager[Desk]:
        return reading_desk(self.database, self.clock, self.staff[login], "web", "r1")

    def count(self, table: type[tables.Base]) -> int:
        with self.database.reading() as session:
            return session.scalar(select(func.count()).select_from(table)) or 0

    def audit(self, *actions: str) -> Sequence[tables.Audit]:
        with self.database.reading() as session:
            found = select(tables.Audit).where(tables.Audit.action.in_(actions))
            return session.scalars(found.order_by(tables.Audit.id)).all()

    def add(self, *rows: tables.Base) -> None:
        with self.database.transaction() as session:
            session.add_all(rows)


@pytest.fixture
def office(database_url: str, clock: FrozenClock) -> Iterator[Office]:
    moving = MovingClock(clock.now())
    database = Database(database_url, moving)
    with database.transaction() as session:
        people = {
            login: tables.Staff(login=login, name=f"{login}的名字", role=role)
            for login, role in ROLES.items()
        }
        session.add_all(people.values())
        session.flush()
        teams = [
            tables.Team(name="一组", manager_id=people["manager1"].id),
            tables.Team(name="二组"),
        ]
        session.add_all(teams)
        session.flush()
        for login, team in (("specialist1", 0), ("specialist2", 0), ("specialist3", 1)):
            people[login].team_id = teams[team].id
        companies = {
            name: tables.Customer(name=name, owner_id=people[o].id, created_at=moving.now())
            for name, o in COMPANIES.items()
        }
        session.add_all(companies.values())
        session.flush()
        staff = {login: row.id for login, row in people.items()}
        customers = {name[:4]: row.id for name, row in companies.items()}
    yield Office(database, moving, staff, customers)
    database.close()
