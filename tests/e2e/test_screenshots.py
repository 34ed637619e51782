"""A conversation in each language, as the pictures in the documents show it.

`DAKEHU_SCREENSHOTS=docs/images pytest tests/e2e/test_screenshots.py` takes them anew.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from dakehu.clock import FrozenClock
from dakehu.codes import Language
from dakehu.storage.database import Database
from dakehu.storage.tables import Staff

from ..browser import chromium, phone, say
from .conftest import furnished, run
from .person import new_code
from .system import System

STORIES = {
    Language.ZH: [
        "昨天下午去华东机电拜访了王总，聊了电缆报价，他很满意，要我们周五前出方案，下周三再去",
        "时间改成上午十点",
        "确认",
    ],
    Language.EN: [
        "Yesterday afternoon I visited Huadong Jidian and met Mr. Wang, talked about the cable "
        "quotation, he was very happy, wants our proposal by Friday, going again next Wednesday",
        "change the time to 10 am",
        "Confirm",
    ],
}
LOOKS = {Language.ZH: "light", Language.EN: "dark"}
SIZE = {"width": 640, "height": 860}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory, clock: FrozenClock) -> Iterator[Database]:
    with furnished(f"sqlite:///{tmp_path_factory.mktemp('shots') / 'x.db'}", clock) as database:
        yield database


@pytest.fixture(scope="module")
def running(
    database: Database, model: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[System]:
    url = database.engine.url.render_as_string(hide_password=False)
    with run(url, tmp_path_factory.mktemp("home"), model) as system:
        yield system


@pytest.mark.parametrize("language", Language)
async def test_a_conversation_as_the_documents_show_it(
    system: System, database: Database, tmp_path: Path, language: Language
) -> None:
    login = {Language.ZH: "specialist1", Language.EN: "manager1"}[language]
    with database.transaction() as session:
        session.query(Staff).filter_by(login=login).one().language = language
    folder = Path(os.environ.get("DAKEHU_SCREENSHOTS", tmp_path))
    look = {"viewport": SIZE, "color_scheme": LOOKS[language]}
    async with chromium() as browser, phone(browser, system.address, **look) as page:
        await page.goto(f"/?code={new_code(database, login)}")
        await expect(page.locator(".welcome")).to_be_visible()
        await page.screenshot(path=folder / f"welcome-{language}.png")
        story, change, confirm = STORIES[language]
        for text in (story, change):
            await say(page, text)
            await expect(page.locator("article.waiting")).to_have_count(0)
        await page.get_by_role("button", name=confirm).last.click()
        await expect(page.locator("article.bot").last).to_contain_text("V2026")
        await page.screenshot(path=folder / f"visit-{language}.png")
