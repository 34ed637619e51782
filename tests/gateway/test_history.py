"""What was said is read page by page, each person's own, in one order."""

import pytest

from dakehu.clock import FrozenClock
from dakehu.gateway.channels.web import messages
from dakehu.settings import Settings

from .fake_engine import FakeEngine
from .people import Visitor, settings_for


@pytest.fixture
def settings(database_url: str, engine: FakeEngine, clock: FrozenClock) -> Settings:
    return settings_for(database_url, engine, clock)


async def test_both_sides_are_shown_in_order_with_their_time(person: Visitor) -> None:
    await person.say("一")
    await person.say("二")
    said = (await person.history())["messages"]
    assert [(m["from"], m["text"]) for m in said] == [
        ("person", "一"),
        ("bot", "一"),
        ("person", "二"),
        ("bot", "二"),
    ]
    assert said[0]["at"] == "2026-11-24T02:00:00Z"


async def test_a_cursor_gives_only_what_came_after_it(person: Visitor) -> None:
    await person.say("一")
    cursor = (await person.history())["cursor"]
    assert (await person.history(cursor)) == {"messages": [], "cursor": cursor}
    await person.say("二")
    after = await person.history(cursor)
    assert [message["text"] for message in after["messages"]] == ["二", "二"]
    assert after["cursor"] != cursor


async def test_following_the_cursor_reads_everything_once(
    person: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "PAGE", 3)
    for number in range(4):
        await person.say(str(number))
    texts: list[str] = []
    page = await person.history("0")
    while page["messages"]:
        texts += [message["text"] for message in page["messages"]]
        page = await person.history(page["cursor"])
    assert texts == ["0", "0", "1", "1", "2", "2", "3", "3"]


async def test_without_a_cursor_the_last_is_shown(
    person: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "PAGE", 2)
    await person.say("一")
    await person.say("二")
    assert [message["text"] for message in (await person.history())["messages"]] == ["二", "二"]


async def test_nobody_sees_what_others_said(person: Visitor) -> None:
    await person.say("一")
    async with person.colleague() as other:
        assert await other.history() == {"messages": [], "cursor": "0"}
        assert (await other.history("0"))["messages"] == []


@pytest.mark.parametrize("cursor", ["-1", "x", "", "1" * 19, "1; DROP TABLE history"])
async def test_a_malformed_cursor_is_refused(person: Visitor, cursor: str) -> None:
    answer = await person.http.get("/api/messages", params={"after": cursor})
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
