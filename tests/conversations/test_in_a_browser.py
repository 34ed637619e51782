"""The dialogues of each flow's happy path on the page, in a browser as wide as a phone."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.browser import answer, chromium, fits, phone, say
from tests.conversations.department import Department
from tests.conversations.dialogue import check_answer, check_database, dialogues, prepare

pytestmark = pytest.mark.asyncio(loop_scope="module")

FLOWS = [*dialogues("happy_path/[!s]*.yml"), *dialogues("happy_path/session.yml")]
"""All but the stories, which are many and press the same buttons."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as started:
        yield started


@pytest.mark.parametrize("dialogue", FLOWS)
async def test_a_dialogue_goes_as_written_on_the_page(
    dialogue: dict[str, Any], department: Department, browser: Browser
) -> None:
    role = prepare(dialogue, department)
    async with phone(browser, department.address) as page:
        await page.goto(f"/?code={department.code(role)}")
        for turn in dialogue["turns"]:
            await _take(page, turn)
    check_database(dialogue, department)


async def _take(page: Page, turn: dict[str, Any]) -> None:
    if "say" in turn:
        await say(page, turn["say"])
    else:
        bot = page.locator("article.bot")
        await bot.get_by_role("button", name=turn["press"], exact=True).last.click()
    await expect(page.locator("article.waiting")).to_have_count(0)
    answered = await answer(page)
    check_answer(turn, answered["text"], answered["labels"])
    assert await fits(page)
