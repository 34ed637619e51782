"""The widget on somebody else's page: where it may be, all of the chat works; else nothing."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import FrameLocator, Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from dakehu.clock import FrozenClock
from dakehu.settings import Settings

from ..browser import DESKTOP, chromium, everyday, phone
from .fake_engine import FakeEngine
from .on_page import PICTURE, upload
from .people import Visitor, hire, new_code, settings_for
from .serving import served

# A page with a policy of its own, which allows our script and frame only.
POLICY = "default-src 'none'; script-src {0}; frame-src {0}"


@asynccontextmanager
async def intranet(other: dict[str, str]) -> AsyncIterator[str]:
    """Serve a page of somebody else's, on another site than ours; gives its origin."""

    async def page(_request: Request) -> HTMLResponse:
        home = other["home"]
        html = f'<html lang="zh"><title>CRM</title><script src="{home}/widget.js" async></script>'
        return HTMLResponse(html, headers={"Content-Security-Policy": POLICY.format(home)})

    async with served(Starlette(routes=[Route("/", page)])) as port:
        yield f"http://localhost:{port}"


@pytest.fixture
def home() -> dict[str, str]:
    return {}


@pytest.fixture
async def elsewhere(home: dict[str, str]) -> AsyncIterator[str]:
    async with intranet(home) as origin:
        yield origin


@pytest.fixture
def settings(sqlite_url: str, engine: FakeEngine, clock: FrozenClock, elsewhere: str) -> Settings:
    return settings_for(sqlite_url, engine, clock, widget_origins=(elsewhere,))


@pytest.fixture
async def page(visitor: Visitor, home: dict[str, str], elsewhere: str) -> AsyncIterator[Page]:
    home["home"] = visitor.url
    async with chromium() as browser, phone(browser, elsewhere, viewport=DESKTOP) as page:
        yield page


async def open_widget(page: Page, visitor: Visitor) -> FrameLocator:
    """Open the widget and sign in within it."""
    await page.goto("/")
    await page.get_by_role("button", name="打开大客户助手").click()
    frame = page.frame_locator("iframe")
    code = new_code(visitor.gateway.database, hire(visitor.gateway.database))
    await frame.get_by_label("登录码").fill(code)
    await frame.get_by_role("button", name="登录").click()
    await expect(frame.locator("#chat")).to_be_visible()
    return frame


async def say(frame: FrameLocator, text: str) -> None:
    await frame.locator("#text-input").fill(text)
    await frame.locator("#text-input").press("Enter")


async def test_on_an_allowed_page_one_signs_in_and_talks_without_a_cookie(
    page: Page, visitor: Visitor
) -> None:
    frame = await open_widget(page, visitor)
    await say(frame, "你好")
    await expect(frame.locator("article.bot p")).to_have_text("你好")
    # A frame of another site gets none, and in a private window keeps nothing: the token did it.
    assert await page.context.cookies() == []


async def test_in_an_everyday_browser_one_stays_signed_in(
    visitor: Visitor, home: dict[str, str], elsewhere: str, tmp_path: Path
) -> None:
    home["home"] = visitor.url
    async with everyday(tmp_path / "profile", elsewhere) as page:
        frame = await open_widget(page, visitor)
        await say(frame, "你好")
        await expect(frame.locator("article.bot p")).to_have_text("你好")
        await page.reload()
        await page.get_by_role("button", name="打开大客户助手").click()
        await expect(frame.locator("article.bot p")).to_have_text("你好")


async def test_files_and_pictures_work_in_the_frame_too(
    page: Page, visitor: Visitor, engine: FakeEngine
) -> None:
    frame = await open_widget(page, visitor)
    await frame.locator("#files").set_input_files([upload("图.png", PICTURE, "image/png")])
    image = frame.locator("article.person img")
    await expect(image).to_have_attribute("src", re.compile(f"blob:{visitor.url}/"))
    await frame.locator("#files").set_input_files([upload("名单.csv", b"name\nWang\n")])
    async with page.expect_download() as download:
        await frame.get_by_role("link", name="名单.csv").click()
    assert (await (await download.value).path()).read_bytes() == b"name\nWang\n"


async def test_escape_closes_the_frame_and_leads_back_to_the_button(
    page: Page, visitor: Visitor
) -> None:
    frame = await open_widget(page, visitor)
    await frame.locator("#text-input").press("Escape")
    await expect(page.locator("iframe")).to_be_hidden()
    await expect(page.get_by_role("button", name="打开大客户助手")).to_be_focused()


async def test_on_another_page_the_browser_refuses_the_frame(
    visitor: Visitor, home: dict[str, str]
) -> None:
    home["home"] = visitor.url
    async with intranet(home) as stranger, chromium() as browser:
        page = await browser.new_page(base_url=stranger)
        refusals: list[str] = []
        page.on("console", lambda told: refusals.append(told.text))
        await page.goto("/")
        await page.locator("dakehu-widget button").click()
        frame = page.frame_locator("iframe")
        await expect(frame.locator("body")).to_be_attached()
        await expect(frame.locator("#door")).to_have_count(0)
        assert any("frame-ancestors" in refusal for refusal in refusals)
