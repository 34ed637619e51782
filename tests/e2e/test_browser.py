"""A specialist with a phone logs a visit on the page, in a real browser, with nothing faked."""

import asyncio

from playwright.async_api import expect

from dakehu.storage.database import Database
from dakehu.storage.tables import Visit

from ..browser import chromium, fits, phone, say
from .person import Person, new_code, rows
from .system import System


async def test_a_visit_is_logged_by_text_and_buttons_across_a_reload(
    system: System, specialist: Person, database: Database, day: str
) -> None:
    before = len(rows(database, Visit))
    async with chromium() as browser, phone(browser, system.address) as page:
        await page.goto(f"/?code={new_code(database, 'specialist1')}")
        last = page.locator("article.bot").last
        await say(page, f"{day}下午去华东机电拜访了王建国")
        await expect(last).to_contain_text("聊了什么")
        await page.reload()
        await expect(last).to_contain_text("聊了什么")
        await say(page, "谈了年度框架协议的价格")
        await expect(last).to_contain_text("结果")
        await last.get_by_role("button", name="有进展").click()
        await expect(last).to_contain_text("请核对")
        await say(page, "时间改成上午十点")
        await expect(last).to_contain_text("10:00")
        assert await fits(page)
        await last.get_by_role("button", name="确认").click()
        await expect(last).to_contain_text("已保存，拜访编号 V")
        visits = await asyncio.to_thread(rows, database, Visit)
        assert len(visits) == before + 1
        await expect(last).to_contain_text(visits[-1].number)
        await expect(page.get_by_role("button", name="确认").last).to_be_disabled()


async def test_the_page_speaks_the_language_that_was_asked_for(
    system: System, specialist: Person, database: Database
) -> None:
    async with chromium() as browser, phone(browser, system.address) as page:
        await page.goto(f"/?code={new_code(database, 'specialist1')}")
        await expect(page.get_by_role("button", name="发送")).to_be_visible()
        await say(page, "speak english")
        await expect(page.get_by_role("button", name="Send")).to_be_visible()
        await say(page, "说中文")
        await expect(page.get_by_role("button", name="发送")).to_be_visible()


async def test_with_the_engine_killed_what_is_said_is_kept_and_answered_when_it_is_back(
    system: System, specialist: Person, database: Database
) -> None:
    async with chromium() as browser, phone(browser, system.address) as page:
        await page.goto(f"/?code={new_code(database, 'specialist1')}")
        await expect(page.locator("#chat")).to_be_visible()
        answers = page.locator("article.bot")
        before = await answers.count()
        await asyncio.to_thread(system.kill, "engine")
        await say(page, "查一下瑞丰新能源")
        await expect(page.locator(".remark")).to_contain_text("您的消息已经保存")
        await page.reload()
        await expect(page.locator("article.person").last).to_have_text("查一下瑞丰新能源")
        await asyncio.to_thread(system.start)
        await expect(answers).to_have_count(before + 1, timeout=60_000)
        await expect(answers.last).to_contain_text("瑞丰新能源股份有限公司")


async def test_a_visit_begun_in_one_tab_is_confirmed_in_the_other(
    system: System, specialist: Person, database: Database, day: str
) -> None:
    before = len(rows(database, Visit))
    async with chromium() as browser, phone(browser, system.address) as page:
        await page.goto(f"/?code={new_code(database, 'specialist1')}")
        await expect(page.locator("#chat")).to_be_visible()
        tab = await page.context.new_page()
        await tab.goto("/")
        await expect(tab.locator("#chat")).to_be_visible()
        await say(page, f"{day}下午去华东机电拜访了王建国，聊了电缆报价，有进展")
        last = tab.locator("article.bot").last
        await expect(last).to_contain_text("请核对")
        await last.get_by_role("button", name="确认").click()
        await expect(last).to_contain_text("已保存，拜访编号 V")
        await expect(page.locator("article.bot").last).to_contain_text("已保存，拜访编号 V")
        await expect(page.get_by_role("button", name="确认").last).to_be_disabled()
    assert len(await asyncio.to_thread(rows, database, Visit)) == before + 1


async def test_markup_in_a_customers_name_is_text_on_the_page(
    system: System, specialist: Person, database: Database
) -> None:
    name = "<img src=x onerror=alert(1)>电缆"
    async with chromium() as browser, phone(browser, system.address) as page:
        alarms: list[str] = []
        page.on("dialog", lambda dialog: alarms.append(dialog.message))
        await page.goto(f"/?code={new_code(database, 'specialist1')}")
        await say(page, f"新客户：{name}，华东，B级")
        await expect(page.locator("article.waiting")).to_have_count(0)
        await expect(page.locator("article.person").last).to_contain_text(name)
        await expect(page.locator("article img")).to_have_count(0)
        assert alarms == []
