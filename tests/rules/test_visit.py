from dataclasses import replace
from datetime import timedelta

import pytest

from dakehu import visit
from dakehu.codes import CustomerStatus, Opener, Outcome, PlanState, Question, Stage, VisitMethod
from dakehu.plan import PlanDraft
from dakehu.problems import Invalid, Missing, Problem
from dakehu.visit import UsedOpener, VisitDraft
from tests.rules.conftest import Department, Seat


@pytest.fixture
def draft(department: Department) -> VisitDraft:
    yesterday = department.now - timedelta(days=1)
    return VisitDraft(12, VisitMethod.ON_SITE, yesterday, "聊了电缆报价")


def _planned(department: Department, seat: Seat, hours: float, login: str = "specialist1") -> int:
    draft = PlanDraft(12, department.now + timedelta(hours=hours))
    added = department.plans.add(draft, seat(login).person.id, f"p{hours}")
    assert added is not None
    return added.id


def test_a_visit_is_logged_with_all_that_was_told(seat: Seat, draft: VisitDraft) -> None:
    told = replace(
        draft,
        purpose="报价",
        outcome=Outcome.PROGRESS,
        next_step="出方案",
        satisfaction=5,
        questions=(Question.OPEN,),
        openers=(UsedOpener(Opener.RESONANCE, engaged=True),),
    )
    logged = visit.log_visit(seat(), told)
    assert logged.visit.number == "V20261124-001"
    assert (logged.visit.purpose, logged.visit.outcome) == ("报价", Outcome.PROGRESS)
    assert not logged.replayed


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"summary": ""}, Problem("required", "summary")),
        ({"summary": " \n"}, Problem("required", "summary")),
        ({"summary": "长" * 2001}, Problem("too_long", "summary", 2000)),
        ({"summary": "左\u202e右"}, Problem("not_text", "summary")),
        ({"summary": "nul\x00"}, Problem("not_text", "summary")),
        ({"purpose": "长" * 201}, Problem("too_long", "purpose", 200)),
        ({"next_step": "长" * 501}, Problem("too_long", "next_step", 500)),
        ({"contact_name": "长" * 51}, Problem("too_long", "contact_name", 50)),
        ({"satisfaction": 0}, Problem("out_of_range", "satisfaction", 5)),
        ({"satisfaction": 6}, Problem("out_of_range", "satisfaction", 5)),
    ],
)
def test_a_visit_with_a_problem_is_refused_and_not_written(
    seat: Seat,
    department: Department,
    draft: VisitDraft,
    change: dict[str, object],
    problem: Problem,
) -> None:
    with pytest.raises(Invalid) as invalid:
        visit.log_visit(seat(), replace(draft, **change))  # type: ignore[arg-type]
    assert invalid.value.problems == [problem]
    assert department.visits.rows == []


@pytest.mark.parametrize(
    ("days", "code"),
    [(-401, "too_old"), (-400, None), (0, None), (0.001, "in_future"), (30, "in_future")],
)
def test_a_visit_lies_in_the_last_400_days(
    department: Department, draft: VisitDraft, days: float, code: str | None
) -> None:
    moved = replace(draft, started_at=department.now + timedelta(days=days))
    assert [problem.code for problem in visit.check(moved, department.now)] == [code] * bool(code)


@pytest.mark.parametrize(("days", "code"), [(-2, "before_visit"), (731, "too_far"), (730, None)])
def test_the_next_visit_follows_this_one_within_two_years(
    department: Department, draft: VisitDraft, days: int, code: str | None
) -> None:
    moved = replace(draft, next_visit_at=department.now + timedelta(days=days))
    assert [problem.code for problem in visit.check(moved, department.now)] == [code] * bool(code)


def test_a_visit_to_no_customer_is_missing(seat: Seat, draft: VisitDraft) -> None:
    with pytest.raises(Missing):
        visit.log_visit(seat(), replace(draft, customer_id=999))


def test_the_same_message_gives_the_first_visit_again(
    seat: Seat, department: Department, draft: VisitDraft
) -> None:
    draft = replace(draft, next_visit_at=department.now + timedelta(days=3))
    first = visit.log_visit(seat(), draft)
    again = visit.log_visit(seat(), replace(draft, summary="改了"))
    assert again.replayed
    assert again.visit == first.visit
    assert again.next_plan == first.next_plan
    assert len(department.visits.rows) == len(department.plans.rows) == 1


def test_a_known_contact_is_found_by_name(
    seat: Seat, department: Department, draft: VisitDraft
) -> None:
    known = department.customers.add_contact(12, "王建国", "总经理", None)
    logged = visit.log_visit(seat(), replace(draft, contact_name=" 王建国 ", contact_new=True))
    assert logged.visit.contact_id == known.id
    assert logged.new_contact is None


def test_an_unknown_contact_is_left_out_unless_it_is_wanted(seat: Seat, draft: VisitDraft) -> None:
    logged = visit.log_visit(seat(), replace(draft, contact_name="赵敏"))
    assert logged.visit.contact_id is None
    wanted = replace(draft, contact_name="赵敏", contact_new=True)
    logged = visit.log_visit(seat(message_id="m2"), wanted)
    assert logged.new_contact is not None
    assert logged.visit.contact_id == logged.new_contact.id


def test_a_contact_of_another_customer_is_missing(
    seat: Seat, department: Department, draft: VisitDraft
) -> None:
    theirs = department.customers.add_contact(13, "李强", None, None)
    with pytest.raises(Missing):
        visit.log_visit(seat(), replace(draft, contact_id=theirs.id))


def test_the_nearest_plan_of_that_day_is_done(seat: Seat, department: Department) -> None:
    near, far = _planned(department, seat, -1), _planned(department, seat, -4)
    others = _planned(department, seat, -2, "manager1")
    at = department.now - timedelta(hours=2)
    logged = visit.log_visit(seat(), VisitDraft(12, VisitMethod.PHONE, at, "聊了报价"))
    assert logged.done_plan_id == logged.visit.plan_id == near
    states = {plan.id: plan.state for plan in department.plans.rows}
    assert states == {near: PlanState.DONE, far: PlanState.PLANNED, others: PlanState.PLANNED}


def test_a_plan_of_another_day_stays_open(seat: Seat, department: Department) -> None:
    planned = _planned(department, seat, 24)
    at = department.now - timedelta(hours=2)
    logged = visit.log_visit(seat(), VisitDraft(12, VisitMethod.PHONE, at, "聊了报价"))
    assert logged.done_plan_id is None
    assert department.plans.get(planned).state is PlanState.PLANNED  # type: ignore[union-attr]


def test_a_next_visit_is_planned_with_the_next_step_as_its_purpose(
    seat: Seat, department: Department, draft: VisitDraft
) -> None:
    at = department.now + timedelta(days=8)
    logged = visit.log_visit(seat(), replace(draft, next_step="出方案", next_visit_at=at))
    assert logged.next_plan is not None
    assert (logged.next_plan.planned_at, logged.next_plan.purpose) == (at, "出方案")


def test_a_next_visit_that_is_planned_already_is_not_planned_twice(
    seat: Seat, department: Department, draft: VisitDraft
) -> None:
    planned = _planned(department, seat, 50)
    at = department.now + timedelta(hours=51)
    logged = visit.log_visit(seat(), replace(draft, next_visit_at=at))
    assert logged.next_plan is not None
    assert logged.next_plan.id == planned
    assert len(department.plans.rows) == 1


def test_a_next_visit_that_is_over_by_now_is_not_planned(
    seat: Seat, department: Department, draft: VisitDraft
) -> None:
    long_ago, since = department.now - timedelta(days=9), department.now - timedelta(days=2)
    told = replace(draft, started_at=long_ago, next_visit_at=since)
    assert visit.log_visit(seat(), told).next_plan is None
    assert department.plans.rows == []


@pytest.mark.parametrize(
    ("before", "outcome", "after"),
    [
        (CustomerStatus.PROSPECT, Outcome.DEAL, CustomerStatus.ACTIVE),
        (CustomerStatus.PROSPECT, Outcome.PROGRESS, CustomerStatus.PROSPECT),
        (CustomerStatus.LOST, Outcome.DEAL, CustomerStatus.LOST),
        (CustomerStatus.ACTIVE, Outcome.LOST, CustomerStatus.ACTIVE),
    ],
)
def test_only_a_prospect_that_makes_a_deal_changes_its_status(
    seat: Seat,
    department: Department,
    draft: VisitDraft,
    *,
    before: CustomerStatus,
    outcome: Outcome,
    after: CustomerStatus,
) -> None:
    department.customers.update(12, {"status": before})
    visit.log_visit(seat(), replace(draft, outcome=outcome))
    assert department.customers.rows[12].status is after


def test_ones_own_visits_of_the_same_local_day_are_similar(
    seat: Seat, department: Department, draft: VisitDraft
) -> None:
    logged = visit.log_visit(seat(), draft).visit
    visit.log_visit(seat("manager1", "m2"), draft)
    midnight = draft.started_at.replace(hour=0)
    assert visit.similar_visits(seat(), 12, midnight) == [logged]
    assert visit.similar_visits(seat(), 12, midnight - timedelta(minutes=1)) == []
    assert visit.similar_visits(seat(), 13, midnight) == []


@pytest.mark.parametrize(
    ("purpose", "summary", "stage"),
    [
        ("报价", "说了说近况", Stage.PROPOSAL),
        (None, "客户投诉质量有问题", Stage.COMPLAINT),
        (None, "She complained about the quality", Stage.COMPLAINT),
        ("吃饭", "天气不错", None),
    ],
)
def test_what_was_said_tells_the_stage_of_the_talk(
    seat: Seat, draft: VisitDraft, purpose: str | None, summary: str, stage: Stage | None
) -> None:
    logged = visit.log_visit(seat(), replace(draft, purpose=purpose, summary=summary))
    assert logged.visit.stage is stage
