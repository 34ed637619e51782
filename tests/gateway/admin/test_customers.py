"""Customers with their names and contacts, and the lists that bookings choose from."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event, insert

from dakehu.codes import Role
from dakehu.storage.tables import Contact, Customer, CustomerAlias, Dish, Staff, TourRoute, Venue

from .office import Office, text_of

SCRIPT = "<script>alert(1)</script>"


def form(office: Office, **changed: object) -> dict[str, object]:
    return {
        "name": "华东机电",
        "level": "B",
        "status": "active",
        "owner_id": str(office.staff_id),
        "version": "1",
        **changed,
    }


async def test_a_customer_is_added_with_names_and_contacts(office: Office) -> None:
    parts = {
        "inlines.customer_alias.0.alias": "华机",
        "inlines.contact.0.name": "王建国",
        "inlines.contact.0.title": "总经理",
    }
    answer = await office.post("/customer/create", form(office) | parts)
    assert answer.status_code == 303, text_of(answer)
    (created,) = office.audit("customer.create")
    assert created.staff_id == office.staff_id
    assert len(office.audit("customer_alias.create")) == 1
    page = await office.page("/customer/detail", pk=created.subject_id)
    assert "华机" in page
    assert "王建国" in page


async def test_a_removed_name_is_kept_and_can_come_back_and_the_index_notices(
    office: Office,
) -> None:
    key = office.customer("华东机电")
    office.add_alias(key, "华机")
    gone = {
        "inlines.customer_alias.0.pk": f"{key},华机",
        "inlines.customer_alias.0.alias": "华机",
        "inlines.customer_alias.0.DELETE": "1",
    }
    answer = await office.post("/customer/edit", form(office) | gone, pk=key)
    assert answer.status_code == 303, text_of(answer)
    with office.database.reading() as session:
        alias = session.get_one(CustomerAlias, (key, "华机"))
    assert alias.deleted_at is not None
    assert "华机" not in await office.page("/customer/detail", pk=key)
    version = office.get_row(Customer, key).version
    back = {"inlines.customer_alias.0.alias": "华机"}
    answer = await office.post("/customer/edit", form(office, version=version) | back, pk=key)
    assert answer.status_code == 303, text_of(answer)
    with office.database.reading() as session:
        assert session.get_one(CustomerAlias, (key, "华机")).deleted_at is None
    assert office.get_row(Customer, key).version > version


async def test_a_contact_is_removed_by_a_mark(office: Office) -> None:
    key = office.customer("华东机电")
    contact = office.add(Contact(customer_id=key, name="王建国"))
    gone = {
        "inlines.contact.0.pk": str(contact),
        "inlines.contact.0.name": "王建国",
        "inlines.contact.0.DELETE": "1",
    }
    answer = await office.post("/customer/edit", form(office) | gone, pk=key)
    assert answer.status_code == 303, text_of(answer)
    assert office.get_row(Contact, contact).deleted_at is not None
    assert office.audit("contact.delete")[-1].subject_id == contact


async def test_a_removed_customer_shows_nowhere_but_is_kept(office: Office) -> None:
    key = office.customer("华东机电")
    assert (await office.act("customer", "remove", key)).status_code == 200
    assert office.get_row(Customer, key).deleted_at is not None
    assert office.audit("customer.delete")[-1].staff_id == office.staff_id
    assert "华东机电" not in (await office.page("/customer/list")).replace("华东机电？", "")
    assert (await office.get("/customer/detail", pk=key)).status_code == 404
    assert (await office.post("/customer/create", form(office))).status_code == 303


async def test_the_second_of_two_who_edit_is_told_what_the_first_changed(office: Office) -> None:
    key = office.customer("华东机电")
    assert (await office.post("/customer/edit", form(office), pk=key)).status_code == 303
    mine = form(office, level="A", short_name="华机")
    answer = await office.post("/customer/edit", mine, pk=key)
    assert answer.status_code == 422
    page = text_of(answer)
    assert "管理员刚刚改了这条记录" in page
    assert "级别: B" in page
    assert 'value="华机"' in page
    assert office.get_row(Customer, key).level == "B"
    answer = await office.post("/customer/edit", mine | {"version": "2"}, pk=key)
    assert answer.status_code == 303
    assert 'name="version" value="2"' in page
    assert office.get_row(Customer, key).level == "A"


async def test_a_name_that_is_taken_is_told_at_its_field(office: Office) -> None:
    office.customer("华东机电")
    answer = await office.post("/customer/create", form(office, short_name="华机"))
    assert answer.status_code == 422
    assert "已经有了" in text_of(answer)
    assert 'value="华机"' in text_of(answer)


async def test_a_script_in_a_name_is_text_wherever_it_shows(office: Office) -> None:
    key = office.customer(SCRIPT)
    office.add(Contact(customer_id=key, name=SCRIPT))
    with office.database.transaction() as session:
        session.get_one(Staff, office.staff_id).name = SCRIPT
    pages = [
        ("/customer/list", {}),
        ("/customer/list", {"q": SCRIPT}),
        ("/customer/detail", {"pk": key}),
        ("/customer/edit", {"pk": key}),
        ("/customer/create", {}),
        ("/channel_account/create", {}),
        ("/staff/list", {}),
        ("/code", {"staff": office.staff_id}),
        ("/conversation", {"staff": office.staff_id}),
    ]
    for path, query in pages:
        page = await office.page(path, **query)
        assert SCRIPT not in page, path
        assert "alert(1)" in page, path
    found = (await office.get("/_api/customer/relation-lookup")).json()
    assert SCRIPT not in found["items"][0]["_meta"]["select2"]["result"]
    await office.act("customer", "remove", key)
    assert SCRIPT not in await office.page("/customer/list")


CASES = [
    (
        "tour_route",
        TourRoute,
        {"name": "一号线", "capacity": "20", "minutes": "45", "active": "on"},
        {"name": "一号线", "capacity": "20", "minutes": "60"},
    ),
    (
        "venue",
        Venue,
        {"name": "牡丹厅", "formality": "formal", "tables": "3", "seats_per_table": "10"},
        {"name": "芍药厅", "formality": "formal", "tables": "3", "seats_per_table": "10"},
    ),
    (
        "dish",
        Dish,
        {"name": "清蒸鲈鱼", "course": "热菜", "contains": "鱼", "price": "88.5", "active": "on"},
        {"name": "清蒸鲈鱼", "course": "热菜", "price": "98"},
    ),
]


@pytest.mark.parametrize(("key", "table", "new", "changed"), CASES, ids=[c[0] for c in CASES])
async def test_lists_are_added_to_and_changed(
    office: Office, key: str, table: type, new: dict[str, str], changed: dict[str, str]
) -> None:
    answer = await office.post(f"/{key}/create", new)
    assert answer.status_code == 303, text_of(answer)
    assert new["name"] in await office.page(f"/{key}/list")
    (created,) = office.audit(f"{key}.create")
    assert created.after["name"] == new["name"]
    answer = await office.post(f"/{key}/edit", changed, pk=created.subject_id)
    assert answer.status_code == 303, text_of(answer)
    (update,) = office.audit(f"{key}.update")
    assert update.staff_id == office.staff_id
    assert not office.get_row(table, created.subject_id).active
    again = await office.post(f"/{key}/create", changed)
    assert again.status_code == 422
    assert "已经有了" in text_of(again)


async def test_money_is_typed_in_yuan_and_kept_in_fen(office: Office) -> None:
    await office.post("/dish/create", {"name": "鱼", "course": "热菜", "price": "88.5"})
    key = office.audit("dish.create")[0].subject_id
    assert office.get_row(Dish, key).price == 8850
    assert "88.50" in await office.page("/dish/list")


async def test_a_list_of_many_customers_asks_the_database_as_often_as_one_of_few(
    office: Office,
) -> None:
    counts = []
    for first, total in ((0, 1), (1, 2_000)):
        add_customers(office, first, total)
        with statements(office, "customer") as seen:
            page = await office.page("/customer/list", q="公司")
        assert page.count('data-sa-name="remove"') == min(25, total)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def add_customers(office: Office, first: int, total: int) -> None:
    now = office.visitor.gateway.settings.clock.now()
    shared = {"owner_id": office.staff_id, "created_at": now}
    rows = [{"name": f"公司{n}", **shared} for n in range(first, total)]
    with office.database.engine.begin() as connection:
        connection.execute(insert(Customer), rows)


@contextmanager
def statements(office: Office, about: str) -> Iterator[list[str]]:
    """Note the statements about a table; the gateway's own work goes on meanwhile."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if f"FROM {about}" in statement:
            seen.append(statement)

    event.listen(office.database.engine, "before_cursor_execute", note)
    yield seen
    event.remove(office.database.engine, "before_cursor_execute", note)


async def test_a_list_that_is_taken_away_is_written_down_and_limited(office: Office) -> None:
    office.customer("=1+1")
    answer = await office.post(
        "/_api/customer/action", {"scope": "page", "format": "csv"}, name="export", all="1"
    )
    assert answer.status_code == 200, answer.text
    assert "'=1+1" in answer.text
    (change,) = office.audit("customer.export")
    assert (change.staff_id, change.after) == (office.staff_id, {"rows": 1})


async def test_customers_are_filtered_by_whose_they_are_and_by_their_codes(office: Office) -> None:
    office.customer("华东机电")
    for rule, shows in (
        (f"owner_id__in={office.staff_id}", True),
        (f"owner_id__not_in={office.staff_id}", False),
        ("level__in=C", True),
        ("level__in=A,B", False),
        ("status__not_in=lost", True),
    ):
        page = await office.page("/customer/list", filter=rule)
        assert ('data-sa-name="remove"' in page) is shows, rule


async def test_managers_of_customers_are_named(office: Office) -> None:
    office.hire("boss", Role.MANAGER, "李经理")
    office.customer("华东机电")
    assert "管理员" in await office.page("/customer/list", q="华东")
    assert "华东机电" in await office.page("/customer/list", q="admin1")
