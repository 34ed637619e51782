from datetime import datetime, timedelta

import pytest

from dakehu import plan
from dakehu.codes import PlanState
from dakehu.plan import Plan, PlanDraft
from tests.rules.conftest import Department, Seat

CUSTOMER = 12  # specialist1's
TOLD = {"text": "提醒"}


def planned(seat: Seat, at: datetime) -> Plan:
    return plan.plan_visit(seat(), PlanDraft(CUSTOMER, at)).plan


@pytest.mark.parametrize(
    ("at", "hour_known", "due"),
    [
        ((25, 15, 0), True, (25, 14, 0)),
        ((25, 9, 30), True, (25, 8, 30)),
        ((25, 0, 0), False, (25, 8, 30)),
        ((25, 12, 0), False, (25, 8, 30)),
    ],
)
def test_one_is_reminded_an_hour_before_or_in_the_morning(
    seat: Seat,
    department: Department,
    at: tuple[int, int, int],
    hour_known: bool,
    due: tuple[int, int, int],
) -> None:
    zone = department.now.tzinfo
    one = planned(seat, datetime(2026, 11, *at, tzinfo=zone))
    assert plan.remind(seat(), one, TOLD, hour_known=hour_known)
    ((kept, row),) = department.outbox.put_in.values()
    assert kept == datetime(2026, 11, *due, tzinfo=zone)
    assert row is not None
    assert (row.table, row.id) == ("visit_plan", one.id)
    assert row.values["state"] is PlanState.PLANNED
    assert row.values["planned_at"] == one.planned_at


def test_there_is_one_reminder_for_each_time_a_visit_is_planned_for(
    seat: Seat, department: Department
) -> None:
    one = planned(seat, department.now + timedelta(hours=5))
    assert plan.remind(seat(), one, TOLD, hour_known=True)
    assert not plan.remind(seat(), one, TOLD, hour_known=True)
    moved = plan.move_plan(seat(), one.id, department.now + timedelta(hours=7))
    assert plan.remind(seat(), moved, TOLD, hour_known=True)
    assert len(department.outbox.put_in) == 2


def test_a_visit_within_the_hour_is_not_reminded_of(seat: Seat, department: Department) -> None:
    one = planned(seat, department.now + timedelta(minutes=60))
    assert not plan.remind(seat(), one, TOLD, hour_known=True)
    assert department.outbox.put_in == {}
