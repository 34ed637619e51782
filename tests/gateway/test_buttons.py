"""A button is opaque, works once, for a day, and for the person who got it."""

import asyncio
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from sqlalchemy import update

from dakehu.clock import FrozenClock
from dakehu.gateway.signing import ButtonTokens
from dakehu.settings import Settings
from dakehu.storage.tables import History

from .fake_engine import FakeEngine
from .people import Visitor, contents, settings_for


@pytest.fixture
def settings(database_url: str, engine: FakeEngine, clock: FrozenClock) -> Settings:
    return settings_for(database_url, engine, clock)


async def offered(person: Visitor) -> str:
    """Say something, and return the token of the button to confirm it."""
    (message,) = (await person.say("你好")).json()["messages"]
    token: str = message["buttons"][0]["token"]
    return token


async def test_a_press_gives_the_engine_the_actions_payload(
    person: Visitor, engine: FakeEngine
) -> None:
    answer = await person.press(await offered(person))
    assert answer.status_code == 200
    assert engine.asked[-1]["payload"] == '/affirm{"revision": 1}'
    assert engine.asked[-1]["text"] == "确认"


async def test_a_press_is_shown_by_its_label(person: Visitor) -> None:
    await person.press(await offered(person))
    said = [m["text"] for m in (await person.history())["messages"] if m["from"] == "person"]
    assert said == ["你好", "确认"]


async def test_a_token_tells_nothing_of_its_payload(person: Visitor) -> None:
    token = await offered(person)
    assert "affirm" not in token
    assert len(token) < 64


async def test_a_second_press_says_so_and_does_nothing(person: Visitor, engine: FakeEngine) -> None:
    token = await offered(person)
    await person.press(token)
    answer = await person.press(token)
    assert answer.status_code == 200
    assert "已经按过了" in answer.json()["messages"][0]["text"]
    assert len(engine.asked) == 2


async def test_of_five_presses_at_once_one_counts(person: Visitor, engine: FakeEngine) -> None:
    token = await offered(person)
    answers = await asyncio.gather(*(person.press(token) for _ in range(5)))
    assert {answer.status_code for answer in answers} == {200}
    assert engine.texts == ["你好", "确认"]


async def test_the_same_press_delivered_five_times_is_one(
    person: Visitor, engine: FakeEngine
) -> None:
    token, message_id = await offered(person), str(uuid4())
    answers = await asyncio.gather(*(person.press(token, message_id) for _ in range(5)))
    assert len({answer.text for answer in answers}) == 1
    assert engine.texts == ["你好", "确认"]


async def test_an_expired_button_says_so_and_does_nothing(
    person: Visitor, engine: FakeEngine
) -> None:
    token = await offered(person)
    with person.gateway.database.transaction() as session:
        session.execute(update(History).values(expires_at=datetime.now(UTC)))
    answer = await person.press(token)
    assert answer.status_code == 200
    assert "已经过期" in answer.json()["messages"][0]["text"]
    assert engine.texts == ["你好"]


async def test_a_press_by_someone_else_is_refused(person: Visitor, engine: FakeEngine) -> None:
    token = await offered(person)
    async with person.colleague() as other:
        before = contents(person.gateway.database)
        answer = await other.press(token)
    assert answer.status_code == 403
    assert "不是给您的" in answer.json()["detail"]
    assert contents(person.gateway.database) == before
    assert (await person.press(token)).status_code == 200


async def test_a_made_up_button_is_refused(person: Visitor, engine: FakeEngine) -> None:
    await offered(person)
    before = contents(person.gateway.database)
    forged = ButtonTokens("another secret of ours").token(2, 0)
    for token in (forged, '/affirm{"revision": 1}', "x", "垃圾"):
        answer = await person.press(token)
        assert answer.status_code == 403
        assert answer.json()["type"] == "urn:dakehu:problem:not_your_button"
    assert contents(person.gateway.database) == before
    assert engine.texts == ["你好"]


async def test_a_sessions_token_is_no_button(person: Visitor) -> None:
    token = person.http.cookies["dakehu_session"]
    assert (await person.press(token)).status_code == 403


async def test_the_history_marks_buttons_that_were_used(person: Visitor) -> None:
    await person.press(await offered(person))
    bot = [m for m in (await person.history())["messages"] if m["from"] == "bot"]
    spent = [[button["spent"] for button in message["buttons"]] for message in bot]
    assert spent == [[True, False], [False, False]]
