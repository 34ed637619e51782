"""One's own account by talking (docs/flows/account.md)."""

from datetime import UTC, datetime, timedelta

import pytest

from dakehu.codes import Channel
from dakehu.sign_in import find_code, redeem
from dakehu.storage import tables
from dakehu.storage.messages.accounts import bind
from dakehu.storage.messages.sessions import open_session
from dakehu.storage.sign_in_codes import SqlCodes
from tests.actions.conftest import DOORS, Talk
from tests.actions.office import Office


@pytest.fixture
def own(talk: Talk, office: Office) -> Talk:
    """Let somebody have two chats and a web session."""
    with office.database.transaction() as session:
        bind(session, talk.staff_id, Channel.TELEGRAM, "77", "chen")
        bind(session, talk.staff_id, Channel.WECOM, "chenchen", None)
        open_session(session, "fingerprint", talk.staff_id, Channel.WEB)
    return talk


def ended(office: Office) -> dict[str, bool]:
    return {row.channel: row.ended_at is not None for row in office.rows(tables.ChannelAccount)}


def preferred(talk: Talk, office: Office) -> Channel | None:
    return next(s.preferred_channel for s in office.rows(tables.Staff) if s.id == talk.staff_id)


def test_who_somebody_is_is_told_with_all_that_is_bound(own: Talk) -> None:
    said = own.say("我是谁", "who_am_i")
    for told in ("陈晨，客户专员，一组", "中文", "Telegram（chen）", "企业微信：", "网页登录：1处"):
        assert told in said
    assert {"解绑Telegram（chen）", "解绑企业微信", "绑定其他渠道", "退出所有网页"} < {*own.buttons}


def test_who_somebody_is_is_told_in_english(own: Talk) -> None:
    own.say("english", "set_language")
    said = own.say("who am i", "who_am_i")
    assert "You are 陈晨, specialist, 一组." in said
    assert "Telegram (chen), since" in said


def test_a_manager_is_told_the_team_they_lead(own: Talk, office: Office) -> None:
    own.staff_id = office.staff["manager1"]
    assert "林岚，经理，一组" in own.say("我是谁", "who_am_i")


def test_a_chat_is_let_go_of_after_asking_once_more(own: Talk, office: Office) -> None:
    own.say("我是谁", "who_am_i")
    assert "确定解绑Telegram（chen）吗" in own.press("解绑Telegram（chen）")
    assert ended(office) == {Channel.TELEGRAM: False, Channel.WECOM: False}
    assert "已解绑Telegram（chen）" in own.press("确定解除")
    assert ended(office) == {Channel.TELEGRAM: True, Channel.WECOM: False}
    audited = [row for row in office.rows(tables.Audit) if row.staff_id == own.staff_id]
    assert [row.action for row in audited] == ["channel_account.update"]
    assert "Telegram" not in own.say("我是谁", "who_am_i")


def test_a_typed_yes_lets_go_too_and_a_no_does_not(own: Talk, office: Office) -> None:
    own.say("解绑企微", "unbind")
    assert "什么都没动" in own.say("不", "deny")
    own.say("解绑企微", "unbind")
    assert "已解绑企业微信" in own.say("好的", "affirm")
    assert ended(office) == {Channel.TELEGRAM: False, Channel.WECOM: True}


def test_without_a_name_it_is_asked_which(own: Talk, office: Office) -> None:
    assert "哪一个" in own.say("我要解绑", "unbind")
    own.press("解绑企业微信")
    assert "什么都没动" in own.press("不解除")
    assert not any(ended(office).values())


def test_what_is_not_bound_cannot_be_let_go_of(own: Talk) -> None:
    assert "没有绑定微信" in own.say("解绑微信", "unbind")


def test_a_colleagues_chat_cannot_be_let_go_of(own: Talk, office: Office) -> None:
    own.say("解绑企微", "unbind")
    own.staff_id = office.staff["specialist2"]
    assert "同事" in own.press("确定解除")
    assert not any(ended(office).values())
    assert office.rows(tables.Audit)[-1].action == "denied"


def test_all_web_sessions_end_together(own: Talk, office: Office) -> None:
    assert "1处" in own.say("退出所有网页登录", "unbind")
    own.press("确定解除")
    (session,) = office.rows(tables.WebSession)
    assert session.revoked_at is not None
    assert not any(ended(office).values())


def test_a_code_binds_another_chat(own: Talk, office: Office) -> None:
    said = own.say("怎么绑定telegram", "bind_channel")
    code = find_code(said)
    assert code
    assert f"https://t.me/dakehu_bot?start={code}" in said
    with office.database.transaction() as session:
        tomorrow = datetime.now(UTC) + timedelta(hours=23)
        assert redeem(SqlCodes(session), DOORS.secret, code, tomorrow) == own.staff_id


def test_a_message_that_comes_again_makes_no_second_code(own: Talk, office: Office) -> None:
    first = own.say("绑定telegram", "bind_channel")
    own.messages = iter([0])
    assert own.say("绑定telegram", "bind_channel") == first
    assert len(office.rows(tables.SignInCode)) == 1


def test_a_chat_that_is_not_set_up_is_said_to_be(own: Talk, office: Office) -> None:
    assert "微信还没有接通" in own.say("绑定微信", "bind_channel")
    assert office.rows(tables.SignInCode) == []


@pytest.mark.parametrize(
    ("said", "channel"),
    [
        ("以后提醒发到企业微信", Channel.WECOM),
        ("别发企业微信了，发电报", Channel.TELEGRAM),
        ("提醒发tg,别发网页", Channel.TELEGRAM),
        ("reminders in the browser please", Channel.WEB),
        ("don't send to telegram, send to wecom", Channel.WECOM),
    ],
)
def test_reminders_go_where_they_are_wanted(
    own: Talk, office: Office, said: str, channel: Channel
) -> None:
    own.say(said, "set_channel")
    assert preferred(own, office) is channel


def test_without_a_channel_it_is_asked_which(own: Talk, office: Office) -> None:
    assert "发到企业微信" in own.say("换个渠道提醒我", "set_channel")
    assert "发到网页" in own.press("提醒改发网页")
    assert preferred(own, office) is Channel.WEB
    assert "主动消息发到网页" in own.say("我是谁", "who_am_i")


def test_reminders_cannot_go_where_nothing_is_bound(own: Talk, office: Office) -> None:
    assert "还没有绑定微信" in own.say("提醒发微信", "set_channel")
    assert preferred(own, office) is None
    assert "还没有接通" in own.press("去绑定")


def test_in_a_form_it_is_answered_and_the_form_goes_on(own: Talk, office: Office) -> None:
    own.say("昨天下午三点去华东机电拜访", "log_visit")
    asked = own.replies[-1]["text"]
    assert own.say("我是谁", "who_am_i").endswith(asked)
    own.say("解绑企微", "unbind")
    assert own.press("确定解除").endswith(asked)
    assert ended(office)[Channel.WECOM]


def test_the_office_has_an_account_too(own: Talk, office: Office) -> None:
    own.staff_id = office.staff["office1"]
    assert "何静" in own.say("我是谁", "who_am_i")
