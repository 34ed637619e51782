from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from dakehu import agenda, plan, visit
from dakehu.codes import PlanState, VisitMethod
from dakehu.plan import Plan, PlanDraft
from dakehu.problems import Conflict
from dakehu.storage import tables
from dakehu.storage.repositories import mark_missed
from dakehu.visit import VisitDraft
from tests.storage.repositories.conftest import Office


def _plan(
    office: Office, message_id: str = "p1", login: str = "specialist1", **later: float
) -> Plan:
    company = "南方电缆" if login == "specialist2" else "华东机电"
    with office.desk(login, message_id) as opened:
        at = opened.now + timedelta(**later or {"hours": 2})
        return plan.plan_visit(opened, PlanDraft(office.customers[company], at, "送样品")).plan


def _state(office: Office, plan_id: int) -> PlanState:
    with office.reading_desk() as opened:
        found = opened.plans.get(plan_id)
    assert found is not None
    return found.state


def test_a_plan_is_found_moved_and_cancelled(office: Office) -> None:
    planned = _plan(office)
    with office.desk(message_id="p2") as opened:
        assert plan.open_plans(opened, office.customers["华东机电"]) == [planned]
        moved = plan.move_plan(opened, planned.id, planned.planned_at + timedelta(days=1))
    with office.desk(message_id="p3") as opened:
        assert plan.open_plans(opened) == [moved]
        plan.cancel_plan(opened, planned.id)
        assert plan.open_plans(opened) == []
    assert _state(office, planned.id) is PlanState.CANCELLED


def test_the_same_message_at_once_makes_one_plan(office: Office) -> None:
    with ThreadPoolExecutor(5) as threads:
        plans = set(threads.map(lambda _: _plan(office), range(5)))
    assert len(plans) == office.count(tables.VisitPlan) == 1


def test_plans_clash_within_an_hour_and_only_with_ones_own(office: Office) -> None:
    near, far = _plan(office, "p1", minutes=150), _plan(office, "p2", minutes=180)
    _plan(office, "p3", "manager1", minutes=120)
    with office.reading_desk() as opened:
        assert plan.clashes(opened, opened.now + timedelta(minutes=120)) == [near]
        assert plan.clashes(opened, opened.now + timedelta(minutes=165), except_id=near.id) == [far]


def test_a_day_that_passes_makes_plans_missed_and_a_late_log_makes_them_done(
    office: Office,
) -> None:
    planned = _plan(office)
    assert mark_missed(office.database, office.clock) == 0
    office.clock.move(hours=14)
    assert mark_missed(office.database, office.clock) == 1
    assert _state(office, planned.id) is PlanState.MISSED
    with office.desk(message_id="v1") as opened:
        draft = VisitDraft(
            planned.customer_id, VisitMethod.ON_SITE, planned.planned_at, "样品已送到"
        )
        visit.log_visit(opened, draft)
    assert _state(office, planned.id) is PlanState.DONE


def test_a_row_that_somebody_changed_meanwhile_is_a_conflict(office: Office) -> None:
    planned = _plan(office)
    if office.database.engine.dialect.name == "sqlite":
        pytest.skip("on SQLite the second desk waits for the first")
    with pytest.raises(Conflict), office.desk(message_id="p2") as opened:
        opened.plans.get(planned.id)
        with office.desk(message_id="p3") as other:
            plan.cancel_plan(other, planned.id)
        plan.move_plan(opened, planned.id, planned.planned_at + timedelta(days=1))
    assert _state(office, planned.id) is PlanState.CANCELLED


def test_an_agenda_shows_ones_own_days_and_the_manager_the_teams(office: Office) -> None:
    _plan(office, "p1", hours=2)
    _plan(office, "p2", "specialist2", days=1)
    with office.desk(message_id="v1") as opened:
        at = opened.now - timedelta(hours=1)
        ours = office.customers["华东机电"]
        visit.log_visit(opened, VisitDraft(ours, VisitMethod.PHONE, at, "聊了报价"))
    start, end = office.clock.now() - timedelta(hours=10), office.clock.now() + timedelta(days=3)
    with office.reading_desk() as opened:
        mine = agenda.agenda(opened, start, end)
    with office.reading_desk("manager1") as opened:
        teams = agenda.agenda(opened, start, end, team=True)
        one = agenda.agenda(opened, start, end, of=office.staff["specialist2"])
    assert [len(day.entries) for day in mine.days] == [1]  # the plan became the visit
    assert [(d.date.day, [e.customer_name[:4] for e in d.entries]) for d in teams.days] == [
        (24, ["华东机电"]),
        (25, ["南方电缆"]),
    ]
    assert [e.staff_name for d in one.days for e in d.entries] == ["specialist2的名字"]


def test_a_next_step_is_due_until_something_is_done_or_planned(office: Office) -> None:
    ours = office.customers["华东机电"]
    with office.desk(message_id="v1") as opened:
        at = opened.now - timedelta(days=5)
        draft = VisitDraft(
            ours,
            VisitMethod.PHONE,
            at,
            "聊了报价",
            next_step="出方案",
            next_visit_at=at + timedelta(days=3),
        )
        visit.log_visit(opened, draft)
    day = office.clock.now() - timedelta(hours=10), office.clock.now() + timedelta(hours=14)
    with office.reading_desk() as opened:
        assert [f.visit.next_step for f in agenda.agenda(opened, *day).follow_ups] == ["出方案"]
    _plan(office)
    with office.reading_desk() as opened:
        assert agenda.agenda(opened, *day).follow_ups == []
