"""Only administrators enter, and only their own pages' forms change anything."""

import pytest

from dakehu.codes import Role
from dakehu.storage.tables import Staff

from .office import Office, text_of


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


async def test_what_makes_no_sense_is_answered_kindly(office: Office) -> None:
    for path in ("/staff/detail?pk=abc", "/staff/edit?pk=99999999999999999999", "/code?staff=x"):
        assert (await office.get(path)).status_code == 404, path
    assert (await office.get("/staff/list?page=-3")).status_code == 200
    answer = await office.get("/staff/list", q="\x00")
    assert answer.status_code in (200, 400)
    assert "Traceback" not in answer.text


async def test_signing_out_ends_the_session(office: Office) -> None:
    cookies = dict(office.visitor.http.cookies)
    assert (await office.post("/logout")).status_code == 303
    office.visitor.http.cookies.update(cookies)
    assert (await office.get("/staff/list")).status_code == 303


async def test_everything_is_said_in_the_language_of_who_looks(office: Office) -> None:
    assert "添加" in text_of(await office.get("/staff/list")) or "新" in await office.page(
        "/staff/list"
    )
    assert "聊天账号" in await office.page("/staff/list")
    with office.database.transaction() as session:
        session.get_one(Staff, office.staff_id).language = "en"
    page = await office.page("/staff/list")
    assert "Chat accounts" in page
    assert "聊天账号" not in page
