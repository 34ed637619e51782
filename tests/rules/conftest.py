"""A department in memory.

- `seat(login, message_id)`: the desk of a person; all desks of a test share the same rows.

manager1 (1) leads specialist1 (2) and specialist2 (3); specialist3 (4) is of another team, under
manager2 (5); office1 (6), admin1 (7). Customers 12, 13 and 14 are of specialists 1, 2 and 3; 11 is
manager1's own.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from dakehu.clock import FrozenClock
from dakehu.codes import CustomerLevel, CustomerStatus, Language, Role
from dakehu.customer.records import Customer
from dakehu.desk import Desk
from dakehu.people import Person
from tests.rules.fake_practice import FakePractice
from tests.rules.fake_questions import FakeQuestions
from tests.rules.fakes import (
    FakeAccounts,
    FakeCustomers,
    FakeEffects,
    FakeOpeners,
    FakeOutbox,
    FakePlans,
    FakeStaff,
    FakeTrail,
    FakeVisits,
)

LOGINS = {
    "manager1": (1, Role.MANAGER, None),
    "specialist1": (2, Role.SPECIALIST, 1),
    "specialist2": (3, Role.SPECIALIST, 1),
    "specialist3": (4, Role.SPECIALIST, 2),
    "manager2": (5, Role.MANAGER, None),
    "office1": (6, Role.OFFICE, None),
    "admin1": (7, Role.ADMIN, None),
}


@dataclass
class Department:
    now: datetime
    staff: FakeStaff
    customers: FakeCustomers
    visits: FakeVisits = field(default_factory=FakeVisits)
    plans: FakePlans = field(default_factory=FakePlans)
    trail: FakeTrail = field(default_factory=FakeTrail)
    accounts: FakeAccounts = field(default_factory=FakeAccounts)
    outbox: FakeOutbox = field(default_factory=FakeOutbox)
    openers: FakeOpeners = field(default_factory=FakeOpeners)
    practice: FakePractice = field(default_factory=FakePractice)
    effects: FakeEffects = field(default_factory=FakeEffects)
    questions: FakeQuestions = field(default_factory=FakeQuestions)


@pytest.fixture
def department(clock: FrozenClock) -> Department:
    people = {
        key: Person(key, login, login, role, team, "华东", Language.ZH, active=True)
        for login, (key, role, team) in LOGINS.items()
    }
    owners = {11: 1, 12: 2, 13: 3, 14: 4}
    names = {11: "长江重工集团", 12: "华东机电有限公司", 13: "南方电缆股份有限公司", 14: "北方钢铁"}
    customers = {key: _customer(key, names[key], people[owner]) for key, owner in owners.items()}
    return Department(clock.now(), FakeStaff(people, {1: [2, 3], 5: [4]}), FakeCustomers(customers))


def _customer(key: int, name: str, owner: Person) -> Customer:
    return Customer(
        id=key,
        name=name,
        short_name=None,
        industry=None,
        region=None,
        level=CustomerLevel.B,
        status=CustomerStatus.PROSPECT,
        acquired_via=None,
        owner_id=owner.id,
        owner_name=owner.name,
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


Seat = Callable[..., Desk]


@pytest.fixture
def seat(department: Department) -> Seat:
    def sit(login: str = "specialist1", message_id: str | None = "m1") -> Desk:
        person = department.staff.by_login(login)
        assert person is not None
        department.trail.message_id = message_id or ""
        return Desk(
            person,
            department.now,
            message_id,
            department.staff,
            department.customers,
            department.visits,
            department.plans,
            department.trail,
            department.accounts,
            department.outbox,
            department.openers,
            department.questions,
            department.practice,
            department.effects,
        )

    return sit
