from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from dakehu import plan, visit
from dakehu.codes import Opener, Outcome, PlanState, Question, VisitMethod
from dakehu.desk import Desk
from dakehu.plan import PlanDraft
from dakehu.problems import Missing
from dakehu.storage import tables
from dakehu.visit import Logged, UsedOpener, VisitDraft
from tests.storage.repositories.conftest import Office


def _draft(office: Office, company: str = "华东机电", **told: object) -> VisitDraft:
    facts = {
        "customer_id": office.customers[company],
        "method": VisitMethod.ON_SITE,
        "started_at": office.clock.now() - timedelta(hours=18),
        "summary": "聊了电缆报价",
    }
    return VisitDraft(**facts | told)  # type: ignore[arg-type]


def _log(office: Office, login: str, message_id: str, **told: object) -> Logged:
    with office.desk(login, message_id) as opened:
        return visit.log_visit(opened, _draft(office, **told))


def test_a_logged_visit_is_found_again_with_everything_told(office: Office) -> None:
    logged = _log(
        office,
        "specialist1",
        "m1",
        purpose="报价",
        outcome=Outcome.PROGRESS,
        next_step="周五前出方案",
        next_visit_at=office.clock.now() + timedelta(days=8),
        satisfaction=5,
        contact_name="王建国",
        contact_new=True,
        questions=(Question.OPEN, Question.OPEN, Question.SERVICE),
        openers=(UsedOpener(Opener.RESONANCE, engaged=True), UsedOpener(Opener.DISTINCTION)),
    )
    with office.reading_desk() as opened:
        (found,) = opened.visits.last(office.customers["华东机电"], 3)
        planned = opened.plans.next_of(office.customers["华东机电"], opened.now)
    assert found == logged.visit
    assert (found.number, found.satisfaction, found.contact_name) == ("V20261124-001", 5, "王建国")
    assert found.started_at.utcoffset() == timedelta(hours=8)
    assert planned == logged.next_plan
    assert planned is not None and planned.purpose == "周五前出方案"
    assert office.count(tables.VisitQuestion) == office.count(tables.VisitOpener) == 2


def test_a_visit_for_a_planned_day_makes_the_plan_done(office: Office) -> None:
    with office.desk(message_id="p1") as opened:
        at = opened.now + timedelta(hours=1)
        planned = plan.plan_visit(opened, PlanDraft(office.customers["华东机电"], at)).plan
    office.clock.move(hours=3)
    logged = _log(office, "specialist1", "m1", started_at=office.clock.now() - timedelta(hours=1))
    with office.reading_desk() as opened:
        after = opened.plans.get(planned.id)
    assert after is not None
    assert (after.state, after.visit_id) == (PlanState.DONE, logged.visit.id)
    assert logged.done_plan_id == logged.visit.plan_id == planned.id


def test_a_contact_of_another_customer_is_refused_and_nothing_written(office: Office) -> None:
    stranger = tables.Contact(customer_id=office.customers["南方电缆"], name="李娜")
    office.add(stranger)
    with pytest.raises(Missing):
        _log(office, "specialist1", "m1", contact_id=stranger.id)
    assert office.count(tables.Visit) == 0


def test_the_same_message_gives_the_first_visit_again(office: Office) -> None:
    first, again = (_log(office, "specialist1", "m1", summary=s) for s in ("第一次", "第二次"))
    assert again.replayed and not first.replayed
    assert again.visit == first.visit
    assert office.count(tables.Visit) == 1


def test_the_same_message_five_times_at_once_makes_one_visit_and_one_plan(office: Office) -> None:
    at = office.clock.now() + timedelta(days=3)
    with ThreadPoolExecutor(5) as threads:
        logged = list(
            threads.map(lambda _: _log(office, "specialist1", "m1", next_visit_at=at), range(5))
        )
    assert len({one.visit.number for one in logged}) == 1
    assert sorted(one.replayed for one in logged) == [False, True, True, True, True]
    assert office.count(tables.Visit) == office.count(tables.VisitPlan) == 1
    assert len(office.audit("visit.create")) == 1


def test_numbers_are_unique_and_without_gaps_under_sixteen_threads(office: Office) -> None:
    with ThreadPoolExecutor(16) as threads:
        logged = list(threads.map(lambda i: _log(office, "specialist1", f"m{i}"), range(48)))
    numbers = sorted(one.visit.number for one in logged)
    assert numbers == [f"V20261124-{i:03}" for i in range(1, 49)]


def test_two_people_log_at_the_same_customer_at_once(office: Office) -> None:
    with ThreadPoolExecutor(2) as threads:
        logged = list(
            threads.map(lambda login: _log(office, login, login), ("specialist1", "manager1"))
        )
    assert len({one.visit.number for one in logged}) == 2
    with office.reading_desk("manager1") as opened:
        assert len(opened.visits.last(office.customers["华东机电"], 3)) == 2


def test_numbers_go_on_after_those_that_are_there_already(office: Office) -> None:
    for number in ("V20261124-998", "V20261124-1000", "V20261123-2000"):
        office.add(_row(office, number))
    assert _log(office, "specialist1", "m1").visit.number == "V20261124-1001"


def test_a_number_is_dated_by_the_local_day(office: Office) -> None:
    office.clock.move(hours=-9)  # 01:00 in Shanghai is still the day before in UTC
    assert _log(office, "specialist1", "m1").visit.number == "V20261124-001"


def test_a_visit_of_the_same_day_is_similar_but_a_deleted_one_is_not(office: Office) -> None:
    at = office.clock.now() - timedelta(hours=1)
    logged = _log(office, "specialist1", "m1", started_at=at)
    with office.reading_desk() as opened:
        similar = _similar(opened, office)
    assert [one.number for one in similar] == [logged.visit.number]
    with office.database.transaction() as session:
        session.get_one(tables.Visit, logged.visit.id).deleted_at = office.clock.now()
    with office.reading_desk() as opened:
        assert _similar(opened, office) == []


def test_a_visit_keeps_who_did_it_in_the_audit(office: Office) -> None:
    _log(office, "specialist1", "m7")
    (row,) = office.audit("visit.create")
    assert (row.staff_id, row.message_id) == (office.staff["specialist1"], "m7")


def _similar(opened: Desk, office: Office) -> list[visit.Visit]:
    return visit.similar_visits(opened, office.customers["华东机电"], opened.now)


def _row(office: Office, number: str) -> tables.Visit:
    return tables.Visit(
        number=number,
        staff_id=office.staff["specialist1"],
        customer_id=office.customers["华东机电"],
        method=VisitMethod.PHONE,
        started_at=office.clock.now(),
        created_at=office.clock.now(),
    )
