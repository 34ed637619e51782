"""What arrives unasked reaches every open page of its person, and nothing is missed between."""

import asyncio

from dakehu.clock import FrozenClock
from dakehu.storage.messages.outbox import SqlOutbox

from .events import listening
from .people import Visitor


async def remind(person: Visitor, clock: FrozenClock, key: str, staff_id: int = 1) -> None:
    with person.gateway.database.transaction() as session:
        SqlOutbox(session).put(staff_id, {"text": key}, clock.now(), key)
    await person.gateway.outbox.round()


async def test_an_event_comes_with_buttons_and_its_cursor(
    person: Visitor, clock: FrozenClock
) -> None:
    with person.gateway.database.transaction() as session:
        message = {"text": "请审批", "buttons": [{"title": "同意", "payload": "/approve"}]}
        SqlOutbox(session).put(1, message, clock.now(), "k")
    async with listening(person, after="0") as events:
        event = await events.next()
    assert event["from"] == "bot"
    assert event["buttons"][0]["label"] == "同意"
    assert (await person.history())["cursor"] == events.last_id
    assert (await person.press(event["buttons"][0]["token"])).status_code == 200


async def test_both_pages_of_a_person_hear_it(person: Visitor, clock: FrozenClock) -> None:
    async with listening(person) as one, listening(person) as two:
        await remind(person, clock, "提醒")
        heard = await asyncio.gather(one.next(), two.next())
    assert [event["text"] for event in heard] == ["提醒", "提醒"]


async def test_someone_else_does_not_hear_it(person: Visitor, clock: FrozenClock) -> None:
    async with person.colleague() as other, listening(person) as mine, listening(other) as theirs:
        await remind(person, clock, "第一个人的", staff_id=1)
        await remind(person, clock, "第二个人的", staff_id=2)
        assert (await theirs.next())["text"] == "第二个人的"
        assert (await mine.next())["text"] == "第一个人的"


async def test_who_comes_back_hears_what_came_meanwhile(
    person: Visitor, clock: FrozenClock
) -> None:
    async with listening(person) as events:
        await remind(person, clock, "一")
        await events.next()
    await remind(person, clock, "二")
    async with listening(person, **{"Last-Event-ID": events.last_id}) as again:
        assert (await again.next())["text"] == "二"


async def test_answers_to_requests_are_no_events(person: Visitor, clock: FrozenClock) -> None:
    async with listening(person, after="0") as events:
        await person.say("你好")
        await remind(person, clock, "提醒")
        assert (await events.next())["text"] == "提醒"


async def test_nobody_listens_without_a_session(visitor: Visitor) -> None:
    answer = await visitor.http.get("/api/events")
    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"


async def test_a_malformed_cursor_is_refused(person: Visitor) -> None:
    answer = await person.http.get("/api/events", params={"after": "-1"})
    assert answer.status_code == 400
    answer = await person.http.get("/api/events", headers={"Last-Event-ID": "x"})
    assert answer.status_code == 400


async def test_a_gateway_that_stops_sends_its_listeners_away(person: Visitor) -> None:
    async with person.http.stream("GET", "/api/events") as answer:
        lines = answer.aiter_lines()
        await anext(lines)
        person.gateway.listeners.close()
        assert [line async for line in lines if line.startswith("data:")] == []


async def test_everything_is_an_event_for_who_asks_for_everything(
    person: Visitor, clock: FrozenClock
) -> None:
    async with listening(person, everything=True) as events:
        await person.say("你好", message_id="6f1c2b34-0000-4000-8000-000000000001")
        await remind(person, clock, "提醒")
        heard = [await events.next() for _ in range(3)]
    assert [(event["from"], event["text"]) for event in heard] == [
        ("person", "你好"),
        ("bot", "你好"),
        ("bot", "提醒"),
    ]
    assert heard[0]["id"] == "6f1c2b34-0000-4000-8000-000000000001"


async def test_a_press_says_whose_button_it_was(person: Visitor) -> None:
    answer = (await person.say("你好")).json()["messages"][0]
    async with listening(person, everything=True) as events:
        await person.press(answer["buttons"][0]["token"])
        pressed = await events.next()
    assert (pressed["text"], pressed["pressed"]) == ("确认", answer["id"])
    kept = [message["pressed"] for message in (await person.history())["messages"]]
    assert kept == [None, None, answer["id"], None]


async def test_everything_goes_on_where_it_was_left(
    person: Visitor,
) -> None:
    await person.say("你好")
    async with listening(person, after="0", everything=True) as events:
        first = await events.next()
    async with listening(person, everything=True, **{"Last-Event-ID": events.last_id}) as again:
        second = await again.next()
    assert [first["from"], second["from"]] == ["person", "bot"]
