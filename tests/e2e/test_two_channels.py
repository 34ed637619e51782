"""One person on the phone and in the browser: a form begun in the one goes on in the other."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest

from dakehu.codes import Channel
from dakehu.gateway.heard import Place
from dakehu.settings import Settings
from dakehu.storage.database import Database
from dakehu.storage.tables import Visit
from tests.gateway.fake_chat import Chatter, chatting

from .person import message, new_code, rows
from .system import System


@pytest.fixture
def settings(system: System) -> Iterator[Settings]:
    """Give a gateway of the test's own the place of the system's."""
    system.kill("gateway")
    yield system.settings(system.points["engine"].port, system.ports["actions"])
    system.start()


@pytest.fixture
async def phone(settings: Settings, database: Database) -> AsyncIterator[Chatter]:
    """Bind somebody's chat."""
    async with chatting(settings) as chatter:
        await chatter.say(f"/start {new_code(database, 'specialist1')}", name="chen")
        yield chatter


@pytest.fixture
async def browser(phone: Chatter, database: Database) -> AsyncIterator[httpx.AsyncClient]:
    """Sign the same person in on the web."""
    url = f"http://127.0.0.1:{phone.port}"
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=60) as http:
        code = new_code(database, "specialist1")
        (await http.post("/api/session", json={"code": code})).raise_for_status()
        yield http


async def hears(phone: Chatter, text: str) -> None:
    """Wait until the phone was sent a text."""
    chat = phone.chats[Channel.TELEGRAM]
    try:
        async with asyncio.timeout(30):
            while not any(text in line for line in chat.lines):
                chat.told.clear()
                await chat.told.wait()
    except TimeoutError:
        raise AssertionError(f"{text} is not among {chat.lines}") from None


async def tell(browser: httpx.AsyncClient, **what: str) -> list[dict[str, Any]]:
    """Say or press something in the browser, and return the answer."""
    answer = await browser.post("/api/messages", json=message(**what))
    assert answer.status_code == 200, answer.text
    messages: list[dict[str, Any]] = answer.json()["messages"]
    return messages


async def test_a_form_begun_on_the_phone_goes_on_in_the_browser(
    phone: Chatter, browser: httpx.AsyncClient, database: Database, day: str
) -> None:
    await phone.say(f"{day}下午三点上门拜访了华东机电")
    await hears(phone, "聊了什么")
    await phone.say(place=Place(31.230416, 121.473701, "人民广场"))
    await hears(phone, "已记下位置：人民广场")
    card = await tell(browser, text="聊了电缆报价，有进展")
    assert "位置：人民广场" in card[-1]["text"]
    confirm = next(b["token"] for b in card[-1]["buttons"] if b["label"] == "确认")
    assert "已保存" in (await tell(browser, button=confirm))[0]["text"]
    visit = rows(database, Visit)[-1]
    assert (visit.place, visit.latitude, visit.longitude) == ("人民广场", 31.230416, 121.473701)
    assert not any("已保存" in line for line in phone.chats[Channel.TELEGRAM].lines)
    history = (await browser.get("/api/messages")).json()["messages"]
    assert any("聊了什么" in said["text"] for said in history)


async def test_a_chat_that_is_let_go_of_in_the_browser_is_a_strangers(
    phone: Chatter, browser: httpx.AsyncClient
) -> None:
    (asked,) = await tell(browser, text="解绑telegram")
    assert "Telegram（chen）" in asked["text"]
    sure = next(b["token"] for b in asked["buttons"] if b["label"] == "确定解除")
    await tell(browser, button=sure)
    assert "登录码" in ((await phone.say("我是谁")).word or "")
