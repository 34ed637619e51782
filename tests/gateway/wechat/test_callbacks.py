"""What followers say to an Official Account, and the answer within five seconds."""

import asyncio
import re
import time
from typing import Any

import pytest
from sqlalchemy import select

from dakehu.gateway.channels.tencent.crypto import Crypto
from dakehu.settings import Settings
from dakehu.storage.tables import ChannelAccount, Inbox, Outbox

from ..fake_engine import FakeEngine
from ..people import hire, new_code
from ..tencent.caller import KEY, TOKEN, Caller
from .conftest import calling
from .peer import APP, FakeWeChat

LINK = re.compile(r'<a href="weixin://bizmsgmenu\?msgmenucontent=(.*?)&msgmenuid=(.*?)">(.*?)</a>')


def rows(follower: Caller, table: Any) -> list[Any]:
    with follower.gateway.database.reading() as session:
        return list(session.scalars(select(table).order_by(table.id)))


def answering(*messages: dict[str, Any]) -> Any:
    async def answer(_question: dict[str, Any]) -> list[dict[str, Any]]:
        return list(messages)

    return answer


@pytest.mark.parametrize(("token", "status"), [(TOKEN, 200), ("another", 403)])
async def test_the_consoles_trial_gets_its_echo_back(
    token: str, status: int, follower: Caller
) -> None:
    timestamp = str(int(time.time()))
    signature = Crypto(token, KEY, APP).sign(timestamp, "n")
    query = {"signature": signature, "timestamp": timestamp, "nonce": "n", "echostr": "57612"}
    answer = await follower.http.get(follower.path, params=query)
    assert (answer.status_code, answer.text) == (status, "57612" if status == 200 else "")


async def test_a_stranger_gets_only_the_way_to_sign_in(
    follower: Caller, engine: FakeEngine
) -> None:
    assert "登录码" in await follower.does("subscribe")
    assert "登录码" in await follower.says("昨天拜访了华东机电")
    hire(follower.gateway.database)
    assert "陈晨" in await follower.says(new_code(follower.gateway.database, 1))
    assert engine.asked == []
    assert rows(follower, Inbox) == []


async def test_a_reply_in_time_is_the_answer_itself(bound: Caller, wechat: FakeWeChat) -> None:
    answer = await bound.says("你好")
    text, choices = answer.split("\n\n")
    assert text == "你好"
    assert [LINK.sub(r"\3", line) for line in choices.split("\n")] == ["1. 确认", "2. 取消"]
    assert rows(bound, Outbox)[0].sent_at is not None
    await bound.gateway.outbox.round()
    assert wechat.shown == []


async def test_a_choice_is_made_by_its_link_or_its_number(
    bound: Caller, engine: FakeEngine
) -> None:
    (said, token, _label), _other = LINK.findall(await bound.says("你好"))
    await bound.says(said, bizmsgmenuid=token)
    assert engine.asked[-1]["payload"] == '/affirm{"revision": 1}'
    await bound.says("2")
    assert engine.asked[-1]["payload"] == "/cancel"
    assert "已经按过了" in await bound.says(said, bizmsgmenuid=token)


async def test_the_same_message_again_gets_the_same_answer(
    bound: Caller, engine: FakeEngine
) -> None:
    message = bound.message(MsgType="text", Content="你好")
    answers = await asyncio.gather(*(bound.call(message) for _ in range(3)))
    answers.append(await bound.call(message))
    assert len({bound.opened(answer) for answer in answers}) == 1
    assert "你好" in bound.opened(answers[0])
    assert engine.texts == ["你好"]


async def test_a_reply_that_takes_longer_is_sent_by_itself(
    hurried: None, bound: Caller, engine: FakeEngine, wechat: FakeWeChat
) -> None:
    release = asyncio.Event()

    async def slow(_question: dict[str, Any]) -> list[dict[str, Any]]:
        await release.wait()
        return [{"text": "好的"}]

    engine.answer = slow
    assert await bound.says("你好") == "success"
    release.set()
    (shown,) = await wechat.shows(1)
    assert (shown["touser"], shown["text"]) == ("openid-1", {"content": "好的"})


async def test_several_messages_are_one_answer(bound: Caller, engine: FakeEngine) -> None:
    engine.answer = answering({"text": "一"}, {"text": "二"})
    assert await bound.says("你好") == "一\n\n二"


async def test_what_does_not_fit_the_answer_follows_it(
    bound: Caller, engine: FakeEngine, wechat: FakeWeChat
) -> None:
    engine.answer = answering({"text": "先"}, {"text": "很长的话。" * 200}, {"text": "后"})
    assert await bound.says("你好") == "先"
    await wechat.shows(3)
    assert "".join(wechat.texts) == "很长的话。" * 200 + "后"


async def test_an_answer_that_fits_not_at_all_is_sent_by_itself(
    bound: Caller, engine: FakeEngine, wechat: FakeWeChat
) -> None:
    engine.answer = answering({"text": "很长的话。" * 200})
    assert await bound.says("你好") == "success"
    await wechat.shows(2)
    assert "".join(wechat.texts) == "很长的话。" * 200


async def test_a_script_in_a_name_is_only_text(bound: Caller, engine: FakeEngine) -> None:
    name = '<a href="http://x">华东</a>&msgmenuid=forged">'
    buttons = [{"title": name, "payload": "/affirm"}]
    table = {"columns": ["客户"], "rows": [[name]]}
    engine.answer = answering({"text": name, "table": table, "buttons": buttons})
    answer = await bound.says("你好")
    links = re.findall(r"<[^>]*>", answer)
    assert links == [links[0], "</a>"]
    ((_said, token, _label),) = LINK.findall(answer)
    assert bound.gateway.button_tokens.read(token) == (2, 0)


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"MsgType": "image", "PicUrl": "http://p", "MediaId": "m"}, "图片"),
        ({"MsgType": "voice", "Format": "amr", "MediaId": "m", "Recognition": ""}, "语音"),
        ({"MsgType": "shortvideo", "MediaId": "m"}, "处理不了"),
        ({"MsgType": "link", "Title": "t", "Url": "http://x"}, "处理不了"),
        ({"MsgType": "miniprogrampage", "AppId": "wx"}, "处理不了"),
    ],
)
async def test_what_is_no_text_gets_a_helpful_answer(
    fields: dict[str, str], word: str, bound: Caller, engine: FakeEngine
) -> None:
    assert word in await bound.tells(**fields)
    assert engine.asked == []


async def test_what_wechat_recognised_in_speech_is_text(bound: Caller, engine: FakeEngine) -> None:
    await bound.tells(MsgType="voice", Format="amr", MediaId="m", Recognition="昨天拜访了华东机电")
    assert engine.texts == ["昨天拜访了华东机电"]


async def test_a_place_goes_to_the_engine_as_it_is(bound: Caller, engine: FakeEngine) -> None:
    place = {"Location_X": "31.2304", "Location_Y": "121.4737", "Scale": "15"}
    await bound.tells(MsgType="location", Label="人民广场", **place)
    assert engine.asked[0]["payload"].startswith('/share_location{"latitude": 31.2304')


async def test_a_press_of_the_menu_says_what_its_key_says(
    bound: Caller, engine: FakeEngine
) -> None:
    await bound.does("CLICK", EventKey="帮助")
    assert engine.texts == ["帮助"]


@pytest.mark.parametrize("event", ["VIEW", "LOCATION", "SCAN", "TEMPLATESENDJOBFINISH"])
async def test_what_wants_no_answer_gets_none(event: str, bound: Caller) -> None:
    assert await bound.does(event, EventKey="k") == "success"
    assert rows(bound, Inbox) == []


async def test_who_stops_following_is_not_written_to_until_they_are_back(bound: Caller) -> None:
    assert await bound.does("unsubscribe") == "success"
    assert rows(bound, ChannelAccount)[0].blocked_at is not None
    assert "又见面" in await bound.does("subscribe")
    assert rows(bound, ChannelAccount)[0].blocked_at is None


async def test_a_reply_that_was_kept_before_a_kill_goes_out_once_after_the_start(
    hurried: None, settings: Settings, wechat: FakeWeChat, engine: FakeEngine
) -> None:
    async with calling(settings, wechat) as follower:
        follower.bound()
        engine.ready = False
        assert await follower.says("你好") == "success"
    engine.ready = True
    async with calling(settings, wechat) as follower:
        await wechat.shows(1)
        await follower.gateway.outbox.round()
        assert len(wechat.shown) == 1
        assert wechat.texts[0].startswith("你好")
