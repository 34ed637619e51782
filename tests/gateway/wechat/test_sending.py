"""Customer-service messages, and what WeChat says to them."""

import pytest
from sqlalchemy import select

from dakehu.gateway.outbox import Outbox
from dakehu.storage.tables import ChannelAccount
from dakehu.storage.tables import Outbox as Row

from ..tencent.caller import Caller
from .peer import FakeWeChat

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


@pytest.fixture(autouse=True)
def _by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the outbox look only when a test says so."""
    monkeypatch.setattr(Outbox, "start", lambda _outbox: None)


def outbox(follower: Caller) -> list[Row]:
    with follower.gateway.database.reading() as session:
        return list(session.scalars(select(Row).order_by(Row.id)))


def account(follower: Caller) -> ChannelAccount:
    with follower.gateway.database.reading() as session:
        return session.scalars(select(ChannelAccount)).one()


async def test_a_reminder_is_a_customer_service_message(bound: Caller, wechat: FakeWeChat) -> None:
    await bound.put({"text": "提醒", "buttons": [{"title": "好", "payload": "/affirm"}]})
    assert wechat.shown[0]["touser"] == "openid-1"
    assert wechat.texts[0].startswith("提醒\n\n1. <a href=")


async def test_a_picture_is_handed_over_and_a_file_is_on_the_web(
    bound: Caller, wechat: FakeWeChat
) -> None:
    add = bound.gateway.files.add
    image = add(1, "chart.png", "image/png", PNG).id
    file = {"url": f"/api/files/{add(1, 'a.csv', 'text/csv', b'a,b').id}", "name": "a.csv"}
    await bound.put({"text": "图表", "image": f"/api/files/{image}", "file": file})
    assert [each["msgtype"] for each in wechat.shown] == ["text", "image", "text"]
    assert wechat.files["media-1"] == ("image", "chart.png", PNG)
    assert "https://dakehu.example/api/files/2" in wechat.texts[1]


async def test_many_choices_are_never_cut_within_a_link(bound: Caller, wechat: FakeWeChat) -> None:
    labels = [f"华东机电设备制造有限公司第{number}分公司" for number in range(40)]
    buttons = [{"title": label, "payload": "/affirm"} for label in labels]
    await bound.put({"text": "哪一家？", "buttons": buttons})
    assert len(wechat.texts) > 3
    assert all(text.count("<a ") == text.count("</a>") for text in wechat.texts)
    assert sum(text.count("</a>") for text in wechat.texts) == 40


async def test_after_48_hours_a_message_waits_until_the_person_writes(
    bound: Caller, wechat: FakeWeChat
) -> None:
    wechat.complaints = [45015]
    await bound.put({"text": "提醒"})
    assert outbox(bound)[0].parked
    assert account(bound).blocked_at is None
    await bound.says("你好")
    await bound.gateway.outbox.round()
    assert wechat.texts == ["提醒"]


@pytest.mark.parametrize("code", [43004, 40003, 48002])
async def test_who_does_not_want_messages_is_marked(
    code: int, bound: Caller, wechat: FakeWeChat
) -> None:
    wechat.complaints = [code]
    await bound.put({"text": "提醒"})
    assert account(bound).blocked_at is not None
    assert outbox(bound)[0].parked


async def test_an_account_that_may_not_write_by_itself_keeps_it_for_later(
    bound: Caller, wechat: FakeWeChat
) -> None:
    wechat.complaints = [48001]
    await bound.put({"text": "提醒"})
    assert outbox(bound)[0].parked
    assert account(bound).blocked_at is None


async def test_what_is_over_the_quota_goes_out_later(bound: Caller, wechat: FakeWeChat) -> None:
    wechat.quota = 0
    await bound.put({"text": "提醒"})
    (waiting,) = outbox(bound)
    assert (waiting.error, waiting.parked) == ("45047 as documented", False)
    wechat.quota = 20
    with bound.gateway.database.transaction() as session:
        session.get_one(Row, waiting.id).not_before = None
    await bound.gateway.outbox.round()
    assert wechat.texts == ["提醒"]


async def test_a_stale_token_is_replaced_once_and_the_call_made_again(
    bound: Caller, wechat: FakeWeChat
) -> None:
    wechat.complaints = [40001]
    await bound.put({"text": "提醒"})
    assert wechat.texts == ["提醒"]
    assert len(wechat.tokens) == 2
