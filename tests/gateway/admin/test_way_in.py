"""Only administrators enter, and only their own pages' forms change anything."""

import pytest

from dakehu.codes import Language, Role
from dakehu.gateway.admin import words
from dakehu.storage.errors import StorageUnavailable
from dakehu.storage.tables import Staff

from .office import Office


async def test_somebody_not_signed_in_is_sent_to_the_page_to_sign_in(office: Office) -> None:
    office.visitor.http.cookies.clear()
    for path in ("/", "/staff/list", "/weights", "/_api/staff/relation-lookup"):
        answer = await office.get(path)
        assert (answer.status_code, answer.headers["location"]) == (303, "/"), path


@pytest.mark.parametrize("role", [Role.SPECIALIST, Role.MANAGER, Role.OFFICE])
async def test_every_other_role_is_refused_in_their_language_and_it_is_written_down(
    office: Office, role: Role
) -> None:
    key = office.hire("other", role)
    await office.visitor.sign_in(key)
    for path in ("/", "/staff/list", "/customer/create", "/conversation", "/code?staff=1"):
        answer = await office.get(path)
        assert answer.status_code == 403, path
        assert "这里只有管理员能进" in answer.text
    assert {row.staff_id for row in office.audit("denied")} == {key}


async def test_the_database_decides_on_every_request(office: Office) -> None:
    assert (await office.get("/staff/list")).status_code == 200
    with office.database.transaction() as session:
        session.get_one(Staff, office.staff_id).role = Role.MANAGER
    assert (await office.get("/staff/list")).status_code == 403
    with office.database.transaction() as session:
        session.get_one(Staff, office.staff_id).role = Role.ADMIN
        session.get_one(Staff, office.staff_id).active = False
    assert (await office.get("/staff/list")).status_code == 303


async def test_a_form_from_elsewhere_or_without_its_token_changes_nothing(office: Office) -> None:
    new = {"name": "华东一队"}
    office.origin = "https://evil.example"
    answer = await office.post("/team/create", new)
    assert answer.status_code == 403
    assert "不是从本站提交的" in answer.text
    office.origin = office.visitor.url
    assert (await office.post("/team/create", new | {"csrftoken": "x"})).status_code == 403
    assert office.audit("team.create") == []
    assert (await office.post("/team/create", new)).status_code == 303


async def test_pages_run_nothing_but_what_carries_their_nonce_and_fetch_nothing_from_elsewhere(
    office: Office,
) -> None:
    first, second = [await office.get("/staff/list") for _ in range(2)]
    policy = first.headers["content-security-policy"]
    assert "script-src 'self' 'nonce-" in policy
    assert "unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert policy != second.headers["content-security-policy"]
    assert "http" not in policy
    assert "rsms.me" not in first.text
    assert first.headers["cache-control"] == "no-store"
    assert "nonce=" in first.text


NONSENSE = (
    ("/staff/detail?pk=abc", 404),
    ("/staff/edit?pk=99999999999999999999", 404),
    ("/code?staff=x", 404),
    ("/nothing/list", 404),
    ("/staff/list?page=-3", 200),
    ("/staff/list?q=%00", 200),
    ("/staff/list?q=%ED%A0%80", 200),
    ("/staff/list?sort=payload__asc", 200),
    ("/customer/list?page=99999999999999999999", 400),
    ("/inbox/list?filter=state__in%3Dbogus", 200),
    ("/inbox/list?filter=payload__contains%3Dx", 400),
    ("/inbox/list?filter=staff_id__in%3D1", 200),
    ("/_api/customer/relation-lookup?pks=abc", 200),
    ("/_api/customer/relation-lookup?skip=99999999999999999999", 400),
    ("/_api/staff/inline-edit?pk=1&field=role", 403),
)


async def test_what_makes_no_sense_is_answered_kindly(office: Office) -> None:
    answers = [(path, (await office.get(path)).status_code) for path, _status in NONSENSE]
    assert answers == list(NONSENSE)


async def test_forged_forms_change_nothing(office: Office) -> None:
    key = office.customer("华东机电")
    form = {"name": "x", "level": "A", "status": "active", "owner_id": "1", "version": "1"}
    part = "inlines.{}.0"
    for kind, name in (("contact", "name"), ("customer_alias", "alias")):
        forged = {f"{part.format(kind)}.pk": "abc", f"{part.format(kind)}.{name}": "x"}
        assert (await office.post("/customer/edit", form | forged, pk=key)).status_code == 400
    answer = await office.post("/customer/edit", form | {"version": "x"}, pk=key)
    assert answer.status_code == 422
    for records, name in (("staff", "deactivate"), ("customer", "remove"), ("outbox", "retry")):
        for pk in ("99", "x", ""):
            answer = await office.post(f"/_api/{records}/row-action", name=name, pk=pk)
            assert answer.status_code == 400, (records, pk)
    assert (await office.post("/_api/staff/import")).status_code == 403
    assert office.audit("customer.update") == []


async def test_an_absent_database_is_told_and_nothing_is_half_done(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await office.page("/team/list")

    def away(*_args: object, **_values: object) -> None:
        raise StorageUnavailable("away")

    monkeypatch.setattr(office.database, "transaction", away)
    answer = await office.post("/team/create", {"name": "一队"})
    assert answer.status_code == 503
    assert "数据库暂时不可用" in answer.text


async def test_signing_out_ends_the_session(office: Office) -> None:
    cookies = dict(office.visitor.http.cookies)
    assert (await office.post("/logout")).status_code == 303
    office.visitor.http.cookies.update(cookies)
    assert (await office.get("/staff/list")).status_code == 303


async def test_everything_is_said_in_the_language_of_who_looks(office: Office) -> None:
    page = await office.page("/staff/list")
    assert "新增人员" in page
    assert "聊天账号" in page
    with office.database.transaction() as session:
        session.get_one(Staff, office.staff_id).language = Language.EN
    page = await office.page("/staff/list")
    assert "New person" in page
    assert "Chat accounts" in page
    assert "聊天账号" not in page


def test_every_word_is_there_in_both_languages() -> None:
    def check(entry: object, path: str) -> None:
        assert isinstance(entry, dict), path
        if set(entry) == {"zh", "en"} and path != "choices.language":
            assert all(isinstance(word, str) and word for word in entry.values()), path
            return
        for key, below in entry.items():
            check(below, f"{path}.{key}".strip("."))

    check(words._words(), "")
