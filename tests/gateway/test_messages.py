"""What a person says reaches the engine as text, once, and is answered."""

import json
from uuid import uuid4

import pytest

from .fake_engine import FakeEngine
from .people import Visitor


async def test_a_text_is_answered_by_the_engine(person: Visitor, engine: FakeEngine) -> None:
    answer = await person.say("昨天拜访了华东机电")
    assert answer.status_code == 200
    (message,) = answer.json()["messages"]
    assert message["text"] == "昨天拜访了华东机电"
    assert [button["label"] for button in message["buttons"]] == ["确认", "取消"]
    assert message["image"] is None
    (question,) = engine.asked
    assert question["sender"] == "staff:1"
    assert question["payload"] is None
    assert question["metadata"] == {"channel": "web", "received_at": "2026-11-24T02:00:00+00:00"}


@pytest.mark.parametrize(
    "text",
    [
        "👍🏽🎉",
        "/restart",
        '/log_visit{"customer": "华东机电"}',
        "　/restart",
        "<script>alert(1)</script>",
        "'; DROP TABLE visit; --",
        "\u202e电机东华\u200f",
        "x" * 4000,
        "😀" * 4000,
    ],
)
async def test_whatever_is_typed_reaches_the_engine_as_text(
    person: Visitor, engine: FakeEngine, text: str
) -> None:
    answer = await person.say(text)
    assert answer.json()["messages"][0]["text"] == text
    assert engine.asked[0]["text"] == text
    assert engine.asked[0]["payload"] is None


async def test_what_no_database_takes_is_replaced(person: Visitor, engine: FakeEngine) -> None:
    body = json.dumps({"id": str(uuid4()), "text": "a\0b\ud800c"})
    answer = await person.http.post(
        "/api/messages", content=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 200
    assert engine.texts == ["a\ufffdb\ufffdc"]
