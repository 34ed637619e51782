"""A small department: specialist1's customers are named, look and sound like real ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from dakehu.codes import Role
from dakehu.storage import tables
from dakehu.storage.database import Database

PEOPLE = {
    "manager1": ("林岚", Role.MANAGER),
    "specialist1": ("陈晨", Role.SPECIALIST),
    "specialist2": ("赵敏", Role.SPECIALIST),
    "office1": ("何静", Role.OFFICE),
}
COMPANIES = {
    "江苏华东机电设备有限公司": ("华东机电", "华东", "机械"),
    "宏达电子科技有限公司": ("宏达", "华南", "电子"),
    "宏达建设集团有限公司": ("宏达", "华北", "建筑"),
    "瑞丰新能源股份有限公司": ("瑞丰新能源", "华东", "新能源"),
}
CONTACTS = {
    "华东机电": (("王建国", "总经理"), ("李娜", "采购经理")),
    "瑞丰新能源": (("张伟", "工程师"), ("张丽", "经理")),
}


@dataclass
class Office:
    database: Database
    staff: dict[str, int]
    customers: dict[str, int]

    def rows[T: tables.Base](self, table: type[T]) -> Sequence[T]:
        with self.database.reading() as session:
            return session.scalars(select(table)).all()


def furnish(database: Database) -> Office:
    """Put the department into an empty database."""
    with database.transaction() as session:
        people = {k: tables.Staff(login=k, name=n, role=r) for k, (n, r) in PEOPLE.items()}
        session.add_all(people.values())
        session.flush()
        team = tables.Team(name="一组", manager_id=people["manager1"].id)
        session.add(team)
        session.flush()
        for login in ("specialist1", "specialist2"):
            people[login].team_id = team.id
        customers = add_customers(session, people["specialist1"].id)
        return Office(database, {k: p.id for k, p in people.items()}, customers)


def add_customers(session: Session, owner: int) -> dict[str, int]:
    """Add the customers and their contacts; return ids by name."""
    rows = [_company(name, owner) for name in COMPANIES]
    session.add_all(rows)
    session.flush()
    for row in rows:
        for name, title in CONTACTS.get(row.short_name or "", ()):
            session.add(tables.Contact(customer_id=row.id, name=name, title=title))
    return {row.name: row.id for row in rows}


def _company(name: str, owner: int) -> tables.Customer:
    short, region, trade = COMPANIES[name]
    return tables.Customer(
        name=name,
        short_name=short,
        region=region,
        industry=trade,
        owner_id=owner,
        created_at=datetime(2026, 1, 5, tzinfo=UTC),
    )
