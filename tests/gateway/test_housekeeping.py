"""What happens although nobody says anything."""

from datetime import timedelta

import pytest

from dakehu.clock import FrozenClock
from dakehu.codes import PlanState
from dakehu.settings import Settings
from dakehu.storage.tables import Customer, VisitPlan

from .fake_engine import FakeEngine
from .people import Visitor, hire, settings_for


@pytest.fixture
def settings(database_url: str, engine: FakeEngine, clock: FrozenClock) -> Settings:
    return settings_for(database_url, engine, clock)


async def test_a_plan_is_missed_when_its_day_has_passed(
    visitor: Visitor, clock: FrozenClock
) -> None:
    database = visitor.gateway.database
    staff = hire(database)
    with database.transaction() as session:
        name = "江苏华东机电设备有限公司"
        customer = Customer(name=name, owner_id=staff, level="A", created_at=clock.now())
        session.add(customer)
        session.flush()
        for days in (1, 0):
            at = clock.now() - timedelta(days=days)
            plan = VisitPlan(
                staff_id=staff,
                customer_id=customer.id,
                planned_at=at,
                state=PlanState.PLANNED,
            )
            session.add(plan)
    await visitor.gateway.housekeeping.round()
    with database.reading() as session:
        plans = session.query(VisitPlan).order_by(VisitPlan.planned_at)
        assert [plan.state for plan in plans] == [PlanState.MISSED, PlanState.PLANNED]
