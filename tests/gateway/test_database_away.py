"""With the database locked or full nothing is half written, and the person is told."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import event, select, text

from dakehu.clock import FrozenClock
from dakehu.gateway.parts import Gateway
from dakehu.settings import Settings
from dakehu.storage import engine as engines
from dakehu.storage.tables import Inbox

from .fake_engine import FakeEngine, echo
from .people import Visitor, contents, settings_for


@pytest.fixture
def settings(
    database_url: str, engine: FakeEngine, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> Settings:
    monkeypatch.setattr(engines, "_PATIENCE", 1)
    return settings_for(database_url, engine, clock)


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Hold what everybody who writes must wait for."""
    if url.startswith("sqlite:///"):
        other: Any = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
    else:
        other = psycopg.connect(url)
        other.execute("SELECT 1 FROM staff FOR UPDATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


async def test_what_cannot_be_kept_is_not_acknowledged(
    person: Visitor, engine: FakeEngine, database_url: str
) -> None:
    before = contents(person.gateway.database)
    with locked(database_url):
        answer = await person.say("你好")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert answer.json()["type"] == "urn:dakehu:problem:not_kept"
    assert "没有保存" in answer.json()["detail"]
    assert "not kept" not in answer.json()["detail"]
    assert contents(person.gateway.database) == before
    assert engine.asked == []


async def test_an_answer_that_cannot_be_kept_leaves_the_message_waiting(
    person: Visitor, engine: FakeEngine, database_url: str
) -> None:
    lock = locked(database_url)

    async def answer_behind_a_lock(question: dict[str, Any]) -> list[dict[str, Any]]:
        lock.__enter__()
        return await echo(question)

    engine.answer = answer_behind_a_lock
    message_id = str(uuid4())
    answer = await person.say("你好", message_id)
    lock.__exit__(None, None, None)
    engine.answer = echo
    assert answer.status_code == 503
    assert answer.json()["type"] == "urn:dakehu:problem:engine_away"
    with person.gateway.database.reading() as session:
        assert session.scalar(select(Inbox.state)) == "received"
    assert await person.told() == []
    assert (await person.say("你好", message_id)).status_code == 200
    assert await person.told() == ["你好"]


def fill_up(gateway: Gateway) -> None:
    """Let a SQLite database take not a page more."""
    engine = gateway.database.engine
    with engine.connect() as connection:
        pages = connection.scalar(text("PRAGMA page_count"))

    def cap(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(engine, "connect", cap)
    engine.dispose()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_on_a_full_disk_nothing_is_half_kept(person: Visitor, engine: FakeEngine) -> None:
    fill_up(person.gateway)
    before = contents(person.gateway.database)
    answer = await person.say("长" * 4000)
    while answer.status_code == 200:  # the last pages still had some room
        before = contents(person.gateway.database)
        answer = await person.say("长" * 4000)
    assert answer.json()["type"] in {
        "urn:dakehu:problem:not_kept",
        "urn:dakehu:problem:engine_away",
    }
    after = contents(person.gateway.database)
    added = len(after["inbox"]) - len(before["inbox"])
    assert len(after["history"]) - len(before["history"]) == added
    assert added == (answer.json()["type"] == "urn:dakehu:problem:engine_away")
