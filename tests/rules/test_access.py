from collections.abc import Callable
from datetime import timedelta

import pytest

from dakehu import access, agenda, customer, people, plan, visit
from dakehu.access import Denied, Reason, Task
from dakehu.codes import Language, Role, VisitMethod
from dakehu.customer import NewCustomer
from dakehu.desk import Desk
from dakehu.people import set_language
from dakehu.plan import PlanDraft
from dakehu.visit import VisitDraft
from tests.rules.conftest import Department, Seat

DONE, ROLE, YOURS, TEAM = None, Reason.ROLE, Reason.NOT_YOURS, Reason.NOT_YOUR_TEAM


def _log(desk: Desk, customer_id: int) -> object:
    hour_ago = desk.now - timedelta(hours=1)
    return visit.log_visit(desk, VisitDraft(customer_id, VisitMethod.PHONE, hour_ago, "聊了报价"))


def _plan(desk: Desk, customer_id: int) -> object:
    return plan.plan_visit(desk, PlanDraft(customer_id, desk.now + timedelta(hours=2)))


def _add(desk: Desk, _customer_id: int) -> object:
    return customer.add(desk, NewCustomer("全新客户"))


def _edit(desk: Desk, customer_id: int) -> object:
    return customer.update(desk, customer_id, {"region": "华北"})


def _reassign(desk: Desk, customer_id: int) -> object:
    return customer.reassign(desk, customer_id, 3)


def _agenda_of_2(desk: Desk, _customer_id: int) -> object:
    return agenda.agenda(desk, desk.now, desk.now + timedelta(days=1), of=2)


# What each role may do with a customer of specialist1 (12), specialist2 (13), another team (14).
MATRIX = [
    # task, login, 12, 13, 14
    (customer.card, "specialist1", DONE, YOURS, YOURS),
    (customer.card, "manager1", DONE, DONE, TEAM),
    (customer.card, "manager2", TEAM, TEAM, DONE),
    (customer.card, "office1", ROLE, ROLE, ROLE),
    (customer.card, "admin1", DONE, DONE, DONE),
    (_add, "specialist1", DONE, DONE, DONE),
    (_add, "manager1", DONE, DONE, DONE),
    (_add, "office1", ROLE, ROLE, ROLE),
    (_add, "admin1", ROLE, ROLE, ROLE),
    (_edit, "specialist1", DONE, YOURS, YOURS),
    (_edit, "manager1", DONE, DONE, TEAM),
    (_edit, "office1", ROLE, ROLE, ROLE),
    (_edit, "admin1", DONE, DONE, DONE),
    (_log, "specialist1", DONE, YOURS, YOURS),
    (_log, "manager1", DONE, DONE, TEAM),
    (_log, "office1", ROLE, ROLE, ROLE),
    (_log, "admin1", ROLE, ROLE, ROLE),
    (_plan, "specialist1", DONE, YOURS, YOURS),
    (_plan, "manager1", DONE, DONE, TEAM),
    (_plan, "office1", ROLE, ROLE, ROLE),
    (_plan, "admin1", ROLE, ROLE, ROLE),
    (_reassign, "specialist1", ROLE, ROLE, ROLE),
    (_reassign, "manager1", DONE, DONE, TEAM),
    (_reassign, "manager2", TEAM, TEAM, TEAM),
    (_reassign, "office1", ROLE, ROLE, ROLE),
    (_reassign, "admin1", DONE, DONE, DONE),
    (_agenda_of_2, "specialist1", DONE, DONE, DONE),
    (_agenda_of_2, "specialist2", YOURS, YOURS, YOURS),
    (_agenda_of_2, "manager1", DONE, DONE, DONE),
    (_agenda_of_2, "manager2", TEAM, TEAM, TEAM),
    (_agenda_of_2, "office1", ROLE, ROLE, ROLE),
    (_agenda_of_2, "admin1", DONE, DONE, DONE),
]


@pytest.mark.parametrize(
    ("task", "login", "customer_id", "refusal"),
    [
        pytest.param(task, login, key, refusal, id=f"{task.__name__}-{login}-{key}")
        for task, login, *refusals in MATRIX
        for key, refusal in zip((12, 13, 14), refusals, strict=True)
    ],
)
def test_each_role_may_do_what_the_table_says_and_nothing_else(
    seat: Seat,
    task: Callable[[Desk, int], object],
    login: str,
    customer_id: int,
    refusal: Reason | None,
) -> None:
    if refusal is None:
        task(seat(login), customer_id)
    else:
        with pytest.raises(Denied) as denied:
            task(seat(login), customer_id)
        assert denied.value.reason is refusal


def test_a_customer_cannot_be_handed_to_somebody_of_another_team(seat: Seat) -> None:
    with pytest.raises(Denied) as denied:
        customer.reassign(seat("manager1"), 12, 4)
    assert denied.value.reason is Reason.NOT_YOUR_TEAM


def test_a_refused_reassignment_leaves_the_owner(seat: Seat, department: Department) -> None:
    with pytest.raises(Denied):
        customer.reassign(seat("specialist1"), 12, 3)
    assert department.customers.rows[12].owner_id == 2


def test_only_managers_and_admins_may_ask_about_others(seat: Seat) -> None:
    asked = {
        login: {p.login for p in people.colleagues(seat(login))}
        for login in ("manager1", "admin1", "specialist1", "office1")
    }
    assert asked == {
        "manager1": {"specialist1", "specialist2"},
        "admin1": {"specialist1", "specialist2", "specialist3"},
        "specialist1": set(),
        "office1": set(),
    }


def test_a_specialist_cannot_see_the_agenda_of_the_team(seat: Seat) -> None:
    desk = seat("specialist1")
    with pytest.raises(Denied):
        agenda.agenda(desk, desk.now, desk.now + timedelta(days=1), team=True)


def test_every_role_sees_bookings() -> None:
    assert all(access.may(role, Task.SEE_BOOKINGS) for role in Role)


def test_a_language_once_set_is_kept(seat: Seat) -> None:
    assert set_language(seat(), Language.EN).language is Language.EN
    assert seat().person.language is Language.EN
