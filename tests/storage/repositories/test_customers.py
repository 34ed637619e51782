from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from dakehu import customer, plan, visit
from dakehu.codes import (
    CountermeasureState,
    CustomerLevel,
    CustomerStatus,
    NeedState,
    ServiceState,
    VisitMethod,
)
from dakehu.customer import NewCustomer, OpenMatters, Taken
from dakehu.plan import PlanDraft
from dakehu.storage import tables
from dakehu.visit import VisitDraft
from tests.storage.repositories.conftest import Office


def test_a_new_customer_is_found_with_its_aliases(office: Office) -> None:
    new = NewCustomer(" 东海  船舶 ", "东海", "造船", "华东", CustomerLevel.A, aliases=("老船厂",))
    with office.desk() as opened:
        added = customer.add(opened, new)
    with office.reading_desk() as opened:
        assert customer.get(opened, added.id) == added
        assert customer.names(opened)[-1].forms == ("东海 船舶", "东海", "老船厂")
    assert (added.level, added.status) == (CustomerLevel.A, CustomerStatus.PROSPECT)
    assert added.owner_id == office.staff["specialist1"]


def test_the_same_message_adds_one_customer(office: Office) -> None:
    def add(_: int) -> int:
        with office.desk() as opened:
            return customer.add(opened, NewCustomer("东海船舶")).id

    with ThreadPoolExecutor(5) as threads:
        assert len(set(threads.map(add, range(5)))) == 1
    assert office.count(tables.Customer) == 4


def test_of_two_people_who_add_the_same_name_at_once_one_is_told(office: Office) -> None:
    def add(login: str) -> str:
        try:
            with office.desk(login, login) as opened:
                customer.add(opened, NewCustomer("东海船舶"))
        except Taken:
            return "taken"
        return "added"

    with ThreadPoolExecutor(2) as threads:
        told = sorted(threads.map(add, ("specialist1", "specialist3")))
    assert told == ["added", "taken"]


def test_somebody_elses_customer_is_named_with_its_owner_and_no_more(office: Office) -> None:
    with office.reading_desk() as opened:
        (found,) = customer.alike(opened, "北方钢铁集团")
    assert (found.id, found.exact, found.yours) == (None, True, False)
    assert found.owner_name == "specialist3的名字"


def test_a_rename_to_a_taken_name_changes_nothing(office: Office) -> None:
    with pytest.raises(Taken), office.desk() as opened:
        customer.update(opened, office.customers["华东机电"], {"name": "北方钢铁集团"})
    assert office.audit("customer.update") == []


def test_an_update_is_audited_with_before_and_after(office: Office) -> None:
    with office.desk() as opened:
        change = customer.update(
            opened, office.customers["华东机电"], {"level": "A", "region": None}
        )
    assert (change.before, change.after) == ({"level": "C"}, {"level": "A"})
    (row,) = office.audit("customer.update")
    assert (row.before["level"], row.after["level"]) == ("C", "A")


def test_the_stamp_changes_with_a_rename_an_alias_and_a_handover(office: Office) -> None:
    ours = office.customers["华东机电"]
    stamps = []
    for step in range(4):
        with office.desk("manager1", f"m{step}") as opened:
            if step == 1:
                customer.update(opened, ours, {"short_name": "机电"})
            if step == 2:
                customer.update(opened, ours, {}, alias="老机电")
            if step == 3:
                customer.reassign(opened, ours, office.staff["specialist2"])
        with office.reading_desk() as opened:
            stamps.append(customer.names_stamp(opened))
    assert len(set(stamps)) == 4


def test_the_stamp_stays_when_nothing_happens(office: Office) -> None:
    with office.reading_desk() as opened:
        first = customer.names_stamp(opened)
    with office.reading_desk() as opened:
        assert customer.names_stamp(opened) == first


def test_a_customer_handed_over_is_the_new_owners(office: Office) -> None:
    ours = office.customers["华东机电"]
    with office.desk("manager1") as opened:
        handed = customer.reassign(opened, ours, office.staff["specialist2"])
    with office.reading_desk("specialist2") as opened:
        assert customer.get(opened, ours) == handed


def test_contacts_are_added_once_and_brought_up_to_date(office: Office) -> None:
    ours = office.customers["华东机电"]
    with office.desk() as opened:
        first = customer.add_contact(opened, ours, "王建国", "经理")
        again = customer.add_contact(opened, ours, " 王建国 ", phone="13800000000")
        customer.update_contact(opened, first.id, {"taboo": "不吃辣"})
    with office.reading_desk() as opened:
        (found,) = customer.contacts(opened, ours)
    assert again.id == first.id == found.id
    assert (found.title, found.phone, found.taboo) == ("经理", "13800000000", "不吃辣")


def test_a_card_shows_the_last_visits_the_next_plan_and_what_is_open(office: Office) -> None:
    ours = office.customers["华东机电"]
    _open_matters(office, ours)
    for days in (1, 2, 3, 4):
        with office.desk(message_id=f"v{days}") as opened:
            at = opened.now - timedelta(days=days)
            visit.log_visit(opened, VisitDraft(ours, VisitMethod.PHONE, at, f"{days} 天前"))
    with office.desk(message_id="p") as opened:
        planned = plan.plan_visit(opened, PlanDraft(ours, opened.now + timedelta(days=1))).plan
    with office.reading_desk("manager1") as opened:
        card = customer.card(opened, ours)
    assert [one.summary for one in card.last_visits] == ["1 天前", "2 天前", "3 天前"]
    assert card.next_plan == planned
    assert card.open == OpenMatters(needs=1, countermeasures=1, service_requests=1, payments=1)


def test_likely_customers_are_those_planned_today_then_those_visited_last(office: Office) -> None:
    ours, theirs = office.customers["华东机电"], office.customers["南方电缆"]
    with office.desk("manager1", "v") as opened:
        hour_ago = opened.now - timedelta(hours=1)
        visit.log_visit(opened, VisitDraft(ours, VisitMethod.PHONE, hour_ago, "聊了报价"))
    with office.desk("manager1", "p") as opened:
        plan.plan_visit(opened, PlanDraft(theirs, opened.now + timedelta(hours=3)))
    with office.reading_desk("manager1") as opened:
        assert customer.recent(opened) == [theirs, ours]


def test_other_violations_are_not_taken_for_duplicates(office: Office) -> None:
    with pytest.raises(IntegrityError), office.desk() as opened:
        opened.customers.add(NewCustomer("东海船舶"), 999, "m1", opened.now)


def _open_matters(office: Office, ours: int) -> None:
    now = office.clock.now()
    deal = tables.Deal(
        customer_id=ours,
        staff_id=office.staff["specialist1"],
        amount=100,
        signed_on=date(2026, 11, 1),
    )
    office.add(
        tables.Need(customer_id=ours, product="电缆", state=NeedState.OPEN),
        tables.Need(customer_id=ours, product="电机", state=NeedState.MET),
        tables.Countermeasure(customer_id=ours, problem="交期", state=CountermeasureState.OPEN),
        tables.ServiceRequest(
            customer_id=ours, description="维修", state=ServiceState.OPEN, opened_at=now
        ),
        deal,
    )
    office.add(
        tables.Payment(deal_id=deal.id, due_on=date(2026, 12, 1), amount=60),
        tables.Payment(
            deal_id=deal.id, due_on=date(2026, 11, 1), amount=40, paid_on=date(2026, 11, 2)
        ),
    )
