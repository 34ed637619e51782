"""One person's messages are answered one after another, those of several at the same time."""

import asyncio
from typing import Any

import pytest

from dakehu.clock import FrozenClock
from dakehu.settings import Settings

from .fake_engine import FakeEngine, echo
from .people import Visitor, settings_for


@pytest.fixture
def settings(database_url: str, engine: FakeEngine, clock: FrozenClock) -> Settings:
    return settings_for(database_url, engine, clock)


async def test_a_persons_messages_never_overlap(person: Visitor, engine: FakeEngine) -> None:
    at_once = most_at_once = 0

    async def count(question: dict[str, Any]) -> list[dict[str, Any]]:
        nonlocal at_once, most_at_once
        at_once += 1
        most_at_once = max(most_at_once, at_once)
        await asyncio.sleep(0)
        at_once -= 1
        return await echo(question)

    engine.answer = count
    await asyncio.gather(*(person.say(str(number)) for number in range(10)))
    assert most_at_once == 1
    assert sorted(engine.texts) == sorted(map(str, range(10)))


async def test_messages_are_answered_in_the_order_in_which_they_were_kept(
    person: Visitor, engine: FakeEngine
) -> None:
    await asyncio.gather(*(person.say(str(number)) for number in range(10)))
    said = [m["text"] for m in (await person.history())["messages"] if m["from"] == "person"]
    assert engine.texts == said


async def test_two_people_are_answered_at_the_same_time(
    person: Visitor, engine: FakeEngine
) -> None:
    both = asyncio.Barrier(2)

    async def meet(question: dict[str, Any]) -> list[dict[str, Any]]:
        await both.wait()
        return await echo(question)

    engine.answer = meet
    async with person.colleague() as other:
        answers = await asyncio.gather(person.say("一"), other.say("二"))
    assert [answer.status_code for answer in answers] == [200, 200]


async def test_who_has_to_wait_keeps_nobody_else_waiting(
    person: Visitor, engine: FakeEngine
) -> None:
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def hold_the_first(question: dict[str, Any]) -> list[dict[str, Any]]:
        if question["sender"] == "staff:1":
            asked.set()
            await go_on.wait()
        return await echo(question)

    engine.answer = hold_the_first
    async with person.colleague() as other:
        held = asyncio.create_task(person.say("一"))
        await asked.wait()
        assert (await other.say("二")).status_code == 200
        go_on.set()
        assert (await held).status_code == 200


async def test_web_and_terminal_of_one_person_are_one_conversation(
    person: Visitor, engine: FakeEngine
) -> None:
    await person.say("网页")
    await person.sign_in(1, channel="terminal")
    await person.say("终端")
    assert [question["sender"] for question in engine.asked] == ["staff:1", "staff:1"]
    assert [question["metadata"]["channel"] for question in engine.asked] == ["web", "terminal"]
    assert await person.told() == ["网页", "终端"]
