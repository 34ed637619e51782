"""The page is for everyone: axe-core finds no fault, the keyboard will do, things are announced."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, ViewportSize, expect

from dakehu.codes import Language

from ..browser import DESKTOP, PHONE, chromium, fits, phone, say
from .fake_engine import FakeEngine
from .on_page import PICTURE, enter
from .people import Visitor

AXE = Path(__file__).parents[1] / "node_modules/axe-core/axe.min.js"
FAULTS = """async () => (await axe.run()).violations
  .filter((fault) => ["serious", "critical"].includes(fault.impact))
  .map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html).join(" | ")}`)"""


async def faults(page: Page) -> list[str]:
    """Return what axe-core finds; it gets past the policy, as a person's own tools do."""
    await page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = await page.evaluate(FAULTS)
    return found


async def everything(visitor: Visitor, engine: FakeEngine, page: Page, language: Language) -> None:
    """Have all that the page can show on it."""
    person = await enter(page, visitor, language)
    picture = await visitor.gateway.uploads.keep(person, "1.png", PICTURE)
    file = await visitor.gateway.uploads.keep(person, "1.csv", b"a\n")

    async def answer(question: dict[str, Any]) -> list[dict[str, Any]]:
        buttons = [{"title": "A", "payload": "/a"}, {"title": "B", "payload": "/b"}]
        return [
            {
                "text": question["text"],
                "buttons": buttons,
                "table": {"columns": ["K"] * 12, "rows": [["V" * 9] * 12]},
                "image": f"/api/files/{picture.id}",
                "file": {"url": f"/api/files/{file.id}", "name": file.name},
            }
        ]

    engine.answer = answer
    await say(page, "1")
    await page.get_by_role("button", name="A", exact=True).click()
    await expect(page.locator("article.bot")).to_have_count(2)
    await page.locator("#files").set_input_files(
        [{"name": "1.xlsx", "mimeType": "application/zip", "buffer": b"no workbook"}]
    )
    await expect(page.locator(".remark")).to_be_visible()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_nothing_on_the_page_keeps_anybody_out(
    visitor: Visitor, engine: FakeEngine, size: ViewportSize, scheme: str, language: Language
) -> None:
    locale = {"zh": "zh-CN", "en": "en-GB"}[language]
    async with (
        chromium() as browser,
        phone(browser, visitor.url, locale, viewport=size, color_scheme=scheme) as page,
    ):
        await page.goto("/")
        await expect(page.locator("#door")).to_be_visible()
        assert await faults(page) == []
        await everything(visitor, engine, page, language)
        assert await faults(page) == []
        assert await fits(page)
        await page.locator("article .picture").last.click()
        assert await faults(page) == []


async def test_the_keyboard_is_enough(page: Page, visitor: Visitor) -> None:
    await enter(page, visitor)
    await expect(page.locator("#text-input")).to_be_focused()
    await page.keyboard.type("你好")
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("button", name="发送")).to_be_focused()
    await page.keyboard.press("Space")
    await expect(page.locator("article.bot")).to_have_count(1)
    await page.locator("#text-input").focus()
    await page.keyboard.press("Shift+Tab")
    await expect(page.get_by_role("button", name="添加文件")).to_be_focused()
    await page.keyboard.press("Shift+Tab")
    await expect(page.get_by_role("button", name="取消")).to_be_focused()
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("article.bot")).to_have_count(2)
    outline = "getComputedStyle(document.activeElement.shadowRoot.activeElement).outlineStyle"
    await page.keyboard.press("Tab")
    assert await page.evaluate(outline) == "solid"


async def test_shift_and_enter_begin_a_new_line(page: Page, visitor: Visitor) -> None:
    await enter(page, visitor)
    await page.keyboard.type("一")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("二")
    await page.keyboard.press("Enter")
    await expect(page.locator("article.bot p")).to_have_text("一\n二", use_inner_text=True)


async def test_what_is_said_is_announced(page: Page, visitor: Visitor) -> None:
    await enter(page, visitor)
    log = page.get_by_role("log", name="对话")
    await expect(log).to_have_attribute("aria-live", "polite")
    await say(page, "你好")
    await expect(log.get_by_role("article", name="助手说")).to_contain_text("你好")
    await expect(log.get_by_role("article", name="您说")).to_contain_text("你好")
    await expect(page.get_by_role("textbox", name="消息")).to_be_visible()
