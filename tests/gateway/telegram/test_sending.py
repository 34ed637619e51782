"""What goes out to Telegram, and what happens where it does not."""

from datetime import timedelta
from typing import Any

import pytest

from dakehu.settings import Settings
from dakehu.storage.messages import letters
from dakehu.storage.messages.outbox import SqlOutbox
from dakehu.storage.tables import ChannelAccount, Outbox

from ..fake_engine import FakeEngine
from ..people import hire
from .bot_api import BotApi
from .calls import Failure
from .phone import Phone, message, phoning, recorded

PNG = b"\x89PNG\r\n\x1a\n and so on"


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "_FIRST_RETRY", timedelta(0))


async def ring(phone: Phone, said: dict[str, Any], key: str = "k") -> None:
    """Have something said unasked."""
    with phone.gateway.database.transaction() as session:
        SqlOutbox(session).put(1, said, phone.gateway.settings.clock.now(), key)
    await phone.gateway.outbox.round()


def kept(phone: Phone, name: str, media_type: str, content: bytes, staff_id: int = 1) -> str:
    file = phone.gateway.files.add(staff_id, name, media_type, content)
    return f"/api/files/{file.id}"


async def test_a_text_is_shown_as_it_is_with_its_buttons(mine: Phone) -> None:
    buttons = [{"title": "确认", "payload": "/affirm"}]
    await ring(mine, {"text": "1. 华东*机电*（A级）- 75.0%!", "buttons": buttons})
    (call,) = mine.api.of("sendMessage")
    assert mine.api.texts == ["1. 华东*机电*（A级）- 75.0%!"]
    assert call.given["chat_id"] == "77000001"
    assert call.labels == [["确认"]]


async def test_a_long_text_goes_in_parts_with_the_buttons_under_the_last(mine: Phone) -> None:
    buttons = [{"title": "好", "payload": "/affirm"}]
    await ring(mine, {"text": "一段话。\n\n" * 1500, "buttons": buttons})
    calls = mine.api.of("sendMessage")
    assert [call.labels for call in calls] == [[], [], [["好"]]]


async def test_a_table_is_sent_as_a_block(mine: Phone) -> None:
    table = {"columns": ["专员", "拜访"], "rows": [["陈晨", 12], ["李_明", 3]]}
    await ring(mine, {"text": "本月：", "table": table})
    assert mine.api.of("sendMessage")[1].given["text"].startswith("```\n专员")
    assert "李_明" in mine.api.texts[1]


async def test_pictures_and_files_of_the_person_are_sent(mine: Phone) -> None:
    image = kept(mine, "座位.png", "image/png", PNG)
    file = {"url": kept(mine, "名单.csv", "text/csv", b"a,b"), "name": "名单.csv"}
    await ring(mine, {"text": "好", "image": image, "file": file})
    (photo,), (document,) = mine.api.of("sendPhoto"), mine.api.of("sendDocument")
    assert photo.given["photo"][1] == PNG
    assert document.given["document"] == ("名单.csv", b"a,b")


async def test_a_picture_that_cannot_be_shown_is_sent_as_a_file(mine: Phone) -> None:
    image = kept(mine, "座位.webp", "image/webp", b"RIFF....WEBP")
    await ring(mine, {"text": "好", "image": image})
    assert len(mine.api.of("sendDocument")) == 1


async def test_a_colleagues_file_is_not_sent(mine: Phone) -> None:
    other = hire(mine.gateway.database, "specialist2")
    file = {"url": kept(mine, "名单.csv", "text/csv", b"secret", other), "name": "名单.csv"}
    await ring(mine, {"text": "好", "file": file})
    assert mine.api.of("sendDocument") == []
    assert "请在网页上打开：http://127.0.0.1:8000/api/files/1" in mine.api.texts[1]


async def test_text_that_telegram_cannot_read_goes_out_plain(mine: Phone) -> None:
    mine.api.failures.append(("sendMessage", Failure(400, "Bad Request: can't parse entities: x")))
    await ring(mine, {"text": "一.二"})
    (call,) = mine.api.of("sendMessage")
    assert call.given["text"] == "一.二"
    assert "parse_mode" not in call.given


async def test_a_flood_waits_as_long_as_telegram_asks(mine: Phone) -> None:
    flood = Failure(429, "Too Many Requests: retry after 30", retry_after=30)
    mine.api.failures.append(("sendMessage", flood))
    await ring(mine, {"text": "先"}, "a")
    await ring(mine, {"text": "后"}, "b")
    assert mine.api.texts == []
    waiting = mine.rows(Outbox)[0]
    assert "30" in waiting.error
    with mine.gateway.database.transaction() as session:
        session.get_one(Outbox, waiting.id).not_before -= timedelta(seconds=31)
    await mine.gateway.outbox.round()
    assert await mine.hears(2) == ["先", "后"]


@pytest.mark.parametrize("code", [500, 502, 401, 409, 413])
async def test_a_fault_of_theirs_is_tried_again(mine: Phone, code: int) -> None:
    mine.api.failures.append(("sendMessage", Failure(code, "Something is wrong")))
    await ring(mine, {"text": "好"})
    assert await mine.hears() == ["好"]


async def test_a_network_that_is_away_is_waited_for(
    mine: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "_FIRST_RETRY", timedelta(minutes=1))
    channel = mine.gateway.channels["telegram"]  # type: ignore[index]
    monkeypatch.setattr(channel._api.bot, "_base_url", "http://127.0.0.1:9/bot")
    await ring(mine, {"text": "好"})
    (waiting,) = mine.rows(Outbox)
    assert waiting.sent_at is None
    assert "ConnectError" in waiting.error
    assert "token" not in waiting.error


@pytest.mark.parametrize(
    "failure",
    [
        Failure(403, "Forbidden: bot was blocked by the user"),
        Failure(403, "Forbidden: user is deactivated"),
        Failure(400, "Bad Request: chat not found"),
    ],
)
async def test_who_cannot_be_written_to_is_noted_and_heard_again_when_they_write(
    mine: Phone, failure: Failure
) -> None:
    mine.api.failures.append(("sendMessage", failure))
    await ring(mine, {"text": "提醒"})
    assert mine.rows(ChannelAccount)[0].blocked_at is not None
    assert mine.rows(Outbox)[0].parked
    await mine.say("你好")
    assert await mine.hears(2) == ["提醒", "你好"]
    assert mine.rows(ChannelAccount)[0].blocked_at is None


async def test_what_waited_goes_out_when_the_bot_is_let_in_again(mine: Phone) -> None:
    await mine.send(recorded("blocked"))
    mine.api.failures.append(
        ("sendMessage", Failure(403, "Forbidden: bot was blocked by the user"))
    )
    with mine.gateway.database.transaction() as session:
        session.get_one(ChannelAccount, 1).blocked_at = None  # Telegram knows it before we do
    await ring(mine, {"text": "提醒"})
    assert mine.rows(Outbox)[0].parked
    await mine.send(recorded("unblocked"))
    assert await mine.hears() == ["提醒"]


async def test_what_telegram_never_takes_holds_up_nothing(mine: Phone) -> None:
    mine.api.failures.append(("sendMessage", Failure(400, "Bad Request: REPLY_MARKUP_INVALID")))
    await ring(mine, {"text": "先"}, "a")
    await ring(mine, {"text": "后"}, "b")
    assert mine.api.texts == ["后"]


async def test_what_is_interrupted_goes_on_with_the_part_that_is_missing(mine: Phone) -> None:
    image = kept(mine, "座位.png", "image/png", PNG)
    broken = Failure(502, "Bad Gateway")
    mine.api.failures += [("sendPhoto", broken)] * 2
    await ring(mine, {"text": "看图", "image": image})
    await mine.api.called("sendPhoto")
    assert mine.api.texts == ["看图"]


async def test_a_reply_that_was_not_sent_goes_out_once_after_a_restart(
    settings: Settings, api: BotApi, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "_FIRST_RETRY", timedelta(minutes=1))
    async with phoning(settings, api) as phone:
        hire(phone.gateway.database)
        phone.bound(1)
        api.failures.append(("sendMessage", Failure(502, "Bad Gateway")))
        await phone.send(message("你好", message_id=9))
        await api.failed()
    assert api.texts == []
    async with phoning(settings, api) as phone:
        with phone.gateway.database.transaction() as session:
            session.get_one(Outbox, 1).not_before = None
        await phone.send(message("你好", message_id=9), message("再见"))
        assert await phone.hears(2) == ["你好", "再见"]
    assert engine.texts == ["你好", "再见"]


async def test_the_token_is_in_no_log(mine: Phone, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    mine.api.failures.append(("sendMessage", Failure(401, "Unauthorized")))
    await mine.say("你好")
    await mine.hears()
    ours = [record for record in caplog.records if record.name != "uvicorn.access"]
    assert "a-token-for-tests-only" not in "".join(record.getMessage() for record in ours)
