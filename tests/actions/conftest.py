"""A conversation without the engine: the intent is given, everything after it is real.

- `talk`: specialist1 talks; `talk.say(text, intent)` and `talk.press(label)` return the replies.
- `office`: the people and customers it talks about, in a real SQLite database.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk.interfaces import Tracker

from actions import base
from actions.bootstrap import Services
from actions.catalogue import FLOWS, TOPICS
from actions.names import NameCache
from actions.server import executor
from actions.wording import parse_payload
from dakehu.account import Doors
from dakehu.clock import FrozenClock
from dakehu.codes import Channel
from dakehu.storage.database import Database
from dakehu.storage.files import FileStore
from tests.actions.office import Office, furnish

DOORS = Doors("a secret for tests only", "http://127.0.0.1", [Channel.TELEGRAM], "dakehu_bot")
IDLE = ("affirm", "deny", "cancel", "inform", "edit_field")
FALLBACK = ("out_of_scope", "nlu_fallback")


@dataclass
class Talk:
    """One person's conversation, with the slots and the loop that the engine would keep."""

    staff_id: int
    slots: dict[str, Any] = field(default_factory=dict)
    loop: str | None = None
    replies: list[dict[str, Any]] = field(default_factory=list)
    messages: Iterator[int] = field(default_factory=count)

    def say(self, text: str, intent: str = "inform", *ranking: str, **marked: str) -> str:
        """Say something; `marked` are words of it that an extractor took for a field."""
        entities = [
            {
                "entity": name,
                "value": words,
                "start": text.find(words),
                "end": text.find(words) + len(words),
            }
            for name, words in marked.items()
        ]
        latest = {"text": text, "intent": {"name": intent}, "entities": entities}
        return self._turn(latest | {"intent_ranking": [{"name": i} for i in ranking]})

    def press(self, label: str) -> str:
        buttons = [b for r in self.replies for b in r["buttons"]]
        button = next(b for b in buttons if b["title"] == label)
        intent, entities = parse_payload(button["payload"])
        return self.send(intent, label, **entities)

    def send(self, intent: str, text: str, /, **entities: Any) -> str:
        """Send what comes as an intent with entities: a button, a place, a file."""
        given = [{"entity": k, "value": v} for k, v in entities.items()]
        return self._turn({"text": text, "intent": {"name": intent}, "entities": given})

    @property
    def buttons(self) -> list[str]:
        return [b["title"] for r in self.replies for b in r["buttons"]]

    def _turn(self, latest: dict[str, Any]) -> str:
        metadata = {"channel": "web", "message_id": f"{self.staff_id}:{next(self.messages)}"}
        sender = f"staff:{self.staff_id}"
        tracker = Tracker(
            sender, self.slots, latest | {"metadata": metadata}, [], False, None, {}, None
        )
        action = executor_of(self.loop or action_for(latest["intent"]["name"]))
        self.replies, events = action._answer(tracker)
        for event in events:
            if event["event"] == "slot":
                self.slots[event["name"]] = json.loads(json.dumps(event["value"]))
            elif event["event"] == "active_loop":
                self.loop = event["name"]
        return "\n".join(r["text"] for r in self.replies)


def action_for(intent: str) -> str:
    """Say which action the rules of `data/rules/` name for an intent."""
    if flow := next((f for f in FLOWS.values() if intent in f.intents), None):
        return flow.form
    if intent in TOPICS:
        return f"action_{intent}"
    return "action_fallback" if intent in FALLBACK else "action_idle"


_executor = executor()


def executor_of(name: str) -> base.TurnAction:
    action: Any = _executor.actions[name]
    return action.__self__  # type: ignore[no-any-return]


@pytest.fixture
def office(sqlite_url: str, clock: FrozenClock) -> Iterator[Office]:
    database = Database(sqlite_url, clock)
    yield furnish(database)
    database.close()


@pytest.fixture
def talk(
    office: Office, clock: FrozenClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Talk:
    files = FileStore(office.database, tmp_path)
    wired = Services(office.database, clock, NameCache(), DOORS, FLOWS, TOPICS, files)
    monkeypatch.setattr(base, "services", lambda: wired)
    return Talk(office.staff["specialist1"])
