from dataclasses import replace
from datetime import timedelta

from dakehu import agenda, plan, visit
from dakehu.agenda import Agenda, FollowUp
from dakehu.codes import VisitMethod
from dakehu.desk import Desk
from dakehu.plan import Plan, PlanDraft
from dakehu.visit import Visit, VisitDraft
from tests.rules.conftest import Department, Seat


def _plan(desk: Desk, hours: float, customer_id: int = 12) -> Plan:
    return plan.plan_visit(desk, PlanDraft(customer_id, desk.now + timedelta(hours=hours))).plan


def _log(desk: Desk, hours_ago: float, customer_id: int = 12) -> Visit:
    at = desk.now - timedelta(hours=hours_ago)
    return visit.log_visit(desk, VisitDraft(customer_id, VisitMethod.PHONE, at, "聊了报价")).visit


def _week(desk: Desk, of: int | None = None, *, team: bool = False) -> Agenda:
    start = desk.day(desk.now)[0]
    return agenda.agenda(desk, start, start + timedelta(days=7), of, team=team)


def test_entries_are_by_day_and_time(seat: Seat) -> None:
    tomorrow = _plan(seat(message_id="p1"), 24)
    later = _plan(seat(message_id="p2"), 3)
    logged = _log(seat(message_id="v1"), 1, 12)
    days = _week(seat()).days
    assert [day.date.isoformat() for day in days] == ["2026-11-24", "2026-11-25"]
    # The visit of 9:00 fulfilled the plan of 13:00: they are one entry.
    assert [(entry.plan and entry.plan.id, entry.visit) for entry in days[0].entries] == [
        (later.id, replace(logged, plan_id=later.id))
    ]
    assert [entry.plan for entry in days[1].entries] == [tomorrow]


def test_a_visit_without_a_plan_is_an_entry_of_its_own(seat: Seat) -> None:
    logged = _log(seat(), 1)
    ((entry,),) = (day.entries for day in _week(seat()).days)
    assert (entry.at, entry.plan, entry.visit) == (logged.started_at, None, logged)


def test_cancelled_plans_and_other_periods_are_left_out(seat: Seat) -> None:
    cancelled = _plan(seat(message_id="p1"), 5)
    plan.cancel_plan(seat(), cancelled.id)
    _plan(seat(message_id="p2"), 24 * 7)
    assert _week(seat()).days == []


def test_a_manager_sees_own_one_specialists_or_the_teams(seat: Seat) -> None:
    mine = _plan(seat("manager1", "p1"), 1, 11)
    first = _plan(seat("specialist1", "p2"), 2, 12)
    second = _plan(seat("specialist2", "p3"), 3, 13)
    _plan(seat("specialist3", "p4"), 4, 14)
    manager = seat("manager1")
    seen = [
        [entry.plan for day in shown.days for entry in day.entries]
        for shown in (_week(manager), _week(manager, of=2), _week(manager, team=True))
    ]
    assert seen == [[mine], [first], [mine, first, second]]


def test_visits_that_are_due_and_not_followed_up_are_named(
    seat: Seat, department: Department
) -> None:
    due = department.now + timedelta(hours=5)
    logged = replace(_log(seat(), 24), next_visit_at=due)
    department.visits.due = [logged, replace(logged, next_visit_at=None)]
    assert _week(seat()).follow_ups == [FollowUp(logged, due)]


def test_an_entry_knows_whose_it_is_and_with_whom(seat: Seat, department: Department) -> None:
    planned = _plan(seat(), 1)
    department.plans.update(planned.id, {"staff_name": "张伟", "customer_name": "华东机电"})
    ((entry,),) = (day.entries for day in _week(seat()).days)
    assert (entry.staff_name, entry.customer_name) == ("张伟", "华东机电")
