"""The terminal says lines, presses buttons by number, and gives every answer once."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from dakehu.gateway.channels.terminal import Refused, Terminal, Unreachable
from dakehu.storage.messages.outbox import SqlOutbox

from .fake_engine import FakeEngine
from .people import Visitor, hire, new_code


@pytest.fixture
async def terminal(visitor: Visitor) -> AsyncIterator[Terminal]:
    code = new_code(visitor.gateway.database, hire(visitor.gateway.database))
    with Terminal(visitor.url) as terminal:
        await asyncio.to_thread(terminal.sign_in, code)
        yield terminal


async def say(terminal: Terminal, line: str) -> list[dict[str, Any]]:
    return await asyncio.to_thread(lambda: list(terminal.say(line)))


async def news(terminal: Terminal) -> list[dict[str, Any]]:
    return await asyncio.to_thread(lambda: list(terminal.news()))


async def test_a_line_is_answered(terminal: Terminal, engine: FakeEngine) -> None:
    assert [answer["text"] for answer in await say(terminal, "你好")] == ["你好"]
    assert engine.asked[0]["metadata"]["channel"] == "terminal"


async def test_a_number_presses_that_button(terminal: Terminal, engine: FakeEngine) -> None:
    await say(terminal, "你好")
    await say(terminal, "2")
    assert engine.asked[-1]["payload"] == "/cancel"


async def test_a_number_without_such_a_button_is_text(
    terminal: Terminal, engine: FakeEngine
) -> None:
    await say(terminal, "1")
    await say(terminal, "7")
    assert [question["payload"] for question in engine.asked] == [None, None]


async def test_news_are_given_once_and_answers_not_again(
    terminal: Terminal, visitor: Visitor
) -> None:
    await say(terminal, "你好")
    with visitor.gateway.database.transaction() as session:
        SqlOutbox(session).put(1, {"text": "提醒"}, visitor.gateway.settings.clock.now(), "k")
    await visitor.gateway.outbox.round()
    assert [message["text"] for message in await news(terminal)] == ["提醒"]
    assert await news(terminal) == []


async def test_a_refused_line_says_why(terminal: Terminal, engine: FakeEngine) -> None:
    with pytest.raises(Refused, match="一条消息最多 4000 个字"):
        await say(terminal, "长" * 4001)
    engine.ready = False
    with pytest.raises(Refused, match="已经保存"):
        await say(terminal, "你好")


async def test_half_a_character_from_the_keyboard_is_no_crash(
    terminal: Terminal, engine: FakeEngine
) -> None:
    await say(terminal, "你\udce5")
    assert engine.texts == ["你?"]


async def test_a_wrong_code_is_one_clear_line(visitor: Visitor) -> None:
    with Terminal(visitor.url) as terminal, pytest.raises(Unreachable, match="登录码不对"):
        await asyncio.to_thread(terminal.sign_in, "WRONG")


def test_no_gateway_is_one_clear_line() -> None:
    said = r"no gateway answers at http://127\.0\.0\.1:1 .*make up"
    with Terminal("http://127.0.0.1:1") as terminal, pytest.raises(Unreachable, match=said):
        terminal.sign_in("CODE")
