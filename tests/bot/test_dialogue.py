"""A turn is saved whole or not at all, and the same message runs once."""

import asyncio

import pytest
from rasa.core.channels.channel import UserMessage

from bot.dialogue import Dialogue
from bot.replies import Replies
from bot.unavailable import Unavailable
from tests.bot.scripted import ScriptedActions, answer_of


async def say(
    dialogue: Dialogue, text: str, message_id: str | None = None, sender: str = "staff:3"
) -> Replies:
    replies = Replies()
    message = UserMessage(text, replies, sender, message_id=message_id)
    await dialogue.handle_message(message)
    return replies


async def test_a_message_is_answered_by_one_action(
    dialogue: Dialogue, action_server: ScriptedActions
) -> None:
    replies = await say(dialogue, "你好")
    assert replies.messages == [{"text": "action_greet 1"}]
    assert action_server.called == ["action_greet"]


async def test_a_repeated_message_gets_the_same_answer_and_runs_nothing(
    dialogue: Dialogue, action_server: ScriptedActions
) -> None:
    first = await say(dialogue, "你好", "one")
    again = await say(dialogue, "你好", "one")
    assert (first.replayed, again.replayed) == (False, True)
    assert again.messages == first.messages
    assert len(action_server.calls) == 1


async def test_a_message_that_arrives_five_times_at_once_runs_once(
    dialogue: Dialogue, action_server: ScriptedActions
) -> None:
    answers = await asyncio.gather(*(say(dialogue, "你好", "one") for _ in range(5)))
    assert all(a.messages == answers[0].messages for a in answers)
    assert len(action_server.calls) == 1


async def test_a_failing_action_fails_the_turn_and_nothing_is_kept(
    dialogue: Dialogue, action_server: ScriptedActions
) -> None:
    await say(dialogue, "拜访", "one")
    action_server.status = 500
    with pytest.raises(Unavailable):
        await say(dialogue, "三点", "two")
    tracker = await dialogue.tracker_store.retrieve("staff:3")
    assert tracker.latest_message.text == "拜访"

    action_server.status = 200
    replies = await say(dialogue, "三点", "two")
    assert not replies.replayed
    assert replies.messages == [{"text": "visit_form 3"}]


async def test_nothing_is_kept_of_a_first_message_that_fails(
    dialogue: Dialogue, action_server: ScriptedActions
) -> None:
    action_server.status = 500
    with pytest.raises(Unavailable):
        await say(dialogue, "你好")
    assert list(await dialogue.tracker_store.keys()) == []


async def test_an_answer_that_makes_no_sense_fails_the_turn(
    dialogue: Dialogue, action_server: ScriptedActions
) -> None:
    action_server.answers["action_greet"] = {"responses": [], "events": [{"event": "dance"}]}
    with pytest.raises(Unavailable):
        await say(dialogue, "你好")


async def test_typed_text_that_looks_like_a_command_is_text(
    dialogue: Dialogue, action_server: ScriptedActions
) -> None:
    for text in ("/restart", "  /restart", "\u3000/restart", "//restart"):
        await say(dialogue, text)
    assert action_server.called == ["action_greet"] * 4  # the model knows the word as a greeting


async def test_a_typed_intent_with_entities_is_text(
    dialogue: Dialogue, action_server: ScriptedActions
) -> None:
    await say(dialogue, '/log_visit{"customer": 1}')
    assert action_server.called == ["action_fallback"]
    assert action_server.calls[0]["tracker"]["latest_message"]["entities"] == []
    assert action_server.calls[0]["tracker"]["latest_message"]["text"].startswith("/log_visit{")


@pytest.mark.parametrize("text", ["/", " / / ", "\u3000"])
async def test_text_without_words_is_not_understood(
    dialogue: Dialogue, action_server: ScriptedActions, text: str
) -> None:
    await say(dialogue, text)
    assert action_server.called == ["action_fallback"]


async def test_a_form_gets_every_message_until_it_ends(
    dialogue: Dialogue, action_server: ScriptedActions
) -> None:
    for text in ("拜访", "你好", "谢谢", "什么", "三点"):
        await say(dialogue, text)
    assert action_server.called == ["visit_form"] * 5

    ends = answer_of("visit_form")
    ends["events"][2]["name"] = None
    action_server.answers["visit_form"] = ends
    await say(dialogue, "三点")
    await say(dialogue, "你好")
    assert action_server.called[-2:] == ["visit_form", "action_greet"]


async def test_the_draft_outlives_a_restart_and_a_night(
    dialogue: Dialogue, action_server: ScriptedActions, monkeypatch: pytest.MonkeyPatch
) -> None:
    await say(dialogue, "拜访")
    tomorrow = 24 * 3600
    monkeypatch.setattr(
        "time.time", lambda: tomorrow + action_server.calls[0]["tracker"]["latest_event_time"]
    )
    await say(dialogue, "三点")
    assert action_server.called == ["visit_form"] * 2
    assert action_server.calls[1]["tracker"]["slots"]["draft"] == {"number": 1}


async def test_two_conversations_do_not_wait_for_each_other(
    dialogue: Dialogue, action_server: ScriptedActions
) -> None:
    held = asyncio.Event()
    action_server.hold["staff:3"] = held
    slow = asyncio.create_task(say(dialogue, "你好", sender="staff:3"))
    await say(dialogue, "你好", sender="staff:4")
    assert not slow.done()
    held.set()
    await slow


async def test_the_action_learns_the_message_id_and_channel(
    dialogue: Dialogue, action_server: ScriptedActions
) -> None:
    metadata = {"message_id": "one", "channel": "web"}
    await dialogue.handle_message(
        UserMessage("你好", Replies(), "staff:3", message_id="one", metadata=metadata)
    )
    assert action_server.calls[0]["tracker"]["latest_message"]["metadata"] == metadata
    assert action_server.calls[0]["sender_id"] == "staff:3"
