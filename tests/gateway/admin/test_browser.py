"""The record browser in a real browser, in both languages: nothing is blocked, nothing fails."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from dakehu.clock import FrozenClock
from dakehu.codes import Channel, Language
from dakehu.settings import Settings
from dakehu.storage.tables import Outbox, Staff

from ...browser import chromium, phone
from ..fake_engine import FakeEngine
from ..people import new_code, settings_for
from .office import Office

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
WORDS = {
    Language.ZH: {
        "add": "新增人员",
        "save": "保存",
        "login": "登录名",
        "name": "姓名",
        "role": "角色",
        "specialist": "客户专员",
        "deactivate": "停用",
        "deactivated": "已停用。",
        "retry": "再试一次",
        "retried": "已放回队列",
        "code": "发放登录码",
        "reason": "理由",
        "show": "记录理由并显示",
    },
    Language.EN: {
        "add": "New person",
        "save": "Save",
        "login": "Login",
        "name": "Name",
        "role": "Role",
        "specialist": "specialist",
        "deactivate": "Deactivate",
        "deactivated": "Deactivated.",
        "retry": "Try again",
        "retried": "Back in the queue",
        "code": "Issue a sign-in code",
        "reason": "Reason",
        "show": "Record the reason and show",
    },
}


@pytest.fixture
def settings(sqlite_url: str, engine: FakeEngine, clock: FrozenClock) -> Settings:
    return settings_for(sqlite_url, engine, clock)


async def faults(page: Page, within: str) -> list[str]:
    """Return the critical and serious faults that axe finds in a part of the page."""
    await page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = await page.evaluate("selector => axe.run(selector)", within)
    return [
        f"{fault['id']}: {fault['nodes'][0]['html']}"
        for fault in found["violations"]
        if fault["impact"] in ("critical", "serious")
    ]


@pytest.mark.parametrize("language", list(Language))
async def test_an_administrator_at_work(office: Office, language: Language) -> None:
    said = WORDS[language]
    with office.database.transaction() as session:
        session.get_one(Staff, office.staff_id).language = language
    outbox = office.add(
        Outbox(
            channel=Channel.WEB,
            staff_id=office.staff_id,
            payload={"text": "明天 10:00 拜访华东机电"},
            due_at=office.visitor.gateway.settings.clock.now(),
            attempts=150,
            dedupe_key="reminder:1",
        )
    )
    async with chromium() as browser, phone(browser, office.visitor.url) as page:
        await page.set_viewport_size({"width": 1600, "height": 900})
        async with page.expect_response("**/api/session"):
            await page.goto(f"/?code={new_code(office.database, office.staff_id)}")
        await page.goto("/admin")
        await hire_and_let_go(page, said)
        await page.goto("/admin/outbox/list")
        await page.get_by_role("link", name=said["retry"]).click()
        await expect(page.get_by_text(said["retried"])).to_be_visible()
        await page.goto(f"/admin/conversation?outbox={outbox}")
        assert await faults(page, ".page-body") == []
        await page.get_by_label(said["reason"]).fill("核对提醒有没有发错人，同事反映过")
        await page.get_by_role("button", name=said["show"]).click()
        await expect(page.get_by_text("明天 10:00 拜访华东机电")).to_be_visible()
        for path in ("/admin/weights", f"/admin/code?staff={office.staff_id}"):
            await page.goto(path)
            assert await faults(page, ".page-body") == []
    assert office.get_row(Outbox, outbox).attempts <= 1
    assert len(office.audit("conversation.read")) == 1


async def hire_and_let_go(page: Page, said: dict[str, str]) -> None:
    """Add somebody in the form, and deactivate them in the list."""
    await page.get_by_role("link", name=said["add"]).first.click()
    await page.get_by_label(said["login"]).fill("wang")
    await page.get_by_label(said["name"], exact=True).fill("王芳")
    await page.get_by_label(said["role"]).select_option(label=said["specialist"])
    await page.get_by_role("button", name=said["save"], exact=True).click()
    row = page.get_by_role("row").filter(has_text="wang")
    await expect(row).to_contain_text("王芳")
    await page.wait_for_load_state("load")  # the list's buttons do something from now on
    await row.get_by_role("link", name=said["deactivate"]).click()
    await page.locator("#actionSubmit").click()
    await expect(page.get_by_text(said["deactivated"])).to_be_visible()
    await expect(row.get_by_role("link", name=said["code"])).to_have_count(0)
