from datetime import datetime, timedelta

import pytest

from dakehu import plan
from dakehu.access import Denied, Reason
from dakehu.codes import PlanState
from dakehu.plan import Hint, Plan, PlanDraft
from dakehu.problems import Invalid, Missing
from tests.rules.conftest import Department, Seat


@pytest.fixture
def planned(department: Department, seat: Seat) -> Plan:
    draft = PlanDraft(12, department.now + timedelta(hours=3), "送样品")
    return plan.plan_visit(seat(), draft).plan


def test_a_plan_is_made_once_a_message(seat: Seat, department: Department, planned: Plan) -> None:
    again = plan.plan_visit(seat(), PlanDraft(12, department.now + timedelta(days=5)))
    assert again.replayed
    assert again.plan == planned
    assert department.plans.rows == [planned]


@pytest.mark.parametrize(
    ("days", "purpose", "code"),
    [
        (-0.001, None, "in_past"),
        (0, None, None),
        (730, None, None),
        (731, None, "too_far"),
        (1, "长" * 501, "too_long"),
        (1, "\u2066", "not_text"),
    ],
)
def test_a_plan_lies_within_the_next_two_years(
    department: Department, days: float, purpose: str | None, code: str | None
) -> None:
    draft = PlanDraft(12, department.now + timedelta(days=days), purpose)
    assert [problem.code for problem in plan.check(draft, department.now)] == [code] * bool(code)


def test_a_plan_in_the_past_is_refused_and_not_written(seat: Seat, department: Department) -> None:
    with pytest.raises(Invalid):
        plan.plan_visit(seat(), PlanDraft(12, department.now - timedelta(days=1)))
    assert department.plans.rows == []


def test_a_plan_with_no_customer_is_missing(seat: Seat, department: Department) -> None:
    with pytest.raises(Missing):
        plan.plan_visit(seat(), PlanDraft(999, department.now + timedelta(days=1)))


def test_a_moved_plan_has_its_new_time(seat: Seat, department: Department, planned: Plan) -> None:
    thursday = planned.planned_at + timedelta(days=2)
    assert plan.move_plan(seat(), planned.id, thursday).planned_at == thursday
    assert department.plans.rows[0].planned_at == thursday


def test_a_plan_cannot_be_moved_into_the_past(
    seat: Seat, department: Department, planned: Plan
) -> None:
    with pytest.raises(Invalid):
        plan.move_plan(seat(), planned.id, department.now - timedelta(hours=1))
    assert department.plans.rows == [planned]


def test_a_plan_can_be_cancelled_twice(seat: Seat, planned: Plan) -> None:
    for _ in range(2):
        assert plan.cancel_plan(seat(), planned.id).state is PlanState.CANCELLED
    assert plan.open_plans(seat()) == []


@pytest.mark.parametrize("state", [PlanState.DONE, PlanState.MISSED])
def test_what_no_longer_stands_cannot_be_moved_or_cancelled(
    seat: Seat, department: Department, planned: Plan, state: PlanState
) -> None:
    department.plans.update(planned.id, {"state": state})
    with pytest.raises(Missing):
        plan.cancel_plan(seat(), planned.id)
    with pytest.raises(Missing):
        plan.move_plan(seat(), planned.id, planned.planned_at)


@pytest.mark.parametrize("login", ["specialist2", "manager1"])
def test_a_plan_is_moved_and_cancelled_by_its_own_person_only(
    seat: Seat, planned: Plan, login: str
) -> None:
    for change in (
        lambda desk: plan.cancel_plan(desk, planned.id),
        lambda desk: plan.move_plan(desk, planned.id, planned.planned_at),
    ):
        with pytest.raises(Denied) as denied:
            change(seat(login))
        assert denied.value.reason is Reason.NOT_YOURS


def test_no_plan_of_that_id_is_missing(seat: Seat) -> None:
    with pytest.raises(Missing):
        plan.cancel_plan(seat(), 999)


@pytest.mark.parametrize(
    ("minutes", "clash"), [(-60, False), (-59, True), (0, True), (59, True), (60, False)]
)
def test_plans_less_than_an_hour_apart_clash(
    seat: Seat, planned: Plan, minutes: int, clash: bool
) -> None:
    found = plan.clashes(seat(), planned.planned_at + timedelta(minutes=minutes))
    assert found == [planned] * clash


def test_a_plan_does_not_clash_with_itself_nor_with_a_colleagues(seat: Seat, planned: Plan) -> None:
    assert plan.clashes(seat(), planned.planned_at, except_id=planned.id) == []
    assert plan.clashes(seat("specialist2"), planned.planned_at) == []


def test_open_plans_are_ones_own_of_the_period_and_customer(seat: Seat, planned: Plan) -> None:
    later = planned.planned_at + timedelta(minutes=1)
    assert plan.open_plans(seat(), customer_id=12) == [planned]
    assert plan.open_plans(seat(), customer_id=13) == []
    assert plan.open_plans(seat(), start=later) == []
    assert plan.open_plans(seat(), end=planned.planned_at) == []
    assert plan.open_plans(seat("manager1")) == []


@pytest.mark.parametrize(
    ("moment", "hints"),
    [
        ("2026-11-24T08:00", []),
        ("2026-11-24T17:59", []),
        ("2026-11-24T18:00", [Hint.OUTSIDE_HOURS]),
        ("2026-11-24T07:59", [Hint.OUTSIDE_HOURS]),
        ("2026-11-28T10:00", [Hint.DAY_OFF]),
        ("2026-10-01T10:00", [Hint.DAY_OFF]),  # National Day
        ("2026-10-10T10:00", []),  # a Saturday that is worked to make up for it
        ("2030-01-05T20:00", [Hint.DAY_OFF, Hint.OUTSIDE_HOURS]),  # no calendar published yet
    ],
)
def test_an_unusual_time_is_worth_a_word(moment: str, hints: list[Hint]) -> None:
    assert plan.hints(datetime.fromisoformat(f"{moment}+08:00")) == hints


def test_plans_of_days_that_are_over_become_missed(department: Department, planned: Plan) -> None:
    evening = planned.planned_at.replace(hour=23, minute=59)
    assert plan.mark_missed(department.plans, evening) == 0
    assert plan.mark_missed(department.plans, evening + timedelta(minutes=1)) == 1
    assert department.plans.rows[0].state is PlanState.MISSED
