"""Staff, teams, bindings and sign-in codes."""

import re

import pytest

from dakehu.codes import Channel, Role
from dakehu.storage.tables import ChannelAccount, SignInCode, Staff, Team

from ..people import new_code
from .office import Office, text_of

NEW = {"login": "wang", "name": "王芳", "role": "specialist", "language": "zh", "region": "华东"}


async def test_a_person_is_taken_in_and_it_is_written_down(office: Office) -> None:
    team = office.add(Team(name="华东一队"))
    answer = await office.post("/staff/create", NEW | {"team_id": str(team)})
    assert answer.status_code == 303, text_of(answer)
    page = await office.page("/staff/list", q="王芳")
    assert "wang" in page
    assert "华东一队" in page
    change = office.audit("staff.create")[-1]
    assert (change.staff_id, change.channel) == (office.staff_id, "admin")
    assert change.after["name"] == "王芳"
    assert change.after["team_id"] == team


async def test_a_login_that_is_taken_is_told_at_its_field_and_what_was_typed_stays(
    office: Office,
) -> None:
    office.hire("wang")
    answer = await office.post("/staff/create", NEW)
    assert answer.status_code == 422
    page = text_of(answer)
    assert "已经有了" in page
    assert 'value="王芳"' in page
    assert office.audit("staff.create")[-1].after["name"] == "陈晨"


@pytest.mark.parametrize(
    "wrong", [{"login": " "}, {"role": "king"}, {"name": "x" * 201}, {"team_id": "77"}]
)
async def test_what_cannot_be_is_not_saved(office: Office, wrong: dict[str, str]) -> None:
    answer = await office.post("/staff/create", NEW | wrong)
    taken = [row for row in office.audit("staff.create") if row.after["login"] == "wang"]
    if "team_id" in wrong:  # no such team: none
        assert taken[0].after["team_id"] is None
    else:
        assert answer.status_code == 422
        assert taken == []


async def test_a_change_is_written_down_with_what_was_before(office: Office) -> None:
    key = office.hire("wang")
    answer = await office.post("/staff/edit", NEW | {"role": "manager"}, pk=key)
    assert answer.status_code == 303, text_of(answer)
    change = office.audit("staff.update")[-1]
    assert (change.subject_id, change.staff_id) == (key, office.staff_id)
    assert change.before == {"name": "陈晨", "role": "specialist", "region": None}
    assert change.after == {"name": "王芳", "role": "manager", "region": "华东"}


async def test_who_leaves_is_deactivated_and_their_session_ends(office: Office) -> None:
    key = office.hire("wang")
    code = new_code(office.database, key)
    async with office.visitor.colleague("li") as other:
        answer = await office.act("staff", "deactivate", key)
        assert answer.status_code == 200, answer.text
        assert not office.get_row(Staff, key).active
        refused = await other.http.post("/api/session", json={"code": code, "channel": "web"})
        assert refused.status_code == 401
    change = office.audit("staff.update")[-1]
    assert (change.before, change.after) == ({"active": True}, {"active": False})
    assert (await office.act("staff", "reactivate", key)).status_code == 200
    assert office.get_row(Staff, key).active


async def test_an_administrator_cannot_lock_themselves_out(office: Office) -> None:
    answer = await office.act("staff", "deactivate", office.staff_id)
    assert answer.status_code == 400
    assert "不能停用自己" in answer.json()["msg"]
    answer = await office.post("/staff/edit", NEW, pk=office.staff_id)
    assert answer.status_code == 422
    assert "不能停用自己" in text_of(answer)
    assert office.get_row(Staff, office.staff_id).role is Role.ADMIN


@pytest.mark.parametrize("key", ["staff", "team", "customer", "venue", "audit", "inbox"])
async def test_nothing_is_ever_deleted(office: Office, key: str) -> None:
    for _ in range(2):
        await office.post(f"/_api/{key}/action", name="delete", pks="1")
    answer = await office.act(key, "delete", 1)
    assert answer.status_code == 400
    assert office.get_row(Staff, office.staff_id).active


async def test_a_code_is_shown_once_and_signs_in_and_is_nowhere_else(office: Office) -> None:
    key = office.hire("wang")
    assert "24 小时" in await office.page("/code", staff=key)
    page = text_of(await office.post("/code", staff=key))
    code = re.search(r'<code id="code">([0-9A-Z-]{14})<', page)
    assert code is not None
    assert f"/?code={code[1]}" in page
    (change,) = office.audit("sign_in_code.create")
    assert (change.subject, change.subject_id, change.after) == ("staff", key, None)
    with office.database.reading() as session:
        kept = session.query(SignInCode).filter_by(staff_id=key).one()
    for path in ("/staff/list", f"/staff/detail?pk={key}", f"/code?staff={key}", "/audit/list"):
        page = (await office.get(path)).text
        assert code[1] not in page
        assert kept.code_hash not in page
    body = {"code": code[1], "channel": "web"}
    assert (await office.visitor.http.post("/api/session", json=body)).status_code == 200


async def test_no_code_is_given_to_somebody_who_left(office: Office) -> None:
    key = office.add(Staff(login="gone", name="走了", role=Role.OFFICE, active=False))
    answer = await office.post("/code", staff=key)
    assert answer.status_code == 422
    assert "已停用" in answer.text
    assert office.audit("sign_in_code.create") == []


async def test_an_account_is_bound_unbound_and_bound_again(office: Office) -> None:
    key = office.hire("wang")
    bound = {"staff_id": str(key), "channel": "wecom", "external_id": "WangFang"}
    answer = await office.post("/channel_account/create", bound)
    assert answer.status_code == 303, text_of(answer)
    found = office.visitor.gateway.accounts.find(Channel.WECOM, "WangFang")
    assert found is not None
    assert found.staff_id == key
    assert "WangFang" in await office.page("/channel_account/list")
    assert (await office.act("channel_account", "unbind", found.id)).status_code == 200
    assert office.visitor.gateway.accounts.find(Channel.WECOM, "WangFang") is None
    assert office.get_row(ChannelAccount, found.id).ended_at is not None
    assert office.audit("channel_account.update")[-1].staff_id == office.staff_id
    assert (await office.post("/channel_account/create", bound)).status_code == 303
    assert office.visitor.gateway.accounts.find(Channel.WECOM, "WangFang") is not None
    # Nobody has written from there: WeChat's 48 hours do not run.
    assert office.get_row(ChannelAccount, found.id).heard_at is None


async def test_an_account_of_somebody_else_is_not_taken_from_them(office: Office) -> None:
    first, second = office.hire("wang"), office.hire("li")
    bound = {"channel": "wecom", "external_id": "WangFang"}
    await office.post("/channel_account/create", bound | {"staff_id": str(first)})
    answer = await office.post("/channel_account/create", bound | {"staff_id": str(second)})
    assert answer.status_code == 422
    assert "绑定在别人名下" in text_of(answer)
    found = office.visitor.gateway.accounts.find(Channel.WECOM, "WangFang")
    assert found is not None
    assert found.staff_id == first


async def test_a_team_gets_its_manager(office: Office) -> None:
    manager = office.hire("boss", Role.MANAGER, "李经理")
    team = office.add(Team(name="一队"))
    form = {"name": "一队", "manager_id": str(manager)}
    assert (await office.post("/team/edit", form, pk=team)).status_code == 303
    assert office.get_row(Team, team).manager_id == manager
    assert "李经理" in await office.page("/team/list")
