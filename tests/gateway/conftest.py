"""A gateway under test, served over HTTP beside an engine that does as it is told.

- `engine`: the fake engine, which can be told what to answer and when to be away.
- `settings`: of a gateway on SQLite that asks this engine; a module where the kind of database
  matters overrides it with `database_url`.
- `visitor`: somebody at the gateway's door; `person`: the same, signed in as a specialist.
- `page`: the visitor's browser, as wide as a phone, nothing opened yet.
"""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page

from dakehu.clock import FrozenClock
from dakehu.settings import Settings

from ..browser import chromium, phone
from .fake_engine import FakeEngine, serving
from .people import Visitor, hire, settings_for, visiting


@pytest.fixture
async def engine() -> AsyncIterator[FakeEngine]:
    async with serving() as fake:
        yield fake


@pytest.fixture
def settings(sqlite_url: str, engine: FakeEngine, clock: FrozenClock) -> Settings:
    return settings_for(sqlite_url, engine, clock)


@pytest.fixture
async def visitor(settings: Settings) -> AsyncIterator[Visitor]:
    async with visiting(settings) as visitor:
        yield visitor


@pytest.fixture
async def person(visitor: Visitor) -> Visitor:
    await visitor.sign_in(hire(visitor.gateway.database))
    return visitor


@pytest.fixture
async def page(visitor: Visitor) -> AsyncIterator[Page]:
    async with chromium() as browser, phone(browser, visitor.url) as page:
        yield page
