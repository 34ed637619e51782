"""Tables, pictures and examples on the page, and markup that is none."""

import pytest
from playwright.async_api import Page, expect

from dakehu.codes import Language, Role
from dakehu.gateway import wording

from ..browser import composer, fits, say
from .fake_engine import FakeEngine
from .on_page import PICTURE, enter, keep, says, upload
from .people import Visitor

WIDE = {"columns": [f"第{n}列的名称" for n in range(12)], "rows": [[n * 1000 for n in range(12)]]}
SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>"


async def test_a_wide_table_scrolls_within_itself(
    page: Page, visitor: Visitor, engine: FakeEngine
) -> None:
    says(engine, table=WIDE)
    await enter(page, visitor)
    await say(page, "表")
    table = page.get_by_role("region", name="表格")
    await table.focus()
    await page.keyboard.press("ArrowRight")
    await page.wait_for_function(
        "(table) => table.scrollLeft > 0", arg=await table.element_handle()
    )
    assert await fits(page)
    await expect(table.get_by_role("columnheader")).to_have_count(12)
    await expect(table.get_by_role("cell").last).to_have_text("11000")


async def test_a_picture_opens_large_and_escape_leads_back(
    page: Page, visitor: Visitor, engine: FakeEngine
) -> None:
    person = await enter(page, visitor)
    says(engine, image=await keep(visitor, person, "图.png", PICTURE))
    await say(page, "图")
    picture = page.get_by_role("button", name="放大图片")
    await picture.focus()
    await page.keyboard.press("Enter")
    large = page.get_by_role("dialog").get_by_role("img", name="请看")
    await expect(large).to_be_visible()
    assert await large.evaluate("(image) => image.decode().then(() => image.naturalWidth)") == 1
    await page.keyboard.press("Escape")
    await expect(large).to_be_hidden()
    await expect(picture).to_be_focused()


async def test_markup_is_shown_as_text_wherever_it_stands(
    page: Page, visitor: Visitor, engine: FakeEngine
) -> None:
    says(
        engine,
        text=SCRIPT,
        buttons=[{"title": SCRIPT, "payload": "/x"}],
        table={"columns": [SCRIPT], "rows": [[SCRIPT]]},
        file={"url": "javascript:alert(3)", "name": SCRIPT},
        image="data:text/html,<script>alert(4)</script>",
    )
    alarms: list[str] = []
    page.on("dialog", lambda dialog: alarms.append(dialog.message))
    await enter(page, visitor)
    await say(page, f"{SCRIPT} **粗** [点](javascript:alert(5))")
    await expect(page.locator("article.bot")).to_contain_text(SCRIPT)
    await expect(page.locator("article.person")).to_contain_text("**粗** [点](javascript:alert(5))")
    await expect(page.locator("article.bot button")).to_have_text([SCRIPT])
    await expect(page.locator("article :is(img, script, a, strong)")).to_have_count(0)
    await page.locator("#files").set_input_files([upload(f"{SCRIPT}.csv", b"a\n1\n")])
    await expect(page.locator("article.person").last).to_contain_text("alert(1)")
    await page.reload()
    await expect(page.locator("article.bot").first).to_contain_text(SCRIPT)
    await expect(page.locator("article :is(img, script, strong)")).to_have_count(0)
    assert alarms == []


@pytest.mark.parametrize("language", Language)
async def test_a_newcomer_sees_what_can_be_said_and_a_tap_fills_it_in(
    page: Page, visitor: Visitor, engine: FakeEngine, language: Language
) -> None:
    await enter(page, visitor, language)
    examples = wording.examples(Role.SPECIALIST, language)
    await expect(page.locator(".welcome button")).to_have_text(examples)
    await page.locator(".welcome button").first.click()
    await expect(composer(page)).to_have_text(examples[0])
    await expect(composer(page)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("article.bot p")).to_have_text(examples[0])
    await page.reload()
    await expect(page.locator("article.bot")).to_have_count(1)
    await expect(page.locator(".welcome")).to_have_count(0)
