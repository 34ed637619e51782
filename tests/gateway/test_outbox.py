"""What is to be said unasked is said once, when it is due, whatever fails in between."""

import asyncio
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from sqlalchemy import select, update

from dakehu.clock import FrozenClock
from dakehu.codes import Channel
from dakehu.settings import Settings
from dakehu.storage.database import Database
from dakehu.storage.messages.letters import Outcomes
from dakehu.storage.messages.outbox import SqlOutbox
from dakehu.storage.messages.queue import OutboxQueue
from dakehu.storage.tables import History, Outbox

from .events import listening
from .fake_engine import FakeEngine
from .people import Visitor, hire, settings_for


@pytest.fixture
def settings(database_url: str, engine: FakeEngine, clock: FrozenClock) -> Settings:
    return settings_for(database_url, engine, clock)


EVERY = frozenset(Channel)


def put(database: Database, due_at: datetime, key: str = "k", channel: str = "web") -> bool:
    """Put a reminder into the outbox of the first person."""
    with database.transaction() as session:
        message = {"text": f"提醒 {key}"}
        return SqlOutbox(session).put(1, message, due_at, key, Channel(channel))


def row(database: Database) -> Outbox:
    with database.reading() as session:
        return session.scalars(select(Outbox)).one()


def said(database: Database) -> list[str]:
    with database.reading() as session:
        return [message["text"] for message in session.scalars(select(History.message))]


async def test_what_is_due_is_said_as_an_event(person: Visitor, clock: FrozenClock) -> None:
    async with listening(person) as events:
        put(person.gateway.database, clock.now())
        assert (await events.next())["text"] == "提醒 k"
    assert await person.told() == ["提醒 k"]
    sent = row(person.gateway.database)
    assert sent.sent_at is not None
    assert sent.attempts == 1


def test_what_is_not_due_yet_waits(database: Database, clock: FrozenClock) -> None:
    hire(database)
    put(database, clock.now() + timedelta(minutes=1))
    assert OutboxQueue(database, clock).due(EVERY) == []


def test_the_same_key_is_said_once(database: Database, clock: FrozenClock) -> None:
    hire(database)
    assert put(database, clock.now())
    assert not put(database, clock.now())
    queue = OutboxQueue(database, clock)
    (due,) = queue.due(EVERY)
    assert queue.say(due.id) is True
    assert queue.say(due.id) is False
    assert not put(database, clock.now())
    assert said(database) == ["提醒 k"]


async def test_two_gateways_say_everything_once(database: Database, clock: FrozenClock) -> None:
    hire(database)
    for number in range(20):
        put(database, clock.now(), str(number))
    queues = [OutboxQueue(database, clock) for _ in range(2)]
    found = queues[0].due(EVERY)
    calls = [asyncio.to_thread(queue.say, each.id) for each in found for queue in queues]
    results = await asyncio.gather(*calls)
    assert results.count(True) == 20
    assert sorted(said(database)) == sorted(f"提醒 {number}" for number in range(20))


def test_a_message_that_another_gateway_is_sending_is_skipped(
    postgresql_url: str, clock: FrozenClock
) -> None:
    database = Database(postgresql_url, clock)
    hire(database)
    put(database, clock.now())
    queue = OutboxQueue(database, clock)
    (due,) = queue.due(EVERY)
    with psycopg.connect(postgresql_url) as other:
        other.execute("SELECT 1 FROM outbox FOR UPDATE")
        assert queue.say(due.id) is False
    assert queue.say(due.id) is True
    database.close()


def test_each_failure_doubles_the_wait_up_to_ten_minutes(
    database: Database, clock: FrozenClock
) -> None:
    hire(database)
    put(database, clock.now())
    queue = OutboxQueue(database, clock)
    waits = []
    outcomes = Outcomes(database, clock)
    (due,) = queue.due(EVERY)
    for attempts in range(1, 13):
        with database.transaction() as session:
            session.execute(update(Outbox).values(attempts=attempts))
        before = datetime.now(UTC)
        outcomes.failed(due.id, "away")
        not_before = row(database).not_before
        assert not_before is not None
        waits.append(round((not_before - before).total_seconds()))
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600]


def test_nothing_is_said_of_what_was_rolled_back(database: Database, clock: FrozenClock) -> None:
    hire(database)
    with pytest.raises(RuntimeError), database.transaction() as session:
        SqlOutbox(session).put(1, {"text": "提醒"}, clock.now(), "k")
        raise RuntimeError
    assert OutboxQueue(database, clock).due(EVERY) == []
