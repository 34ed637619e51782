"""Events to and from JSON, and which of them a conversation still needs."""

from collections.abc import Iterable
from typing import Any

from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet, UserUttered
from rasa.shared.utils.common import all_subclasses

# Rasa looks through all subclasses for each single event.
_CLASSES: dict[str, type[Event]] = {cls.type_name: cls for cls in all_subclasses(Event)}


def decode(stored: Iterable[dict[str, Any]]) -> list[Event]:
    """Make events of what `encode` or the action server wrote.

    Raises:
        KeyError: An event is of no known type.
    """
    return [_CLASSES[one["event"]]._from_parameters(one) for one in stored]


def encode(events: Iterable[Event]) -> list[dict[str, Any]]:
    """Write events as JSON; of what was understood only intent and entities, not the ranking."""
    return [_user(e) if isinstance(e, UserUttered) else e.as_dict() for e in events]


def _user(event: UserUttered) -> dict[str, Any]:
    parsed = {"text": event.text, "intent": event.intent, "entities": event.entities}
    return {**event.as_dict(), "parse_data": parsed}


def recent(events: list[Event], turns: int) -> list[Event]:
    """Keep what the last turns said and did, and what still holds from before.

    Of each slot only the last value is kept, since no slot influences a prediction; the loop is
    kept turn by turn, since rules look at it.
    """
    start = _start_of(events, turns)
    loop = next((e for e in reversed(events[:start]) if isinstance(e, ActiveLoop)), None)
    last_set = {e.key: index for index, e in enumerate(events) if isinstance(e, SlotSet)}
    before = [events[index] for index in sorted(last_set.values()) if index < start]
    kept = [
        e
        for index, e in enumerate(events[start:], start)
        if not isinstance(e, SlotSet) or last_set[e.key] == index
    ]
    return [*before, *([loop] if loop and loop.name else []), *kept]


def _start_of(events: list[Event], turns: int) -> int:
    """Return where the last turns start: at the listening before the first one's message."""
    for index in range(len(events) - 1, -1, -1):
        turns -= isinstance(events[index], UserUttered)
        if turns == 0:
            return index - 1 if index and _listens(events[index - 1]) else index
    return 0


def _listens(event: Event) -> bool:
    return isinstance(event, ActionExecuted) and event.action_name == ACTION_LISTEN_NAME
