"""In groups the bot answers only when addressed, and never about work."""

import pytest

from dakehu.codes import Language
from dakehu.storage.tables import History, Inbox, Staff

from ..fake_engine import FakeEngine
from ..people import new_code
from .phone import Phone, message, recorded

ADDRESSED = ["group_mention", "group_command", "group_text_mention", "group_reply"]
OTHERWISE = ["group_without_mention", "group_other_mention", "group_bot", "group_joined"]


@pytest.mark.parametrize("update", ADDRESSED)
async def test_who_addresses_the_bot_is_asked_to_write_privately(
    mine: Phone, engine: FakeEngine, update: str
) -> None:
    said = recorded(update)
    await mine.send(said)
    (call,) = await mine.api.called("sendMessage")
    assert "群里我不谈工作" in call.given["text"]
    assert call.given["chat_id"] == "-1001234567890"
    assert call.given["reply_parameters"]["message_id"] == said["message"]["message_id"]
    (row,) = call.given["reply_markup"]["inline_keyboard"]
    assert row == [{"text": "单独聊", "url": "https://t.me/dakehu_bot"}]
    assert engine.asked == []
    assert mine.rows(Inbox) == []
    assert mine.rows(History) == []


@pytest.mark.parametrize("update", OTHERWISE)
async def test_whatever_else_is_said_there_is_not_the_bots_business(
    mine: Phone, engine: FakeEngine, update: str
) -> None:
    await mine.send(recorded(update))
    await mine.say("你好")
    assert await mine.hears() == ["你好"]
    assert engine.texts == ["你好"]


async def test_the_answer_is_in_the_persons_language(mine: Phone) -> None:
    with mine.gateway.database.transaction() as session:
        session.get_one(Staff, 1).language = Language.EN
    await mine.send(recorded("group_mention"))
    assert "write to me privately" in (await mine.hears())[0]


async def test_a_code_shown_in_a_group_binds_nothing(phone: Phone) -> None:
    code = new_code(phone.gateway.database, 1)
    text = f"@dakehu_bot {code}"
    await phone.send(recorded("group_mention", text=text))
    assert "群里我不谈工作" in (await phone.hears())[0]
    await phone.send(message("你好"))
    assert "请先登录" in (await phone.hears(2))[1]
