"""A message is kept before it is answered, answered once, and outlives every failure."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from dakehu.clock import FrozenClock
from dakehu.gateway import turns
from dakehu.settings import Settings
from dakehu.storage.tables import Inbox

from .events import listening
from .fake_engine import FakeEngine, echo
from .people import Visitor, hire, settings_for, visiting


@pytest.fixture
def settings(database_url: str, engine: FakeEngine, clock: FrozenClock) -> Settings:
    return settings_for(database_url, engine, clock)


def states(visitor: Visitor) -> list[str]:
    with visitor.gateway.database.reading() as session:
        return list(session.scalars(select(Inbox.state).order_by(Inbox.id)))


async def test_a_message_is_kept_before_the_engine_is_asked(
    person: Visitor, engine: FakeEngine
) -> None:
    seen: list[str] = []

    async def look(question: dict[str, Any]) -> list[dict[str, Any]]:
        seen.extend(states(person))
        return await echo(question)

    engine.answer = look
    await person.say("你好")
    assert seen == ["received"]
    assert states(person) == ["answered"]


async def test_the_same_message_five_times_at_once_is_one_message(
    person: Visitor, engine: FakeEngine
) -> None:
    message_id = str(uuid4())
    answers = await asyncio.gather(*(person.say("你好", message_id) for _ in range(5)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    assert engine.texts == ["你好"]
    assert await person.told() == ["你好"]


async def test_the_same_id_of_two_people_is_two_messages(
    person: Visitor, engine: FakeEngine
) -> None:
    message_id = str(uuid4())
    await person.say("一", message_id)
    async with person.colleague() as other:
        await other.say("二", message_id)
    assert engine.texts == ["一", "二"]


async def test_the_same_id_with_another_text_answers_the_first(person: Visitor) -> None:
    message_id = str(uuid4())
    first = await person.say("一", message_id)
    assert (await person.say("二", message_id)).text == first.text


async def test_while_the_engine_is_away_messages_are_kept_and_said_so(
    person: Visitor, engine: FakeEngine
) -> None:
    engine.ready = False
    answer = await person.say("你好")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert answer.json()["type"] == "urn:dakehu:problem:engine_away"
    assert "已经保存" in answer.json()["detail"]
    assert states(person) == ["received"]


async def test_a_kept_message_is_answered_unasked_when_the_engine_is_back(
    person: Visitor, engine: FakeEngine
) -> None:
    engine.ready = False
    await person.say("你好")
    async with listening(person) as events:
        engine.ready = True
        assert (await events.next())["text"] == "你好"
    assert engine.texts == ["你好"]
    assert states(person) == ["answered"]


async def test_asking_again_for_a_kept_message_gives_its_answer(
    person: Visitor, engine: FakeEngine
) -> None:
    message_id = str(uuid4())
    engine.ready = False
    await person.say("你好", message_id)
    engine.ready = True
    answer = await person.say("你好", message_id)
    assert answer.json()["messages"][0]["text"] == "你好"
    assert engine.texts == ["你好"]
    assert await person.told() == ["你好"]


async def test_kept_messages_are_answered_in_their_order(
    person: Visitor, engine: FakeEngine
) -> None:
    engine.ready = False
    for text in ("一", "二"):
        await person.say(text)
    engine.ready = True
    assert (await person.say("三")).status_code == 200
    assert engine.texts == ["一", "二", "三"]
    assert await person.told() == ["一", "二", "三"]


async def test_a_restart_takes_up_what_was_kept(settings: Settings, engine: FakeEngine) -> None:
    async with visiting(settings) as visitor:
        token = (await visitor.sign_in(hire(visitor.gateway.database))).json()["token"]
        engine.ready = False
        await visitor.say("你好")
    asked = asyncio.Event()

    async def tell(question: dict[str, Any]) -> list[dict[str, Any]]:
        asked.set()
        return await echo(question)

    engine.ready, engine.answer = True, tell
    async with visiting(settings) as visitor:
        visitor.http.headers["Authorization"] = f"Bearer {token}"
        async with listening(visitor, after="0") as events:
            assert (await events.next())["text"] == "你好"
    assert asked.is_set()
    assert engine.texts == ["你好"]


async def test_a_client_that_hangs_up_still_gets_its_answer(
    person: Visitor, engine: FakeEngine
) -> None:
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def wait(question: dict[str, Any]) -> list[dict[str, Any]]:
        asked.set()
        await go_on.wait()
        return await echo(question)

    engine.answer = wait
    message_id = str(uuid4())
    call = asyncio.create_task(person.say("你好", message_id))
    await asked.wait()
    call.cancel()
    go_on.set()
    assert (await person.say("你好", message_id)).json()["messages"][0]["text"] == "你好"
    assert engine.texts == ["你好"]


async def test_a_message_that_only_the_engine_refuses_is_given_up_with_an_apology(
    person: Visitor, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "MOST_REFUSALS", 1)
    engine.broken = True
    answer = await person.say("害人的话")
    assert answer.status_code == 200
    assert "害人的话" in answer.json()["messages"][0]["text"]
    assert states(person) == ["failed"]
    engine.broken = False
    assert (await person.say("你好")).json()["messages"][0]["text"] == "你好"
