"""The rules as they are: every intent has its answer, in one action."""

from pathlib import Path

from rasa.core.channels.channel import UserMessage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.core.constants import DEFAULT_INTENTS

from bot.channel import pressed
from bot.dialogue import Dialogue
from bot.replies import Replies
from tests.bot.scripted import ScriptedActions

ROOT = Path(__file__).parents[2]


def intents(dialogue: Dialogue) -> list[str]:
    """Return our intents, and that of what was not understood."""
    ours = [i for i in dialogue.domain.intents if i not in DEFAULT_INTENTS]
    return [*ours, DEFAULT_NLU_FALLBACK_INTENT_NAME]


async def test_every_intent_is_answered_by_exactly_one_action(
    dialogue: Dialogue, action_server: ScriptedActions
) -> None:
    for intent in intents(dialogue):
        parsed = pressed(f"/{intent}", intent, dialogue.domain)
        replies = Replies()
        message = UserMessage(intent, replies, f"staff:{intent}", parse_data=parsed)
        await dialogue.handle_message(message)
        assert len(replies.messages) == 1, intent
    assert len(action_server.calls) == len(intents(dialogue))


async def test_every_action_of_the_domain_is_reached(
    dialogue: Dialogue, action_server: ScriptedActions
) -> None:
    for intent in intents(dialogue):
        parsed = pressed(f"/{intent}", intent, dialogue.domain)
        message = UserMessage(intent, Replies(), f"staff:{intent}", parse_data=parsed)
        await dialogue.handle_message(message)
    custom = {name for name in dialogue.domain.user_actions if not name.startswith("utter_")}
    assert set(action_server.called) == custom


def test_no_slot_influences_what_is_predicted(dialogue: Dialogue) -> None:
    assert not [slot.name for slot in dialogue.domain.slots if slot.influence_conversation]


def test_no_slot_is_filled_by_the_engine(dialogue: Dialogue) -> None:
    """Else every message in a form would fill one: the actions alone set slots."""
    mappings = [m for slot in dialogue.domain.slots for m in slot.mappings]
    assert {mapping["type"] for mapping in mappings} <= {"custom"}


def test_no_file_is_taken_for_a_test_of_conversations() -> None:
    """Rasa would train on it all the same."""
    assert not list(ROOT.glob("data/**/test_*"))
