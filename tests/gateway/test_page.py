"""The page signs in, chats, and forgets nothing: in a real browser, beside a fake engine."""

import asyncio
import re
from typing import Any

from playwright.async_api import Page, Route, expect

from dakehu.codes import Language
from dakehu.gateway.page import WEB
from dakehu.storage.messages.outbox import SqlOutbox

from ..browser import fits, say
from .fake_engine import FakeEngine, echo
from .on_page import enter, said
from .people import Visitor, hire, new_code


async def test_a_link_signs_in_and_a_line_is_answered(page: Page, visitor: Visitor) -> None:
    await enter(page, visitor)
    assert page.url == f"{visitor.url}/"
    await expect(page.locator("#person")).to_have_text("陈晨")
    await expect(page.get_by_role("button", name="发送")).to_be_visible()
    await say(page, "<b>你好</b>")
    await expect(page.locator("article.bot p")).to_have_text("<b>你好</b>")
    assert await page.locator("article b").count() == 0
    assert await fits(page)


async def test_a_typed_code_signs_in_and_a_wrong_one_says_so(page: Page, visitor: Visitor) -> None:
    await page.goto("/")
    await page.get_by_label("登录码").fill("WRONG")
    await page.get_by_role("button", name="登录").click()
    await expect(page.get_by_role("alert")).to_contain_text("登录码不对")
    code = new_code(visitor.gateway.database, hire(visitor.gateway.database, language=Language.EN))
    await page.get_by_label("登录码").fill(code.lower())
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Send", exact=True)).to_be_visible()
    await page.get_by_role("button", name="Sign out").click()
    await expect(page.get_by_label("Code")).to_be_visible()
    await page.reload()
    await expect(page.locator("#door")).to_be_visible()


async def test_buttons_grey_out_when_one_is_pressed_and_stay_grey(
    page: Page, visitor: Visitor, engine: FakeEngine
) -> None:
    await enter(page, visitor)
    await say(page, "你好")
    await page.get_by_role("button", name="确认").click()
    await expect(page.locator("article.bot")).to_have_count(2)
    first = page.locator("article.bot").first.get_by_role("button")
    await expect(first.first).to_be_disabled()
    await expect(first.last).to_be_disabled()
    assert engine.asked[-1]["payload"] == '/affirm{"revision": 1}'
    await page.reload()
    await expect(page.locator("article.bot")).to_have_count(2)
    await expect(first.last).to_be_disabled()
    await expect(page.locator("article.bot").last.get_by_role("button").first).to_be_enabled()
    assert await said(page) == ["你好", "你好", "确认", '/affirm{"revision": 1}']


async def test_a_reload_in_the_middle_of_an_answer_loses_nothing(
    page: Page, visitor: Visitor, engine: FakeEngine
) -> None:
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def wait(question: dict[str, Any]) -> list[dict[str, Any]]:
        asked.set()
        await go_on.wait()
        return await echo(question)

    await enter(page, visitor)
    engine.answer = wait
    await say(page, "你好")
    await asked.wait()
    await page.reload()
    await expect(page.locator("article.person")).to_have_count(1)
    go_on.set()
    await expect(page.locator("article.bot")).to_have_count(1)
    assert engine.texts == ["你好"]


async def test_without_a_connection_the_same_message_is_sent_again(
    page: Page, visitor: Visitor, engine: FakeEngine
) -> None:
    await enter(page, visitor)
    tries = 0

    async def lose_two(route: Route) -> None:
        nonlocal tries
        tries += 1
        if tries == 1:
            await route.abort()  # it never arrived
        elif tries == 2:
            await route.fetch()  # it arrived, but the answer did not
            await route.abort()
        else:
            await route.continue_()

    await page.route("**/api/messages", lose_two)
    await say(page, "你好")
    await expect(page.locator("article.bot p")).to_have_text("你好")
    await expect(page.locator(".remark")).to_have_count(0)
    assert engine.texts == ["你好"]


async def test_with_the_engine_away_it_says_so_and_the_answer_comes_later(
    page: Page, visitor: Visitor, engine: FakeEngine
) -> None:
    await enter(page, visitor)
    engine.ready = False
    await say(page, "你好")
    await expect(page.locator(".remark")).to_contain_text("您的消息已经保存")
    engine.ready = True
    await expect(page.locator("article.bot p")).to_have_text("你好")


async def test_what_is_said_unasked_appears_with_its_buttons(
    page: Page, visitor: Visitor, engine: FakeEngine
) -> None:
    await enter(page, visitor)
    clock = visitor.gateway.settings.clock
    with visitor.gateway.database.transaction() as session:
        message = {"text": "请审批", "buttons": [{"title": "同意", "payload": "/approve"}]}
        SqlOutbox(session).put(1, message, clock.now(), "k")
    await page.get_by_role("button", name="同意").click()
    await expect(page.locator("article.bot")).to_have_count(2)
    assert engine.asked[-1]["payload"] == "/approve"


async def test_the_page_takes_nothing_from_elsewhere(visitor: Visitor) -> None:
    first = await visitor.http.get("/")
    policy = first.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    own = [path.name for path in (*WEB.glob("*.js"), *WEB.glob("*.css"))]
    texts = [first.text, *[(await visitor.http.get(f"/static/{name}")).text for name in own]]
    assert len(texts) > 10
    for text in texts:
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)
        assert "innerHTML" not in text


async def test_whatever_the_page_loads_comes_from_here(page: Page, visitor: Visitor) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await enter(page, visitor)
    await say(page, "你好")
    await expect(page.locator("article.bot")).to_have_count(1)
    assert [url for url in asked if not url.startswith((f"{visitor.url}/", "data:"))] == []
    assert asked
