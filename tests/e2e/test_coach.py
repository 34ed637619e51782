"""A specialist is coached on the page: which question to ask, and a round of practice."""

import asyncio

from playwright.async_api import Locator, Page, expect

from dakehu.codes import PracticeState
from dakehu.storage.database import Database
from dakehu.storage.tables import PracticeRound

from ..browser import chromium, fits, phone, say
from .person import Person, new_code, rows
from .system import System

ANSWERED = (
    ("马厂长，让您着急了，请您说说现场是怎么回事？", "马厂长："),
    ("您说全厂停了，现在具体是几条线停着？", "一号线"),
    ("面板上现在显示的报警代码是多少？", "E07"),
)
"""Questions, and what the customer's answer to each holds."""


async def test_a_question_type_is_recommended_and_a_round_of_practice_played_to_its_review(
    system: System, specialist: Person, database: Database
) -> None:
    async with chromium() as browser, phone(browser, system.address) as page:
        await page.goto(f"/?code={new_code(database, 'specialist1')}")
        last = page.locator("article.bot").last
        await _ask_what_to_ask(page, last)
        await _practise(page, last)
        assert await fits(page)
    played = (await asyncio.to_thread(rows, database, PracticeRound))[-1]
    assert (played.scenario, played.state) == ("angry_caller", PracticeState.DONE)


async def _ask_what_to_ask(page: Page, last: Locator) -> None:
    await say(page, "客户说产品效果很差，我该怎么问")
    await expect(last).to_contain_text("建议用澄清性提问")
    await expect(last.get_by_role("button", name="换一个")).to_be_visible()
    await last.get_by_role("button", name="为什么").click()
    await expect(last).to_contain_text("为什么用澄清性提问")


async def _practise(page: Page, last: Locator) -> None:
    await say(page, "陪我练习")
    await last.get_by_role("button", name="客户怒气冲冲来电").click()
    await expect(last).to_contain_text("你们到底管不管")
    for question, answer in ANSWERED:
        await say(page, question)
        await expect(last).to_contain_text(answer)
    await last.get_by_role("button", name="结束看点评").click()
    await expect(last).to_contain_text("点评")
    await expect(last).to_contain_text("问出：事情经过、停的是三条线中的一条、报警代码是E07")
    await expect(last.get_by_role("button", name="再练一次")).to_be_visible()
