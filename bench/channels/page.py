"""What the page costs to open: bytes over the wire and seconds until one can use it."""

import asyncio
import shutil
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.async_api import Browser, CDPSession, async_playwright

from bench.channels.gateway import LoneGateway

NAMES = ("chromium", "chromium-browser", "google-chrome")
ROUNDS = 7

_READY = "html[data-ready=true]"  # the page says so itself


@dataclass(frozen=True)
class Opened:
    """What opening took; every time with an empty cache.

    Attributes:
        wire: Bytes that went over the wire, headers too.
        seconds: Until the page could be used, the median of all rounds.
    """

    wire: int
    seconds: float


def measure() -> tuple[Opened, Opened]:
    """Open the page as somebody who has to sign in, and by a link that signs in."""
    with TemporaryDirectory(prefix="dakehu-bench-") as folder:
        gateway = LoneGateway(Path(folder))
        try:
            gateway.start()
            return asyncio.run(_measure(gateway))
        finally:
            gateway.stop()


async def _measure(gateway: LoneGateway) -> tuple[Opened, Opened]:
    person = gateway.hire(1)
    path = next(filter(None, map(shutil.which, NAMES)))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        door = [await _open(browser, gateway.address) for _ in range(ROUNDS)]
        links = [f"{gateway.address}/?code={gateway.code(person)}" for _ in range(ROUNDS)]
        chat = [await _open(browser, link) for link in links]
        await browser.close()
    return _median(door), _median(chat)


def _median(rounds: list[Opened]) -> Opened:
    return Opened(
        max(opened.wire for opened in rounds), median(opened.seconds for opened in rounds)
    )


async def _open(browser: Browser, url: str) -> Opened:
    context = await browser.new_context()
    page = await context.new_page()
    wire = await _counting(await context.new_cdp_session(page))
    await page.goto(url)
    await page.wait_for_selector(_READY)
    seconds = float(await page.evaluate("performance.now()")) / 1000
    await context.close()
    return Opened(sum(wire), seconds)


async def _counting(devtools: CDPSession) -> list[int]:
    """Return a list that grows by what each finished request brought."""
    wire: list[int] = []

    def finished(event: dict[str, Any]) -> None:
        wire.append(int(event["encodedDataLength"]))

    devtools.on("Network.loadingFinished", finished)
    await devtools.send("Network.enable")
    return wire
