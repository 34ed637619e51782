"""What members say by WeCom, and what they do with the app and its cards."""

import asyncio
import time
from typing import Any

import pytest
from sqlalchemy import select

from dakehu.codes import Channel
from dakehu.gateway.channels.tencent.crypto import Crypto
from dakehu.storage.tables import ChannelAccount, History, Inbox, Outbox

from ..fake_engine import FakeEngine
from ..people import hire, new_code
from ..tencent.caller import KEY, TOKEN, Caller
from .peer import FakeWeCom


def rows(member: Caller, table: Any) -> list[Any]:
    with member.gateway.database.reading() as session:
        return list(session.scalars(select(table).order_by(table.id)))


async def test_the_consoles_trial_gets_its_echo_opened(member: Caller) -> None:
    sealed = member.crypto.encrypt_message("1616140317555161061", "nonce", "1")
    echo = sealed.split("<Encrypt><![CDATA[")[1].split("]]>")[0]
    answer = await member.http.get(member.path, params={"echostr": echo, **query(member, echo)})
    assert (answer.status_code, answer.text) == (200, "1616140317555161061")
    answer = await member.http.get(member.path, params={"echostr": echo, **query(member, "x")})
    assert (answer.status_code, answer.text) == (403, "")


def query(member: Caller, sealed: str) -> dict[str, str]:
    timestamp = str(int(time.time()))
    signature = Crypto(TOKEN, KEY, member.receiver).sign(timestamp, "n", sealed)
    return {"msg_signature": signature, "timestamp": timestamp, "nonce": "n"}


async def test_a_stranger_gets_only_the_way_to_sign_in(member: Caller, engine: FakeEngine) -> None:
    assert "登录码" in await member.says("昨天拜访了华东机电")
    assert "登录码" in await member.does("subscribe")
    assert engine.asked == []
    assert rows(member, Inbox) == []


async def test_a_code_typed_in_the_chat_binds_it(member: Caller, engine: FakeEngine) -> None:
    hire(member.gateway.database)
    code = new_code(member.gateway.database, 1)
    assert "陈晨" in await member.says(code)
    (account,) = rows(member, ChannelAccount)
    assert (account.channel, account.external_id) == (Channel.WECOM, "chen")
    assert engine.asked == []


async def test_a_message_is_answered_at_once_and_its_reply_sent_after(
    bound: Caller, engine: FakeEngine, wecom: FakeWeCom
) -> None:
    release = asyncio.Event()

    async def slow(question: dict[str, Any]) -> list[dict[str, Any]]:
        await release.wait()
        return [{"text": "好的"}]

    engine.answer = slow
    assert await bound.says("你好") == ""
    assert [row.state for row in rows(bound, Inbox)] == ["received"]
    release.set()
    (shown,) = await wecom.shows(1)
    assert (shown["touser"], shown["text"]) == ("chen", {"content": "好的"})


async def test_the_same_message_again_has_no_second_effect(
    bound: Caller, engine: FakeEngine, wecom: FakeWeCom
) -> None:
    message = bound.message(MsgType="text", Content="你好")
    await asyncio.gather(*(bound.call(message) for _ in range(4)))
    await wecom.shows(1)
    await bound.call(message)
    await bound.gateway.outbox.round()
    assert engine.texts == ["你好"]
    assert len(wecom.shown) == 1


async def test_the_same_event_again_has_no_second_effect(
    bound: Caller, engine: FakeEngine, wecom: FakeWeCom
) -> None:
    message = bound.message(MsgType="event", Event="click", EventKey="帮助", MsgId=None)
    for _ in range(3):
        await bound.call(message)
    await wecom.shows(1)
    assert engine.texts == ["帮助"]


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"MsgType": "image", "PicUrl": "http://p", "MediaId": "m"}, "图片"),
        ({"MsgType": "voice", "Format": "amr", "MediaId": "m"}, "语音"),
        ({"MsgType": "video", "MediaId": "m", "ThumbMediaId": "t"}, "处理不了"),
        ({"MsgType": "file", "MediaId": "m"}, "处理不了"),
        ({"MsgType": "link", "Title": "t", "Url": "http://x"}, "处理不了"),
        ({"MsgType": "location", "Location_X": "north", "Location_Y": "1"}, "处理不了"),
        ({"MsgType": "location", "Location_X": "nan", "Location_Y": "1"}, "处理不了"),
    ],
)
async def test_what_is_no_text_gets_a_helpful_answer(
    fields: dict[str, str], word: str, bound: Caller, engine: FakeEngine, wecom: FakeWeCom
) -> None:
    assert await bound.tells(**fields) == ""
    await wecom.shows(1)
    assert word in wecom.texts[0]
    assert engine.asked == []


async def test_a_place_goes_to_the_engine_as_it_is(
    bound: Caller, engine: FakeEngine, wecom: FakeWeCom
) -> None:
    place = {"Location_X": "31.2304", "Location_Y": "121.4737", "Scale": "15"}
    await bound.tells(MsgType="location", Label="人民广场", **place)
    await wecom.shows(1)
    assert engine.asked[0]["payload"].startswith('/share_location{"latitude": 31.2304')
    assert engine.asked[0]["text"] == "人民广场"


async def test_a_press_of_the_menu_says_what_its_key_says(
    bound: Caller, engine: FakeEngine, wecom: FakeWeCom
) -> None:
    await bound.does("click", EventKey="/restart")
    await wecom.shows(1)
    assert engine.asked[0]["text"] == "/restart"
    assert engine.asked[0]["payload"] is None


@pytest.mark.parametrize("event", ["enter_agent", "view", "LOCATION", "scancode_push", ""])
async def test_what_wants_no_answer_gets_none(
    event: str, bound: Caller, engine: FakeEngine, wecom: FakeWeCom
) -> None:
    assert await bound.does(event, EventKey="k", Latitude="31.2", Longitude="121.4") == ""
    assert rows(bound, Inbox) == []
    assert wecom.calls == []


async def test_somebody_who_lost_the_app_is_not_written_to_until_they_are_back(
    bound: Caller, wecom: FakeWeCom
) -> None:
    await bound.does("unsubscribe")
    (account,) = rows(bound, ChannelAccount)
    assert account.blocked_at is not None
    await bound.does("subscribe")
    await wecom.shows(1)
    assert "又见面" in wecom.texts[0]
    assert rows(bound, ChannelAccount)[0].blocked_at is None


async def test_a_button_of_a_card_is_pressed_once_and_the_card_shows_it(
    bound: Caller, engine: FakeEngine, wecom: FakeWeCom
) -> None:
    await bound.says("你好")
    (card,) = await wecom.shows(1)
    key = card["template_card"]["button_list"][0]["key"]
    wecom.codes = {"code-1", "code-2"}
    await bound.does("template_card_event", EventKey=key, ResponseCode="code-1", TaskId="t")
    updated = await wecom.called("update_template_card")
    assert updated["userids"] == ["chen"]
    assert updated["button"] == {"replace_name": "✓ 确认"}
    await wecom.shows(2)
    assert engine.asked[-1]["payload"] == '/affirm{"revision": 1}'
    again = {"EventKey": key, "ResponseCode": "code-2", "TaskId": "t", "CreateTime": "1"}
    await bound.does("template_card_event", **again)
    await wecom.shows(3)
    assert "已经按过了" in wecom.texts[-1]
    assert len(engine.asked) == 2


async def test_a_press_counts_where_the_card_cannot_be_changed(
    bound: Caller, engine: FakeEngine, wecom: FakeWeCom
) -> None:
    await bound.says("你好")
    (card,) = await wecom.shows(1)
    key = card["template_card"]["button_list"][1]["key"]
    await bound.does("template_card_event", EventKey=key, ResponseCode="too old")
    await wecom.shows(2)
    assert engine.asked[-1]["payload"] == "/cancel"


async def test_a_colleagues_button_and_a_made_up_one_are_refused(
    bound: Caller, engine: FakeEngine, wecom: FakeWeCom
) -> None:
    await bound.says("你好")
    (card,) = await wecom.shows(1)
    key = card["template_card"]["button_list"][0]["key"]
    bound.account = "li"
    bound.bound("specialist2")
    for forged in (key, "/affirm", ""):
        press = {"EventKey": forged, "ResponseCode": "code"}
        assert "不是给您的" in await bound.does("template_card_event", **press)
    assert engine.texts == ["你好"]
    assert wecom.updated == []


async def test_a_reply_is_kept_in_the_one_history(bound: Caller, wecom: FakeWeCom) -> None:
    await bound.says("你好")
    await wecom.shows(1)
    assert [row.message["text"] for row in rows(bound, History)] == ["你好", "你好"]
    assert rows(bound, Outbox)[0].dedupe_key == "reply:2"
