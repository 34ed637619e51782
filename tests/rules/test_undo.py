from datetime import timedelta

import pytest

from dakehu.undo import AlreadyUndone, ChangedSince, NothingToUndo, Write, undo
from dakehu.undo.reversal import WINDOW
from tests.rules.conftest import Department, Seat

NEW_VISIT = Write("visit", 50, None, {"summary": "聊了报价"})
NEW_PLAN = Write("visit_plan", 60, None, {"state": "planned"})
DONE_PLAN = Write("visit_plan", 61, {"state": "planned"}, {"state": "done"})
NEW_CUSTOMER = Write("customer", 70, None, {"name": "东海船舶"})
NEW_CONTACT = Write("contact", 80, None, {"name": "王建国"})


def test_all_that_the_last_message_wrote_is_taken_back_last_first(
    seat: Seat, department: Department
) -> None:
    department.trail.written = {"m1": [NEW_CUSTOMER], "m2": [NEW_VISIT, DONE_PLAN, NEW_PLAN]}
    undone = undo(seat(message_id="u1"))
    assert (undone.subject, undone.subject_id, undone.created) == ("visit", 50, True)
    assert (undone.label, undone.message_id) == ("visit 50", "m2")
    assert department.trail.taken_back == [NEW_PLAN, DONE_PLAN, NEW_VISIT]


def test_undoing_again_goes_one_further_back(seat: Seat, department: Department) -> None:
    department.trail.written = {"m1": [NEW_CUSTOMER], "m2": [NEW_VISIT]}
    undo(seat(message_id="u1"))
    assert undo(seat(message_id="u2")).message_id == "m1"


def test_the_same_message_takes_back_one_thing_only(seat: Seat, department: Department) -> None:
    department.trail.written = {"m1": [NEW_CUSTOMER], "m2": [NEW_VISIT]}
    first = undo(seat(message_id="u1"))
    assert undo(seat(message_id="u1")) == first
    assert department.trail.taken_back == [NEW_VISIT]


def test_a_button_takes_back_its_own_write(seat: Seat, department: Department) -> None:
    department.trail.written = {"m1": [NEW_CUSTOMER], "m2": [NEW_VISIT]}
    assert undo(seat(message_id="u1"), of="m1").subject_id == 70


def test_a_button_for_what_was_taken_back_says_so(seat: Seat, department: Department) -> None:
    department.trail.written = {"m1": [NEW_CUSTOMER], "m2": [NEW_VISIT]}
    first = undo(seat(message_id="u1"))
    with pytest.raises(AlreadyUndone) as already:
        undo(seat(message_id="u2"), of="m2")
    assert already.value.undone == first


def test_when_all_is_taken_back_the_last_is_named(seat: Seat, department: Department) -> None:
    department.trail.written = {"m1": [NEW_CUSTOMER]}
    first = undo(seat(message_id="u1"))
    with pytest.raises(AlreadyUndone) as already:
        undo(seat(message_id="u2"))
    assert already.value.undone == first


def test_what_undoing_wrote_is_not_undone(seat: Seat, department: Department) -> None:
    department.trail.written = {"m1": [NEW_CUSTOMER]}
    undo(seat(message_id="u1"))
    department.trail.written["u1"] = [NEW_CUSTOMER]
    with pytest.raises(AlreadyUndone):
        undo(seat(message_id="u2"))


@pytest.mark.parametrize("of", [None, "web:unknown"])
def test_where_nothing_was_written_there_is_nothing_to_undo(seat: Seat, of: str | None) -> None:
    with pytest.raises(NothingToUndo):
        undo(seat(), of)


def test_a_row_that_changed_since_is_left_alone(seat: Seat, department: Department) -> None:
    department.trail.written = {"m1": [NEW_VISIT, NEW_PLAN]}
    department.trail.changed = {60}
    with pytest.raises(ChangedSince) as changed:
        undo(seat(message_id="u1"))
    assert (changed.value.subject, changed.value.subject_id) == ("visit_plan", 60)
    assert department.trail.taken_back == []


def test_a_new_customer_with_something_hanging_on_it_stays(
    seat: Seat, department: Department
) -> None:
    department.trail.written = {"m1": [NEW_CUSTOMER, NEW_CONTACT]}
    department.trail.hanging = {70}
    with pytest.raises(ChangedSince):
        undo(seat(message_id="u1"))


def test_a_changed_customer_may_have_anything_hanging_on_it(
    seat: Seat, department: Department
) -> None:
    department.trail.written = {"m1": [Write("customer", 70, {"level": "B"}, {"level": "A"})]}
    department.trail.hanging = {70}
    assert not undo(seat(message_id="u1")).created


def test_undoing_looks_back_ten_minutes(
    seat: Seat, department: Department, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(department.trail, "messages", lambda *args: asked.append(args) or [])
    with pytest.raises(NothingToUndo):
        undo(seat())
    assert asked == [(2, department.now - WINDOW)]
    assert timedelta(minutes=10) == WINDOW
