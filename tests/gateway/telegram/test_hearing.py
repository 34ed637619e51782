"""What arrives from Telegram: whose it is, what it says, and what it is answered with."""

from typing import Any

import pytest
from sqlalchemy import select

from dakehu.codes import Channel
from dakehu.storage.tables import ChannelAccount, History, Inbox

from ..fake_engine import FakeEngine
from ..people import hire, new_code
from .phone import CHEN, Phone, message, press, recorded


async def test_a_stranger_gets_only_the_way_to_sign_in(phone: Phone, engine: FakeEngine) -> None:
    await phone.send(recorded("message"))
    (word,) = await phone.hears()
    assert "登录码" in word
    assert "code" not in word  # their app is Chinese
    assert engine.asked == []
    assert phone.rows(Inbox) == []


async def test_a_link_with_a_code_binds_the_account(phone: Phone) -> None:
    code = new_code(phone.gateway.database, 1)
    await phone.send(recorded("start", text=f"/start {code}"))
    assert "登录成功，陈晨" in (await phone.hears())[0]
    (account,) = phone.rows(ChannelAccount)
    assert (account.channel, account.external_id) == (Channel.TELEGRAM, str(CHEN))
    assert account.name == "@chenchen"


async def test_a_script_in_a_name_stays_text(phone: Phone) -> None:
    code = new_code(phone.gateway.database, 1)
    sender = {"id": CHEN, "is_bot": False, "first_name": "<script>alert(1)</script>\u0000"}
    await phone.send(recorded("start", text=f"/start {code}", **{"from": sender}))
    await phone.hears()
    (account,) = phone.rows(ChannelAccount)
    assert account.name == "<script>alert(1)</script>\ufffd"


async def test_a_message_is_kept_answered_and_typed_for(mine: Phone, engine: FakeEngine) -> None:
    await mine.send(recorded("message"))
    assert await mine.hears() == ["昨天拜访了华东机电"]
    assert engine.asked[0]["sender"] == "staff:1"
    assert engine.asked[0]["message_id"] == f"telegram:123456:{CHEN}:101"
    (call,) = await mine.api.called("sendChatAction")
    assert call.given == {"chat_id": str(CHEN), "action": "typing"}


async def test_an_update_again_has_no_second_effect(mine: Phone, engine: FakeEngine) -> None:
    again = recorded("message")
    again["update_id"] += 7  # a new queue of updates, the same message
    await mine.send(recorded("message"), recorded("message"), again)
    await mine.say("你好")
    assert await mine.hears(2) == ["昨天拜访了华东机电", "你好"]
    assert engine.texts == ["昨天拜访了华东机电", "你好"]


async def test_who_somebody_is_comes_from_the_update_and_never_from_its_text(
    mine: Phone, engine: FakeEngine
) -> None:
    hire(mine.gateway.database, "specialist2")
    mine.bound(2, 77000002)
    await mine.send(recorded("forwarded"))
    await mine.hears()
    assert [asked["sender"] for asked in engine.asked] == ["staff:1"]


async def test_a_chat_that_is_not_the_senders_is_not_listened_to(
    mine: Phone, engine: FakeEngine
) -> None:
    hire(mine.gateway.database, "specialist2")
    mine.bound(2, 77000002)
    await mine.send(recorded("forged_chat"))
    await mine.say("你好")
    await mine.hears()
    assert engine.texts == ["你好"]


@pytest.mark.parametrize(
    ("update", "sentence"),
    [
        ("photo", "图片我还看不懂"),
        ("voice", "语音我还听不懂"),
        ("sticker", "表情收到"),
        ("animation", "表情收到"),
        ("contact", "这种消息我处理不了"),
        ("newer_than_the_library", "这种消息我处理不了"),
        ("edited_message", "您改了一条发过的消息"),
    ],
)
async def test_what_cannot_be_taken_gets_a_helpful_answer(
    mine: Phone, engine: FakeEngine, update: str, sentence: str
) -> None:
    await mine.send(recorded(update))
    assert sentence in (await mine.hears())[0]
    assert engine.asked == []


@pytest.mark.parametrize(
    "update", ["pinned_message", "live_location", "channel_post", "removed_from_group"]
)
async def test_what_nobody_says_to_the_bot_is_not_answered(
    mine: Phone, engine: FakeEngine, update: str
) -> None:
    await mine.send(recorded(update))
    await mine.say("你好")
    assert await mine.hears() == ["你好"]
    assert engine.texts == ["你好"]


@pytest.mark.parametrize(
    ("update", "name"), [("location", None), ("venue", "华东机电设备有限公司")]
)
async def test_a_place_is_told_to_the_engine(
    mine: Phone, engine: FakeEngine, update: str, name: str | None
) -> None:
    await mine.send(recorded(update))
    await mine.hears()
    said = mine.rows(History)[0].message
    assert said["data"]["place"] == {"latitude": 31.230416, "longitude": 121.473701, "name": name}
    assert engine.asked[0]["payload"].startswith("/share_location{")


async def test_what_cannot_be_read_keeps_nobody_waiting(
    mine: Phone, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    hear = mine.gateway.chats.hear

    async def stumble(heard: Any, patience: float = 0) -> Any:
        if heard.text == "害人的话":
            raise ValueError
        return await hear(heard, patience)

    monkeypatch.setattr(type(mine.gateway.chats), "hear", lambda _self, heard: stumble(heard))
    await mine.send(message("害人的话"), message("你好"))
    assert await mine.hears() == ["你好"]


async def test_who_blocks_the_bot_is_not_written_to_until_they_let_it(mine: Phone) -> None:
    await mine.send(recorded("blocked"))
    assert mine.rows(ChannelAccount)[0].blocked_at is not None
    await mine.send(recorded("unblocked"))
    assert mine.rows(ChannelAccount)[0].blocked_at is None


async def test_strangers_who_flood_are_answered_so_often_and_no_more(phone: Phone) -> None:
    await phone.send(*(message("你好") for _ in range(30)))
    code = new_code(phone.gateway.database, 1)
    await phone.send(recorded("start", text=f"/start {code}"))
    await phone.say("你好")
    assert (await phone.hears(21))[-1] == "你好"


async def test_a_press_is_answered_and_replaced_by_the_choice(
    mine: Phone, engine: FakeEngine
) -> None:
    await mine.say("你好")
    token = (await mine.api.called("sendMessage"))[0].token("确认")
    await mine.send(press(token))
    await mine.hears(2)
    assert engine.asked[-1]["payload"] == '/affirm{"revision": 1}'
    await mine.api.called("answerCallbackQuery")
    (edit,) = await mine.api.called("editMessageReplyMarkup")
    assert edit.labels == [["✓ 确认"]]


async def test_a_press_of_the_choice_taken_does_nothing(mine: Phone, engine: FakeEngine) -> None:
    await mine.send(press("taken", "✓ 确认"))
    await mine.api.called("answerCallbackQuery")
    assert engine.asked == []
    assert mine.rows(Inbox) == []


async def test_an_expired_button_takes_its_keyboard_away(mine: Phone, engine: FakeEngine) -> None:
    await mine.say("你好")
    token = (await mine.api.called("sendMessage"))[0].token("确认")
    with mine.gateway.database.transaction() as session:
        for row in session.scalars(select(History)):
            row.expires_at = row.at.replace(year=2020)
    await mine.send(press(token))
    assert "已经过期" in (await mine.hears(2))[-1]
    (edit,) = await mine.api.called("editMessageReplyMarkup")
    assert edit.labels == []
    assert engine.texts == ["你好"]


async def test_a_button_of_a_message_too_old_to_be_changed_still_works(
    mine: Phone, engine: FakeEngine
) -> None:
    await mine.say("你好")
    token = (await mine.api.called("sendMessage"))[0].token("确认")
    update = press(token)
    shown = update["callback_query"]["message"]
    update["callback_query"]["message"] = {
        **{k: shown[k] for k in ("message_id", "chat")},
        "date": 0,
    }
    await mine.send(update)
    await mine.hears(2)
    assert engine.asked[-1]["payload"] == '/affirm{"revision": 1}'
    await mine.api.called("answerCallbackQuery")
    assert mine.api.of("editMessageReplyMarkup") == []


async def test_a_made_up_button_is_refused(mine: Phone, engine: FakeEngine) -> None:
    await mine.send(press("/affirm"), press("垃圾"))
    assert all("不是给您的" in text for text in await mine.hears(2))
    assert engine.asked == []
