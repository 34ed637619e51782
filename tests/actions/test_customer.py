"""Customers by talking: found, added, changed (docs/flows/customer.md)."""

from dakehu.codes import CustomerLevel
from dakehu.storage import tables
from tests.actions.conftest import Talk
from tests.actions.office import Office


def test_a_customer_is_found_by_alias_homophone_and_pinyin(talk: Talk) -> None:
    for said in ("查一下华东机电", "华东鸡电", "huadong jidian", "华东机电设备"):
        assert "王建国" in talk.say(said, "find_customer")


def test_an_ambiguous_name_offers_both(talk: Talk) -> None:
    talk.say("宏达", "find_customer")
    assert "客户" in talk.press("宏达电子科技有限公司") or talk.replies


def test_a_customer_is_added_with_its_contact(talk: Talk, office: Office) -> None:
    card = talk.say(
        "新增客户 苏州明远光学有限公司 电子 华东 A级 联系人陈经理 13800138000", "add_customer"
    )
    assert "全称：苏州明远光学有限公司" in card
    talk.press("确认")
    added = next(c for c in office.rows(tables.Customer) if "明远" in c.name)
    assert added.level == CustomerLevel.A
    assert any(c.phone == "13800138000" for c in office.rows(tables.Contact))


def test_a_near_duplicate_warns_and_keeps_what_was_typed(talk: Talk) -> None:
    reply = talk.say("新增客户 华东机电设备公司 机械 华东", "add_customer")
    assert "江苏华东机电设备有限公司" in reply
    assert "全称：华东机电设备公司" in talk.press(talk.buttons[0])


def test_a_fact_is_changed(talk: Talk, office: Office) -> None:
    talk.say("把瑞丰新能源的级别改成A", "update_customer")
    talk.press("确认")
    row = next(c for c in office.rows(tables.Customer) if "瑞丰" in c.name)
    assert row.level == CustomerLevel.A


def test_a_specialist_may_not_hand_a_customer_over(talk: Talk, office: Office) -> None:
    talk.say("把瑞丰新能源转给赵敏", "update_customer")
    reply = talk.press("确认") if "确认" in talk.buttons else ""
    row = next(c for c in office.rows(tables.Customer) if "瑞丰" in c.name)
    assert row.owner_id == office.staff["specialist1"], reply


def test_a_manager_hands_a_customer_over(talk: Talk, office: Office) -> None:
    talk.staff_id = office.staff["manager1"]
    talk.say("把瑞丰新能源转给赵敏", "update_customer")
    talk.press("确认")
    row = next(c for c in office.rows(tables.Customer) if "瑞丰" in c.name)
    assert row.owner_id == office.staff["specialist2"]


def test_the_office_sees_no_customers(talk: Talk, office: Office) -> None:
    talk.staff_id = office.staff["office1"]
    assert "岗位" in talk.say("查一下华东机电", "find_customer")
