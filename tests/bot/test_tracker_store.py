"""One row a conversation, of one size, on SQLite and PostgreSQL."""

import json

import pytest
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    FollowupAction,
    SlotSet,
    UserUttered,
)
from sqlalchemy import select

from bot.database import open_engine
from bot.dialogue import Dialogue
from bot.tracker_store import TABLE, ConversationStore
from bot.unavailable import Unavailable
from tests.bot.test_dialogue import say


@pytest.fixture
def store(store_url: str, dialogue: Dialogue) -> ConversationStore:
    return ConversationStore(dialogue.domain, store_url)


def turn(number: int, loop: str | None = "visit_form") -> list:
    """Return the events of one turn that starts after a listening."""
    return [
        UserUttered(f"text {number}", {"name": "inform"}, message_id=str(number)),
        ActionExecuted(loop or "action_greet"),
        BotUttered(f"answer {number}", {"buttons": [{"title": "是", "payload": "/affirm"}]}),
        SlotSet("draft", {"number": number}),
        SlotSet("language", "zh"),
        ActiveLoop(loop),
        FollowupAction("action_listen"),
        ActionExecuted("action_listen"),
    ]


async def talk(
    store: ConversationStore, turns: int, first: int = 1, sender: str = "staff:3"
) -> None:
    for number in range(first, first + turns):
        tracker = await store.get_or_create_tracker(sender)
        for event in turn(number):
            tracker.update(event)
        await store.save(tracker)


def row(store: ConversationStore) -> tuple[int, str]:
    with store._engine.connect() as connection:
        return tuple(connection.execute(select(TABLE.c.version, TABLE.c.state)).one())


async def test_a_conversation_comes_back_as_it_was_left(store: ConversationStore) -> None:
    await talk(store, 2)
    tracker = await store.retrieve("staff:3")
    assert tracker.get_slot("draft") == {"number": 2}
    assert tracker.get_slot("language") == "zh"
    assert tracker.active_loop_name == "visit_form"
    assert tracker.latest_action_name == "action_listen"
    assert tracker.latest_message.text == "text 2"
    assert tracker.latest_bot_utterance.data["buttons"][0]["title"] == "是"


async def test_a_long_conversation_is_no_larger_than_a_short_one(store: ConversationStore) -> None:
    await talk(store, 10, first=100)
    _, short = row(store)
    await talk(store, 190, first=110)
    version, long = row(store)
    assert version == 200
    assert len(json.loads(long)) == len(json.loads(short))
    assert abs(len(long) - len(short)) < 50


async def test_a_slot_set_long_ago_still_holds(store: ConversationStore) -> None:
    tracker = await store.get_or_create_tracker("staff:3")
    tracker.update(SlotSet("shelf", [{"flow": "plan"}]))
    await store.save(tracker)
    await talk(store, 20)
    assert (await store.retrieve("staff:3")).get_slot("shelf") == [{"flow": "plan"}]


async def test_a_loop_begun_long_ago_still_runs(store: ConversationStore) -> None:
    await talk(store, 1)
    for number in range(2, 9):
        tracker = await store.get_or_create_tracker("staff:3")
        for event in turn(number):
            if not isinstance(event, ActiveLoop):
                tracker.update(event)
        await store.save(tracker)
    tracker = await store.retrieve("staff:3")
    assert tracker.active_loop_name == "visit_form"
    assert isinstance(tracker.events[0], (ActiveLoop, SlotSet))


async def test_the_last_turns_are_remembered_for_a_repeated_message(
    store: ConversationStore,
) -> None:
    await talk(store, 9)
    tracker = await store.retrieve("staff:3")
    assert [e.message_id for e in tracker.events if isinstance(e, UserUttered)] == ["8", "9"]


async def test_what_was_not_chosen_is_not_stored(store: ConversationStore) -> None:
    tracker = await store.get_or_create_tracker("staff:3")
    ranking = [{"name": "inform", "confidence": 0.9}, {"name": "greet", "confidence": 0.1}]
    parsed = {"intent": ranking[0], "entities": [], "intent_ranking": ranking}
    tracker.update(UserUttered("三点", ranking[0], [], parsed))
    await store.save(tracker)
    assert "intent_ranking" not in row(store)[1]
    assert (await store.retrieve("staff:3")).latest_message.intent == ranking[0]


async def test_a_conversation_that_went_on_elsewhere_is_not_overwritten(
    store: ConversationStore,
) -> None:
    await talk(store, 1)
    mine, theirs = await store.retrieve("staff:3"), await store.retrieve("staff:3")
    await store.save(theirs)
    with pytest.raises(Unavailable, match="gone on"):
        await store.save(mine)


async def test_two_first_messages_at_once_do_not_make_two_rows(store: ConversationStore) -> None:
    mine, theirs = [await store.get_or_create_tracker("staff:3") for _ in range(2)]
    await store.save(theirs)
    with pytest.raises(Unavailable):
        await store.save(mine)


async def test_a_conversation_that_cannot_be_read_is_not_taken_for_a_new_one(
    store: ConversationStore,
) -> None:
    TABLE.drop(store._engine)
    with pytest.raises(Unavailable):
        await store.retrieve("staff:3")
    TABLE.create(store._engine)


async def test_an_unknown_conversation_is_none(store: ConversationStore) -> None:
    assert await store.retrieve("staff:9") is None


def test_the_applications_url_is_read_with_this_pythons_driver() -> None:
    engine = open_engine("postgresql+psycopg://u:p@127.0.0.1:1/d?host=/tmp/x")
    assert engine.url.drivername == "postgresql+psycopg2"
    assert engine.url.query == {"host": "/tmp/x"}


async def test_a_real_conversation_stays_flat(dialogue: Dialogue) -> None:
    sizes = []
    for _ in range(12):
        await say(dialogue, "拜访")
        sizes.append(len((await dialogue.tracker_store.retrieve("staff:3")).events))
    assert len(set(sizes[4:])) == 1
