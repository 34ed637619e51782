"""Two tabs of one person, and a page that was offline: each shows everything, once and in order."""

import asyncio
from typing import Any

from playwright.async_api import Page, expect

from dakehu.clock import FrozenClock
from dakehu.settings import Settings
from dakehu.storage.messages.outbox import SqlOutbox

from ..browser import chromium, phone, say
from .fake_chat import chatting
from .fake_engine import FakeEngine, echo
from .on_page import enter, said
from .people import Visitor, hire, new_code


async def second_tab(page: Page) -> Page:
    tab = await page.context.new_page()
    await tab.goto("/")
    await expect(tab.locator("#chat")).to_be_visible()
    return tab


async def test_what_is_said_in_one_tab_appears_in_the_other(page: Page, visitor: Visitor) -> None:
    await enter(page, visitor)
    tab = await second_tab(page)
    await say(page, "一")
    await expect(tab.locator("article.bot")).to_have_count(1)
    await say(tab, "二")
    await expect(page.locator("article.bot")).to_have_count(2)
    assert await said(page) == await said(tab) == ["一", "一", "二", "二"]


async def test_a_button_pressed_in_one_tab_greys_out_in_the_other(
    page: Page, visitor: Visitor
) -> None:
    await enter(page, visitor)
    await say(page, "你好")
    tab = await second_tab(page)
    await tab.get_by_role("button", name="确认").click()
    pressed = page.locator("article.bot").first.get_by_role("button")
    await expect(pressed.first).to_be_disabled()
    await expect(pressed.last).to_be_disabled()
    await expect(page.locator("article.bot").last.get_by_role("button").first).to_be_enabled()


async def test_a_sign_of_typing_shows_in_both_tabs_until_the_answer(
    page: Page, visitor: Visitor, engine: FakeEngine
) -> None:
    go_on = asyncio.Event()

    async def wait(question: dict[str, Any]) -> list[dict[str, Any]]:
        await go_on.wait()
        return await echo(question)

    await enter(page, visitor)
    tab = await second_tab(page)
    engine.answer = wait
    await say(page, "你好")
    for each in (page, tab):
        await expect(each.locator(".loading-message-dots")).to_be_visible()
        await expect(each.get_by_text("助手正在回复…")).to_be_attached()
    go_on.set()
    for each in (page, tab):
        await expect(each.locator("article.bot")).to_have_count(1)
        await expect(each.locator(".loading-message-dots")).to_have_count(0)
        await expect(each.get_by_text("助手正在回复…")).to_have_count(0)


async def test_messages_sent_in_a_row_are_answered_in_their_order(
    page: Page, visitor: Visitor, engine: FakeEngine
) -> None:
    await enter(page, visitor)
    for text in "一二三":
        await say(page, text)
    await expect(page.locator("article.bot")).to_have_count(3)
    assert engine.texts == ["一", "二", "三"]
    assert await page.locator("article.bot > p:first-child").all_text_contents() == [
        "一",
        "二",
        "三",
    ]
    await expect(page.locator(".loading-message-dots")).to_have_count(0)


async def test_what_is_said_on_a_phone_appears_on_the_page(
    settings: Settings, clock: FrozenClock
) -> None:
    async with (
        chatting(settings) as chatter,
        chromium() as browser,
        phone(browser, f"http://127.0.0.1:{chatter.port}") as page,
    ):
        database = chatter.gateway.database
        person = hire(database)
        chatter.bound(person)
        await page.goto(f"/?code={new_code(database, person)}")
        await expect(page.locator("#chat")).to_be_visible()
        await chatter.say("昨天拜访了华东机电")
        await expect(page.locator("article.bot")).to_have_count(1)
        assert await said(page) == ["昨天拜访了华东机电", "昨天拜访了华东机电"]


async def test_offline_and_back_nothing_is_missing_and_nothing_double(
    page: Page, visitor: Visitor, engine: FakeEngine, clock: FrozenClock
) -> None:
    await enter(page, visitor)
    tab = await second_tab(page)
    await say(page, "前")
    await expect(tab.locator("article.bot")).to_have_count(1)
    await page.context.set_offline(True)
    await say(page, "断网时说的")
    await expect(page.locator(".remark")).to_contain_text("正在重新发送")
    for number in range(3):
        with visitor.gateway.database.transaction() as session:
            SqlOutbox(session).put(1, {"text": f"提醒{number}"}, clock.now(), f"k{number}")
    await visitor.gateway.outbox.round()
    await page.context.set_offline(False)
    for each in (page, tab):
        await expect(each.locator("article.bot")).to_have_count(5)
        told = await each.locator("article.bot > p:first-child").all_text_contents()
        assert sorted(told) == sorted(["前", "提醒0", "提醒1", "提醒2", "断网时说的"])
        await expect(each.locator("#offline")).to_be_hidden()
    await expect(page.locator(".remark")).to_have_count(0)
    assert engine.texts == ["前", "断网时说的"]


async def test_a_session_that_is_over_leads_to_the_door_and_keeps_what_was_typed(
    page: Page, visitor: Visitor
) -> None:
    person = await enter(page, visitor)
    tab = await second_tab(page)
    await tab.get_by_role("button", name="退出").click()
    await expect(tab.locator("#door")).to_be_visible()
    await say(page, "还要说的话")
    await expect(page.locator("#door")).to_be_visible()
    await expect(page.get_by_role("alert")).to_contain_text("登录已经失效")
    await page.get_by_label("登录码").fill(new_code(visitor.gateway.database, person))
    await page.keyboard.press("Enter")
    await expect(page.locator("#text-input")).to_have_text("还要说的话")
