import pytest

from dakehu import customer
from dakehu.access import Denied
from dakehu.problems import Invalid, Missing, Problem
from tests.rules.conftest import Department, Seat


def test_a_contact_is_added(seat: Seat) -> None:
    added = customer.add_contact(seat(), 12, " 王建国 ", "总经理")
    assert (added.name, added.title) == ("王建国", "总经理")
    assert customer.contacts(seat(), 12) == [added]


def test_the_same_name_brings_the_contact_up_to_date(seat: Seat) -> None:
    first = customer.add_contact(seat(), 12, "王建国", "经理", "13800000001")
    again = customer.add_contact(seat(), 12, "王建国", title="总经理")
    assert (again.id, again.title, again.phone) == (first.id, "总经理", "13800000001")
    assert customer.contacts(seat(), 12) == [again]


def test_what_is_told_of_a_contact_is_kept_and_what_changed_is_said(seat: Seat) -> None:
    added = customer.add_contact(seat(), 12, "王建国", "总经理")
    change = customer.update_contact(seat(), added.id, {"taboo": "不吃辣", "title": "总经理"})
    assert (change.before, change.after) == ({"taboo": None}, {"taboo": "不吃辣"})


def test_a_fact_can_be_cleared_but_not_the_name(seat: Seat) -> None:
    added = customer.add_contact(seat(), 12, "王建国", "总经理")
    assert customer.update_contact(seat(), added.id, {"title": " "}).after == {"title": None}
    with pytest.raises(Invalid):
        customer.update_contact(seat(), added.id, {"name": " "})


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"name": "名" * 51}, Problem("too_long", "name", 50)),
        ({"title": "名" * 51}, Problem("too_long", "title", 50)),
        ({"phone": "1" * 41}, Problem("too_long", "phone", 40)),
        ({"diet": "x" * 201}, Problem("too_long", "diet", 200)),
        ({"note": "\u202e"}, Problem("not_text", "note")),
        ({"customer_id": "13"}, Problem("not_allowed", "customer_id")),
    ],
)
def test_a_contact_with_a_problem_is_refused_and_not_written(
    seat: Seat, changes: dict[str, str | None], problem: Problem
) -> None:
    added = customer.add_contact(seat(), 12, "王建国")
    with pytest.raises(Invalid) as invalid:
        customer.update_contact(seat(), added.id, changes)
    assert invalid.value.problems == [problem]
    assert customer.contacts(seat(), 12) == [added]


def test_contacts_of_somebody_elses_customer_are_out_of_reach(
    seat: Seat, department: Department
) -> None:
    theirs = department.customers.add_contact(13, "李强", None, None)
    for asked in (
        lambda: customer.contacts(seat(), 13),
        lambda: customer.add_contact(seat(), 13, "王建国"),
        lambda: customer.update_contact(seat(), theirs.id, {"title": "总经理"}),
    ):
        with pytest.raises(Denied):
            asked()
    assert department.customers.people == {theirs.id: theirs}


def test_no_contact_of_that_id_is_missing(seat: Seat) -> None:
    with pytest.raises(Missing):
        customer.update_contact(seat(), 999, {"title": "总经理"})


def test_a_contact_is_called_by_name_title_and_politely(seat: Seat) -> None:
    forms = customer.add_contact(seat(), 12, "王建国", "总经理").forms
    assert {"王建国", "王总", "王先生", "王女士"} <= set(forms)
