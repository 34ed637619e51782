"""What every chat channel shares: binding, order, buttons, files, and how replies get there."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from unittest.mock import AsyncMock

import pytest
from sqlalchemy import select

from dakehu.clock import FrozenClock
from dakehu.codes import Channel
from dakehu.gateway import conversations, outbox
from dakehu.gateway.channels.chat import Later, PartSent, Refused, Unreachable
from dakehu.gateway.heard import HandedOver, Heard, Place
from dakehu.settings import Settings
from dakehu.storage import staffing
from dakehu.storage.messages import outbox as replies
from dakehu.storage.messages.letters import Letter
from dakehu.storage.messages.outbox import SqlOutbox
from dakehu.storage.tables import Audit, ChannelAccount, History, Inbox, Outbox

from .fake_chat import Chatter, chatting
from .fake_engine import FakeEngine
from .people import hire, new_code, settings_for

BOTH = (Channel.TELEGRAM, Channel.WECOM)


@pytest.fixture
def settings(database_url: str, engine: FakeEngine, clock: FrozenClock, tmp_path: Any) -> Settings:
    return settings_for(database_url, engine, clock, home=tmp_path)


@pytest.fixture
async def chat(settings: Settings) -> AsyncIterator[Chatter]:
    async with chatting(settings, BOTH) as chatter:
        hire(chatter.gateway.database)
        yield chatter


@pytest.fixture
async def bound(chat: Chatter) -> Chatter:
    chat.bound(1)
    return chat


def rows(chat: Chatter, table: Any) -> list[Any]:
    with chat.gateway.database.reading() as session:
        return list(session.scalars(select(table).order_by(table.id)))


async def ring(chat: Chatter, key: str, text: str, channel: Channel | None = None) -> None:
    now = chat.gateway.settings.clock.now()
    with chat.gateway.database.transaction() as session:
        SqlOutbox(session).put(1, {"text": text}, now, key, channel)
    await chat.gateway.outbox.round()


async def test_a_stranger_gets_only_the_way_to_sign_in(chat: Chatter, engine: FakeEngine) -> None:
    answer = await chat.say("/affirm 昨天拜访了华东机电")
    assert "登录码" in (answer.word or "")
    assert "code" in (answer.word or "")
    assert engine.asked == []
    assert rows(chat, Inbox) == []


async def test_a_code_binds_the_chat_once(chat: Chatter, engine: FakeEngine) -> None:
    code = new_code(chat.gateway.database, 1)
    assert "陈晨" in ((await chat.say(f"/start {code.lower()}", name="chen")).word or "")
    (account,) = rows(chat, ChannelAccount)
    assert (account.external_id, account.staff_id, account.name) == ("77", 1, "chen")
    assert "channel_account.create" in [row.action for row in rows(chat, Audit)]
    again = await chat.say(f"/start {code}")
    assert "没有用掉" in (again.word or "")
    other = await chat.say(code, account="78")
    assert "登录码不对" in (other.word or "")
    assert engine.asked == []


async def test_ten_wrong_codes_make_an_account_wait(chat: Chatter) -> None:
    for _ in range(10):
        assert "登录码不对" in ((await chat.say("0000-0000-0000")).word or "")
    assert "秒" in ((await chat.say(new_code(chat.gateway.database, 1))).word or "")
    assert rows(chat, ChannelAccount) == []


async def test_a_message_is_kept_and_its_reply_is_sent(bound: Chatter, engine: FakeEngine) -> None:
    assert (await bound.say("你好")).word is None
    assert await bound.hears(1) == ["你好"]
    assert engine.asked[0]["sender"] == "staff:1"
    assert engine.asked[0]["metadata"]["channel"] == "telegram"
    (sent,) = rows(bound, Outbox)
    assert sent.dedupe_key == "reply:2"


async def test_the_same_message_again_has_no_second_effect(
    bound: Chatter, engine: FakeEngine
) -> None:
    await bound.say("你好", external_id="x")
    await bound.hears(1)
    await asyncio.gather(*(bound.say("你好", external_id="x") for _ in range(5)))
    await bound.gateway.outbox.round()
    assert bound.chats[Channel.TELEGRAM].lines == ["你好"]
    assert engine.texts == ["你好"]


async def test_a_button_is_pressed_by_its_token_and_works_once(
    bound: Chatter, engine: FakeEngine
) -> None:
    await bound.say("你好")
    await bound.hears(1)
    token = bound.gateway.button_tokens.token(2, 0)
    await bound.say(button=token)
    await bound.say(button=token)
    lines = await bound.hears(3)
    assert engine.asked[-1]["payload"] == '/affirm{"revision": 1}'
    assert "已经按过了" in lines[-1]


async def test_a_colleagues_button_and_a_made_up_one_are_refused(
    bound: Chatter, engine: FakeEngine
) -> None:
    await bound.say("你好")
    await bound.hears(1)
    token = bound.gateway.button_tokens.token(2, 0)
    hire(bound.gateway.database, "specialist2")
    bound.account = "78"
    bound.bound(2)
    for forged in (token, "/affirm", "垃圾"):
        assert "不是给您的" in ((await bound.say(button=forged)).word or "")
    assert engine.texts == ["你好"]


async def test_a_typed_number_presses_a_button_where_there_are_none(
    bound: Chatter, engine: FakeEngine
) -> None:
    await bound.say("你好")
    await bound.hears(1)
    await bound.say("2", numbers=True)
    await bound.hears(2)
    assert engine.asked[-1]["payload"] == "/cancel"
    await bound.say("9", numbers=True)
    await bound.hears(3)
    assert engine.asked[-1]["text"] == "9"


async def test_replies_wait_for_the_request_that_can_carry_them(bound: Chatter) -> None:
    answer = await bound.say("你好", patience=5)
    assert answer.entries is not None
    assert [entry.message["text"] for entry in answer.entries] == ["你好"]
    assert rows(bound, Outbox)[0].sent_at is not None
    again = await bound.say("你好", patience=5, external_id="1")
    assert again.entries == answer.entries


async def test_without_a_reply_in_time_it_goes_out_later(
    bound: Chatter, engine: FakeEngine
) -> None:
    engine.ready = False
    answer = await bound.say("你好", patience=0.05)
    assert answer.entries is None
    engine.ready = True
    assert await bound.hears(1) == ["你好"]


async def test_a_reply_is_not_held_for_a_request_that_waits_no_more(
    bound: Chatter, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replies, "HELD", timedelta(hours=1))
    release = asyncio.Event()

    async def slow(_question: dict[str, Any]) -> list[dict[str, Any]]:
        await release.wait()
        return [{"text": "好的"}]

    engine.answer = slow
    answer = await bound.say("你好", patience=1e-9)
    assert answer.entries is None
    release.set()
    assert await bound.hears(1) == ["好的"]


async def test_what_a_request_cannot_carry_goes_out_by_the_outbox(
    bound: Chatter, engine: FakeEngine
) -> None:
    async def two(_question: dict[str, Any]) -> list[dict[str, Any]]:
        return [{"text": "一"}, {"text": "二"}]

    engine.answer = two
    heard = Heard(Channel.TELEGRAM, "77", "x", text="你好")
    answer = await bound.gateway.chats.hear(heard, 5, lambda _entries: 1)
    assert [entry.message["text"] for entry in answer.entries or ()] == ["一"]
    assert await bound.hears(1) == ["二"]


async def test_what_is_unasked_goes_to_the_chat_and_to_the_web(bound: Chatter) -> None:
    await ring(bound, "k", "提醒")
    assert bound.chats[Channel.TELEGRAM].sent == [("77", "提醒")]
    assert [row.message["text"] for row in rows(bound, History)] == ["提醒"]


async def test_a_long_message_goes_on_with_the_part_that_is_missing(bound: Chatter) -> None:
    chat = bound.chats[Channel.TELEGRAM]
    chat.fail = lambda sent: Later("too many", 0) if sent == 1 else None
    await ring_once(bound, "一\n二\n三")
    assert chat.lines == ["一"]
    chat.fail = lambda _sent: None
    await bound.gateway.outbox.round()
    assert chat.lines == ["一", "二", "三"]


async def ring_once(chat: Chatter, text: str) -> None:
    """Put a message in, and give each worker a single pass."""
    now = chat.gateway.settings.clock.now()
    queue = chat.gateway.outbox.post.queue
    with chat.gateway.database.transaction() as session:
        SqlOutbox(session).put(1, {"text": text}, now, "k")
    (due,) = queue.due(frozenset(Channel))
    letter = queue.say(due.id)
    assert not isinstance(letter, bool)
    await chat.gateway.outbox.post.deliver(letter)


async def test_nothing_overtakes_what_has_to_wait(bound: Chatter) -> None:
    chat = bound.chats[Channel.TELEGRAM]
    chat.fail = lambda _sent: Later("flood", 60)
    await ring(bound, "a", "先")
    chat.fail = lambda _sent: None
    await ring(bound, "b", "后")
    assert chat.lines == []


async def test_a_chat_that_is_slow_to_reach_keeps_nobody_else_waiting(
    bound: Chatter, monkeypatch: pytest.MonkeyPatch
) -> None:
    hire(bound.gateway.database, "specialist2")
    bound.account = "78"
    bound.bound(2)
    chat, arrived = bound.chats[Channel.TELEGRAM], asyncio.Event()
    send = chat.send

    async def slow(letter: Letter, part_sent: PartSent) -> None:
        if letter.account.external_id == "77":
            await arrived.wait()
        await send(letter, part_sent)

    monkeypatch.setattr(outbox, "SLOW", 0)
    monkeypatch.setattr(chat, "send", slow)
    await ring(bound, "a", "慢")
    await bound.say("快")
    assert await bound.hears(1) == ["快"]
    arrived.set()
    assert await bound.hears(2) == ["快", "慢"]


async def test_a_gateway_that_stops_lets_arrive_what_it_is_sending(
    settings: Settings, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with chatting(settings) as chat:
        hire(chat.gateway.database)
        chat.bound(1)
        fake, begun, stopping = chat.chats[Channel.TELEGRAM], asyncio.Event(), asyncio.Event()
        send = fake.send

        async def slow(letter: Letter, part_sent: PartSent) -> None:
            begun.set()
            await stopping.wait()
            await send(letter, part_sent)

        monkeypatch.setattr(fake, "send", slow)
        monkeypatch.setattr(chat.gateway.listeners, "close", stopping.set)  # how a stop begins
        await chat.say("你好")
        await begun.wait()
    assert fake.lines == ["你好"]
    async with chatting(settings) as chat:
        (sent,) = rows(chat, Outbox)
        assert sent.sent_at is not None


async def test_a_chat_that_blocked_us_is_left_for_another(bound: Chatter) -> None:
    bound.bound(1, Channel.WECOM)
    bound.chats[Channel.TELEGRAM].fail = lambda _sent: Unreachable("blocked", blocked=True)
    await ring(bound, "k", "提醒", Channel.TELEGRAM)
    await bound.gateway.outbox.round()
    assert bound.chats[Channel.WECOM].lines == ["提醒"]
    accounts = {row.channel: row.blocked_at for row in rows(bound, ChannelAccount)}
    assert accounts[Channel.TELEGRAM] is not None
    assert accounts[Channel.WECOM] is None
    assert len(rows(bound, History)) == 1


async def test_with_no_other_chat_it_waits_until_the_person_writes(bound: Chatter) -> None:
    chat = bound.chats[Channel.TELEGRAM]
    chat.fail = lambda _sent: Unreachable("48 hours", blocked=False)
    await ring(bound, "k", "提醒")
    (waiting,) = rows(bound, Outbox)
    assert waiting.parked
    chat.fail = lambda _sent: None
    await bound.say("你好")
    assert await bound.hears(2) == ["提醒", "你好"]


async def test_what_the_service_will_never_take_holds_up_nothing(bound: Chatter) -> None:
    chat = bound.chats[Channel.TELEGRAM]
    chat.fail = lambda _sent: Refused("bad request")
    await ring(bound, "a", "先")
    chat.fail = lambda _sent: None
    await ring(bound, "b", "后")
    assert chat.lines == ["后"]
    assert rows(bound, Outbox)[0].error == "bad request"


async def test_an_account_of_a_service_without_settings_is_passed_over(bound: Chatter) -> None:
    bound.bound(1, Channel.WECHAT)
    await ring(bound, "k", "提醒", Channel.WECHAT)
    await bound.gateway.outbox.round()
    assert bound.chats[Channel.TELEGRAM].lines == ["提醒"]


async def test_a_place_goes_to_the_engine_with_its_coordinates(
    bound: Chatter, engine: FakeEngine
) -> None:
    await bound.say(place=Place(31.2304, 121.4737, "人民广场"))
    await bound.hears(1)
    assert engine.asked[-1]["payload"].startswith('/share_location{"latitude": 31.2304')
    assert engine.asked[-1]["text"] == "人民广场"


async def test_a_file_is_fetched_checked_and_kept(bound: Chatter, engine: FakeEngine) -> None:
    async def fetch() -> bytes:
        return "姓名,单位\n王建国,华东机电\n".encode()

    await bound.say(file=HandedOver("名单.csv", 40, fetch))
    await bound.hears(1)
    assert engine.asked[-1]["payload"] == '/send_file{"file": 1, "name": "名单.csv"}'
    assert rows(bound, History)[0].message["file"] == {"url": "/api/files/1", "name": "名单.csv"}


async def test_a_file_that_is_too_large_is_not_even_fetched(
    bound: Chatter, engine: FakeEngine
) -> None:
    async def fetch() -> bytes:
        raise AssertionError

    await bound.say(file=HandedOver("名单.xlsx", 11 * 1024 * 1024, fetch))
    assert "10 MB" in (await bound.hears(1))[0]
    assert engine.asked == []


async def test_a_voice_message_gets_a_helpful_answer(bound: Chatter, engine: FakeEngine) -> None:
    await bound.say(notice="voice")
    assert "语音" in (await bound.hears(1))[0]
    assert engine.asked == []


@pytest.mark.parametrize(
    "heard",
    [
        {"text": "\0", "notice": "photo"},
        {"text": "\0" * 4001},
        {"place": Place(31.2, 121.4, "\0")},
        {"file": HandedOver("\0.exe", 3, AsyncMock(return_value=b"MZ"))},
    ],
)
async def test_what_no_database_takes_is_made_fit_for_it(
    bound: Chatter, heard: dict[str, Any]
) -> None:
    await bound.say(**heard)
    await bound.hears(1)
    assert "\ufffd" in rows(bound, History)[0].message["text"]


async def test_too_much_at_once_is_answered_and_not_kept(bound: Chatter) -> None:
    for _ in range(bound.gateway.settings.rate_limit):
        bound.gateway.messages_limit.take(1)
    assert "秒" in ((await bound.say("你好")).word or "")
    assert rows(bound, Inbox) == []


async def test_somebody_who_left_is_a_stranger(bound: Chatter, engine: FakeEngine) -> None:
    with bound.gateway.database.transaction() as session:
        staffing.deactivate(session, "specialist1", bound.gateway.settings.clock.now())
    assert "登录码" in ((await bound.say("你好")).word or "")
    assert engine.asked == []


async def test_with_the_engine_away_a_chat_is_told_once_that_it_is_kept(
    bound: Chatter, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversations, "FIRST_RETRY", 0.01)
    engine.ready = False
    await bound.say("你好")
    assert "已经保存" in (await bound.hears(1))[0]
    engine.ready = True
    lines = await bound.hears(2)
    assert lines[1:] == ["你好"]
