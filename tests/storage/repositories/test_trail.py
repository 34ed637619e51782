from datetime import timedelta

import pytest

from dakehu import customer, plan, undo, visit
from dakehu.codes import CustomerStatus, Outcome, PlanState, VisitMethod
from dakehu.customer import NewCustomer
from dakehu.desk import Desk
from dakehu.plan import PlanDraft
from dakehu.storage import tables
from dakehu.undo import AlreadyUndone, ChangedSince, NothingToUndo, Undone
from dakehu.visit import Logged, VisitDraft
from tests.storage.repositories.conftest import Office


def _log(office: Office, message_id: str = "v1", **told: object) -> Logged:
    with office.desk(message_id=message_id) as opened:
        facts = {"started_at": opened.now - timedelta(hours=1), "summary": "聊了报价"}
        ours = office.customers["华东机电"]
        draft = VisitDraft(customer_id=ours, method=VisitMethod.PHONE, **facts | told)  # type: ignore[arg-type]
        return visit.log_visit(opened, draft)


def _undo(office: Office, message_id: str = "u1", of: str | None = None) -> Undone:
    with office.desk(message_id=message_id) as opened:
        return undo.undo(opened, of)


def test_undoing_a_visit_takes_back_all_that_followed_from_it(office: Office) -> None:
    ours = office.customers["华东机电"]
    with office.desk(message_id="p1") as opened:
        at = opened.now + timedelta(minutes=1)
        planned = plan.plan_visit(opened, PlanDraft(ours, at)).plan
    office.clock.move(minutes=5)
    logged = _log(
        office,
        outcome=Outcome.DEAL,
        contact_name="王建国",
        contact_new=True,
        next_visit_at=office.clock.now() + timedelta(days=2),
    )
    undone = _undo(office)
    assert (undone.subject, undone.created, undone.label) == ("visit", True, logged.visit.number)
    assert logged.next_plan is not None
    with office.reading_desk() as opened:
        assert opened.visits.last(ours, 3) == opened.customers.contacts(ours) == []
        assert opened.plans.get(planned.id) == planned
        following = opened.plans.get(logged.next_plan.id)
        assert following is not None and following.state is PlanState.CANCELLED
        assert customer.get(opened, ours).status is CustomerStatus.PROSPECT
    with office.database.reading() as session:
        row = session.get_one(tables.Visit, logged.visit.id)
        assert (row.deleted_at, row.version) == (office.clock.now(), 3)


def test_undoing_is_audited(office: Office) -> None:
    logged = _log(office)
    _undo(office)
    (row,) = office.audit("undo")
    assert (row.subject, row.subject_id, row.message_id) == ("visit", logged.visit.id, "u1")
    assert [r.message_id for r in office.audit("visit.delete")] == ["u1"]


def test_the_same_undo_message_takes_back_one_thing_only(office: Office) -> None:
    _log(office, "v1"), _log(office, "v2")
    assert _undo(office) == _undo(office)
    assert len(office.audit("visit.delete")) == 1


def test_undoing_twice_goes_one_further_back_and_then_says_it_is_done(office: Office) -> None:
    first, second = _log(office, "v1"), _log(office, "v2")
    assert _undo(office, "u1").label == second.visit.number
    assert _undo(office, "u2").label == first.visit.number
    with pytest.raises(AlreadyUndone):
        _undo(office, "u3")


def test_a_button_takes_back_what_it_was_given_with_and_only_once(office: Office) -> None:
    first, _ = _log(office, "v1"), _log(office, "v2")
    assert _undo(office, "u1", of="v1").label == first.visit.number
    with pytest.raises(AlreadyUndone):
        _undo(office, "u2", of="v1")


def test_a_message_that_comes_again_after_the_undo_writes_nothing(office: Office) -> None:
    _log(office)
    _undo(office)
    assert _log(office).replayed
    with office.reading_desk() as opened:
        assert opened.visits.last(office.customers["华东机电"], 3) == []


def test_after_ten_minutes_nothing_is_left_to_undo(office: Office) -> None:
    _log(office)
    office.clock.move(minutes=10, seconds=1)
    with pytest.raises(NothingToUndo):
        _undo(office)
    with pytest.raises(NothingToUndo):
        _undo(office, of="v1")


def test_nobody_takes_back_what_somebody_else_wrote(office: Office) -> None:
    _log(office)
    with pytest.raises(NothingToUndo), office.desk("manager1", "u1") as opened:
        undo.undo(opened, "v1")


def test_a_plan_is_cancelled_and_a_move_moved_back(office: Office) -> None:
    with office.desk(message_id="p1") as opened:
        draft = PlanDraft(office.customers["华东机电"], opened.now + timedelta(days=1))
        planned = plan.plan_visit(opened, draft).plan
    with office.desk(message_id="p2") as opened:
        plan.move_plan(opened, planned.id, planned.planned_at + timedelta(days=3))
    assert not _undo(office, "u1").created
    with office.reading_desk() as opened:
        assert plan.open_plans(opened) == [planned]
    assert _undo(office, "u2").label == "华东机电有限公司"
    with office.reading_desk() as opened:
        assert plan.open_plans(opened) == []


def test_a_plan_that_was_visited_since_cannot_be_taken_back(office: Office) -> None:
    with office.desk(message_id="p1") as opened:
        at = opened.now + timedelta(minutes=1)
        plan.plan_visit(opened, PlanDraft(office.customers["华东机电"], at))
    office.clock.move(minutes=5)
    _log(office, started_at=office.clock.now())
    with pytest.raises(ChangedSince):
        _undo(office, of="p1")


def test_a_new_customer_goes_with_its_aliases_and_its_name_is_free_again(office: Office) -> None:
    added = _add(office)
    assert _undo(office).label == "东海船舶"
    with office.desk(message_id="c2") as opened:
        assert customer.alike(opened, "东海船舶") == []
        assert customer.add(opened, NewCustomer("东海船舶")).id != added


def test_a_new_customer_with_something_hanging_on_it_stays(office: Office) -> None:
    added = _add(office)
    _log_at(office, added)
    with pytest.raises(ChangedSince):
        _undo(office, of="c1")
    _undo(office, "u2")
    assert _undo(office, "u3", of="c1").subject == "customer"


def test_changed_facts_get_their_earlier_values_back(office: Office) -> None:
    ours = office.customers["华东机电"]
    with office.reading_desk() as opened:
        before = customer.get(opened, ours)
    with office.desk(message_id="c1") as opened:
        customer.update(opened, ours, {"level": "A", "region": "华东"}, alias="老机电")
    assert not _undo(office).created
    with office.reading_desk() as opened:
        assert customer.get(opened, ours) == before


def test_facts_that_somebody_changed_again_stay(office: Office) -> None:
    ours = office.customers["华东机电"]
    _update(office, "specialist1", "c1", "A")
    _update(office, "manager1", "c2", "B")
    with pytest.raises(ChangedSince):
        _undo(office)
    with office.reading_desk() as opened:
        assert customer.get(opened, ours).level == "B"


def test_a_handover_is_handed_back(office: Office) -> None:
    ours = office.customers["华东机电"]
    with office.desk("manager1", "r1") as opened:
        customer.reassign(opened, ours, office.staff["specialist2"])
    with office.desk("manager1", "u1") as opened:
        undo.undo(opened)
        assert customer.get(opened, ours).owner_id == office.staff["specialist1"]


def test_a_contact_gets_its_earlier_facts_back(office: Office) -> None:
    ours = office.customers["华东机电"]
    with office.desk(message_id="c1") as opened:
        contact = customer.add_contact(opened, ours, "王建国")
    with office.desk(message_id="c2") as opened:
        customer.update_contact(opened, contact.id, {"phone": "13800000000"})
    assert _undo(office).label == "王建国"
    with office.reading_desk() as opened:
        assert customer.contacts(opened, ours) == [contact]


def test_a_language_is_no_matter_for_undoing(office: Office) -> None:
    with office.desk(message_id="l1") as opened:
        opened.staff.set_language(opened.person.id, opened.person.language)
    with pytest.raises(NothingToUndo):
        _undo(office)


def _add(office: Office) -> int:
    with office.desk(message_id="c1") as opened:
        return customer.add(opened, NewCustomer("东海船舶", aliases=("老船厂",))).id


def _log_at(office: Office, customer_id: int) -> None:
    with office.desk(message_id="v9") as opened:
        visit.log_visit(opened, _call(opened, customer_id))


def _call(opened: Desk, customer_id: int) -> VisitDraft:
    return VisitDraft(customer_id, VisitMethod.PHONE, opened.now - timedelta(hours=1), "打了电话")


def _update(office: Office, login: str, message_id: str, level: str) -> None:
    with office.desk(login, message_id) as opened:
        customer.update(opened, office.customers["华东机电"], {"level": level})
