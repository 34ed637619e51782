"""Files on the page: fetched from it, and handed over in every way a browser knows."""

import pytest
from playwright.async_api import Page, expect

from ..browser import composer, say
from .fake_engine import FakeEngine
from .on_page import PICTURE_BASE64, enter, enter_as, keep, says, upload
from .people import Visitor


async def test_a_file_is_downloaded_under_its_name(
    page: Page, visitor: Visitor, engine: FakeEngine
) -> None:
    person = await enter(page, visitor)
    url = await keep(visitor, person, "名单.csv", "姓名\n王建国\n".encode())
    says(engine, file={"url": url, "name": "名单.csv"})
    await say(page, "名单")
    async with page.expect_download() as download:
        await page.get_by_role("link", name="名单.csv").click()
    saved = await download.value
    assert saved.suggested_filename == "名单.csv"
    assert "王建国" in (await saved.path()).read_text()


async def test_a_file_is_handed_over_by_choice(
    page: Page, visitor: Visitor, engine: FakeEngine
) -> None:
    await enter(page, visitor)
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="添加文件").click()
    await (await chooser.value).set_files([upload("名单.csv", b"name\nWang\n")])
    await expect(page.locator("article.bot p")).to_contain_text("/send_file")
    link = page.locator("article.person").get_by_role("link", name="名单.csv")
    await expect(link).to_have_attribute("href", "/api/files/1")
    await page.reload()
    await expect(link).to_be_visible()


TRANSFER = """([kind, name, base64]) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const given = new DataTransfer();
  given.items.add(new File([bytes], name, { type: "image/png" }));
  const how = { bubbles: true, composed: true, cancelable: true };
  const event = kind === "paste"
    ? new ClipboardEvent("paste", { ...how, clipboardData: given })
    : new DragEvent("drop", { ...how, dataTransfer: given });
  document.querySelector("deep-chat").shadowRoot.querySelector("#text-input").dispatchEvent(event);
}"""


@pytest.mark.parametrize("how", ["paste", "drop"])
async def test_a_picture_is_handed_over_by_hand(
    page: Page, visitor: Visitor, engine: FakeEngine, how: str
) -> None:
    await enter(page, visitor)
    await composer(page).fill("还没说完")
    await page.evaluate(TRANSFER, [how, "图.png", PICTURE_BASE64])
    await expect(page.locator("article.bot p")).to_contain_text("/send_file")
    await expect(page.locator("article.person img")).to_have_attribute("src", "/api/files/1")
    await expect(composer(page)).to_have_text("还没说完")
    assert engine.asked[0]["payload"] == '/send_file{"file": 1, "name": "图.png"}'


async def test_a_refused_file_says_why_and_nothing_typed_is_lost(
    page: Page, visitor: Visitor, engine: FakeEngine
) -> None:
    await enter(page, visitor)
    await composer(page).fill("还没说完")
    await page.locator("#files").set_input_files([upload("名单.xlsx", b"no workbook")])
    await expect(page.locator("article.person .remark")).to_contain_text("和它的类型对不上")
    await expect(composer(page)).to_have_text("还没说完")
    await expect(page.locator("article.waiting")).to_have_count(0)
    assert engine.asked == []


async def test_who_comes_back_hands_a_file_over_once(page: Page, visitor: Visitor) -> None:
    person = await enter(page, visitor)
    await page.get_by_role("button", name="退出").click()
    await enter_as(page, visitor, person)
    await page.evaluate(TRANSFER, ["drop", "图.png", PICTURE_BASE64])
    await expect(page.locator("article.bot")).to_have_count(1)
    await expect(page.locator("article.person")).to_have_count(1)
