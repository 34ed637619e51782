"""A real browser without a window: the machine's Chromium, driven by Playwright.

Where there is none, `chromium()` skips the test and says how to install one.
"""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Page, async_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Start the browser, and close it at the end."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.skip("no Chromium on this machine; `apt-get install chromium` brings one")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def phone(browser: Browser, url: str, locale: str = "zh-CN") -> AsyncIterator[Page]:
    """Give an empty page as wide as a phone; at the end, what the browser complained of fails."""
    context = await browser.new_context(
        base_url=url, viewport={"width": 360, "height": 640}, locale=locale
    )
    context.set_default_timeout(10_000)
    page = await context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield page
    await context.close()
    # That a request was refused is no fault of the page's.
    assert [said for said in complaints if not said.startswith("Failed to load resource")] == []
