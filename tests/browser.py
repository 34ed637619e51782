"""A real browser without a window: the machine's Chromium, driven by Playwright.

Where there is none, `chromium()` skips the test and says how to install one. How the page is taken
apart is known here only: messages are `article.person` and `article.bot`, inside deep-chat.
"""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

PHONE = {"width": 360, "height": 640}
DESKTOP = {"width": 1280, "height": 800}

_NAMES = ("chromium", "chromium-browser", "google-chrome")


_ARGUMENTS = ["--no-sandbox", "--disable-gpu"]


def _path() -> str:
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.skip("no Chromium on this machine; `apt-get install chromium` brings one")
    return path


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Start the browser, and close it at the end."""
    path = _path()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def everyday(folder: Path, url: str, locale: str = "zh-CN") -> AsyncIterator[Page]:
    """Give an empty page of a browser that keeps things in a folder, set as most people's is.

    (Debian's own settings are stricter, and a `phone` is a private window, where frames of other
    sites keep nothing.)
    """
    path = _path()
    (folder / "Default").mkdir(parents=True)
    (folder / "Default/Preferences").write_text('{"profile": {"cookie_controls_mode": 0}}')
    async with async_playwright() as playwright:
        context = await playwright.chromium.launch_persistent_context(
            folder, executable_path=path, args=_ARGUMENTS, base_url=url, locale=locale
        )
        try:
            yield context.pages[0]
        finally:
            await context.close()


@asynccontextmanager
async def phone(
    browser: Browser, url: str, locale: str = "zh-CN", **more: Any
) -> AsyncIterator[Page]:
    """Give an empty page as wide as a phone; at the end, what the browser complained of fails."""
    context = await browser.new_context(
        base_url=url, locale=locale, **{"viewport": PHONE, "has_touch": True, **more}
    )
    context.set_default_timeout(10_000)
    complaints: list[str] = []
    context.on("weberror", lambda told: complaints.append(str(told.error)))
    context.on("console", lambda told: complaints.append(told.text) if told.type == "error" else 0)
    yield await context.new_page()
    await context.close()
    # That a request was refused, or lost, is no fault of the page's.
    assert [said for said in complaints if not said.startswith("Failed to load resource")] == []


def composer(page: Page) -> Locator:
    """Return where one types."""
    return page.locator("#text-input")


async def say(page: Page, text: str) -> None:
    """Type something and send it; it is among the messages then."""
    await composer(page).fill(text)
    said = page.locator("article.person")
    before = await said.count()
    await page.keyboard.press("Enter")
    await expect(said).to_have_count(before + 1)


async def fits(page: Page) -> bool:
    """Tell whether nothing is wider than the window."""
    return bool(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


async def answer(page: Page) -> dict[str, Any]:
    """Return the text and the buttons' labels of what was said since the person spoke last."""
    told: dict[str, Any] = await page.locator("deep-chat").evaluate(_ANSWER)
    return told


_ANSWER = """(chat) => {
  const said = [...chat.shadowRoot.querySelectorAll("article")];
  const last = said.findLastIndex((one) => one.classList.contains("person"));
  const answers = said.slice(last + 1);
  const buttons = answers.flatMap((one) => [...one.querySelectorAll("button")]);
  return {
    text: answers.map((one) => one.innerText).join("\\n"),
    labels: buttons.map((one) => one.textContent),
  };
}"""
