from dataclasses import replace

import pytest

from dakehu import customer
from dakehu.codes import CustomerLevel, CustomerStatus
from dakehu.customer import EDITABLE, NewCustomer, Taken
from dakehu.problems import Invalid, Missing, Problem
from tests.rules.conftest import Department, Seat


def test_a_new_customer_is_the_persons_own(seat: Seat) -> None:
    added = customer.add(seat(), NewCustomer(" 东海  船舶 ", "东海"))
    assert (added.name, added.short_name, added.owner_id) == ("东海 船舶", "东海", 2)
    assert (added.level, added.status) == (CustomerLevel.C, CustomerStatus.PROSPECT)


def test_the_same_message_gives_the_first_customer_again(
    seat: Seat, department: Department
) -> None:
    added = customer.add(seat(), NewCustomer("东海船舶"))
    assert customer.add(seat(), NewCustomer("东海船舶")) == added
    assert len(department.customers.rows) == 5


@pytest.mark.parametrize(
    ("new", "problem"),
    [
        (NewCustomer(""), Problem("required", "name")),
        (NewCustomer("名" * 101), Problem("too_long", "name", 100)),
        (NewCustomer("名" * 500), Problem("too_long", "name", 100)),
        (NewCustomer("！！！"), Problem("not_text", "name")),
        (NewCustomer("东海\u202e船舶"), Problem("not_text", "name")),
        (NewCustomer("东海", short_name="短" * 41), Problem("too_long", "short_name", 40)),
        (NewCustomer("东海", industry="业" * 41), Problem("too_long", "industry", 40)),
        (NewCustomer("东海", region="区" * 41), Problem("too_long", "region", 40)),
        (NewCustomer("东海", acquired_via="途" * 201), Problem("too_long", "acquired_via", 200)),
        (NewCustomer("东海", aliases=("",)), Problem("required", "aliases")),
    ],
)
def test_a_customer_with_a_problem_is_refused_and_not_written(
    seat: Seat, department: Department, new: NewCustomer, problem: Problem
) -> None:
    with pytest.raises(Invalid) as invalid:
        customer.add(seat(), new)
    assert invalid.value.problems == customer.check(new) == [problem]
    assert len(department.customers.rows) == 4


@pytest.mark.parametrize(
    ("name", "key"), [("华东机电有限公司", 12), ("北方钢铁", None), (" 北方钢铁 ", None)]
)
def test_a_name_that_is_taken_cannot_be_added_whoever_has_it(
    seat: Seat, department: Department, name: str, key: int | None
) -> None:
    with pytest.raises(Taken) as taken:
        customer.add(seat(), NewCustomer(name))
    assert (taken.value.alike.id, taken.value.alike.exact) == (key, True)
    assert len(department.customers.rows) == 4


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("上海华东机电（集团）有限公司", [12]),
        ("华东机电设备有限公司", [12]),
        ("华冻机电股份公司", []),  # three quarters alike is not enough
        ("西部煤业有限公司", []),
    ],
)
def test_nearly_the_same_names_are_told_before_adding(
    seat: Seat, name: str, found: list[int]
) -> None:
    likely = customer.alike(seat(), name)
    assert [one.id for one in likely] == found
    assert not any(one.exact for one in likely)


def test_what_is_alike_and_somebody_elses_shows_its_owner_only(seat: Seat) -> None:
    (found,) = customer.alike(seat(), "南方电缆")
    assert (found.id, found.owner_name, found.yours) == (None, "specialist2", False)


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("上海华东机电(集团)有限公司", "华东机电"),
        ("江苏省恒通物流股份有限公司", "恒通物流"),
        ("Anbo Electric Co., Ltd.", "anboelectric"),
        ("ＡＢＢ（中国）有限公司", "abb"),
        ("公司", "公司"),
        ("北京", "北京"),
    ],
)
def test_a_core_is_the_name_without_place_and_form(name: str, core: str) -> None:
    assert customer.core(name) == core


def test_an_update_says_what_really_changed(seat: Seat, department: Department) -> None:
    change = customer.update(seat(), 12, {"level": "A", "region": None, "status": "prospect"})
    assert (change.before, change.after) == (
        {"level": CustomerLevel.B},
        {"level": CustomerLevel.A},
    )
    assert department.customers.rows[12].level is CustomerLevel.A


def test_an_update_may_add_one_more_name(seat: Seat, department: Department) -> None:
    customer.update(seat(), 12, {}, alias=" 老机电 ")
    assert department.customers.rows[12].aliases == ("老机电",)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"owner_id": "3"}, Problem("not_allowed", "owner_id")),
        ({"id": "3"}, Problem("not_allowed", "id")),
        ({"level": "Z"}, Problem("not_allowed", "level")),
        ({"level": None}, Problem("not_allowed", "level")),
        ({"status": "best"}, Problem("not_allowed", "status")),
        ({"name": " "}, Problem("required", "name")),
        ({"region": "区" * 41}, Problem("too_long", "region", 40)),
    ],
)
def test_an_update_with_a_problem_is_refused_and_not_written(
    seat: Seat, department: Department, changes: dict[str, str | None], problem: Problem
) -> None:
    before = dict(department.customers.rows)
    with pytest.raises(Invalid) as invalid:
        customer.update(seat(), 12, changes)
    assert invalid.value.problems == [problem]
    assert department.customers.rows == before


def test_every_editable_fact_can_be_edited(seat: Seat) -> None:
    codes = {"level": "A", "status": "lost"}
    for field in EDITABLE:
        assert customer.update(seat(), 12, {field: codes.get(field, "新的")}).after


def test_a_rename_to_a_taken_name_is_refused(seat: Seat, department: Department) -> None:
    with pytest.raises(Taken):
        customer.update(seat(), 12, {"name": "北方钢铁"})
    assert department.customers.rows[12].name == "华东机电有限公司"


def test_no_customer_of_that_id_is_missing(seat: Seat) -> None:
    for asked in (
        lambda: customer.get(seat(), 999),
        lambda: customer.update(seat(), 999, {}),
        lambda: customer.add_contact(seat(), 999, "王建国"),
        lambda: customer.reassign(seat("admin1"), 999, 3),
    ):
        with pytest.raises(Missing):
            asked()


def test_a_manager_hands_a_customer_over_within_the_team(
    seat: Seat, department: Department
) -> None:
    handed = customer.reassign(seat("manager1"), 12, 3)
    assert (handed.owner_id, handed.owner_name) == (3, "specialist2")
    assert department.customers.rows[12].owner_id == 3


def test_a_customer_is_not_handed_to_somebody_who_has_left(
    seat: Seat, department: Department
) -> None:
    left = department.staff.people[3]
    department.staff.people[3] = replace(left, active=False)
    with pytest.raises(Missing):
        customer.reassign(seat("manager1"), 12, 3)
    assert department.customers.rows[12].owner_id == 2


def test_names_are_those_within_reach(seat: Seat) -> None:
    seen = {
        login: {named.id for named in customer.names(seat(login))}
        for login in ("specialist1", "manager1", "office1", "admin1")
    }
    assert seen == {
        "specialist1": {12},
        "manager1": {11, 12, 13},
        "office1": set(),
        "admin1": {11, 12, 13, 14},
    }
