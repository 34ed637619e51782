"""What a person says reaches the engine, and the answer comes back whole."""

from typing import Any

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


async def test_an_answer_may_be_several_messages_of_every_kind(
    person: Visitor, engine: FakeEngine
) -> None:
    said = [
        {"text": "一"},
        {"image": "/files/chart.png"},
        {"text": "二", "file": {"url": "/files/report.xlsx", "name": "报表.xlsx"}},
        {"text": "三", "table": {"columns": ["人"], "rows": [["陈晨"], [None], [0.75]]}},
        {"text": "四", "data": {"metric": ["visits"]}},
    ]

    async def answer(_question: dict[str, Any]) -> list[dict[str, Any]]:
        return said

    engine.answer = answer
    messages = (await person.say("你好")).json()["messages"]
    assert [message["text"] for message in messages] == ["一", "", "二", "三", "四"]
    assert messages[1]["image"] == "/files/chart.png"
    assert messages[2]["file"] == {"url": "/files/report.xlsx", "name": "报表.xlsx"}
    assert messages[3]["table"]["rows"] == [["陈晨"], [None], [0.75]]
    assert messages[4]["data"] == {"metric": ["visits"]}
    kept = (await person.history())["messages"]
    assert [message["id"] for message in kept[1:]] == [message["id"] for message in messages]


async def test_an_engine_with_nothing_to_say_is_an_empty_answer(
    person: Visitor, engine: FakeEngine
) -> None:
    async def answer(_question: dict[str, Any]) -> list[dict[str, Any]]:
        return []

    engine.answer = answer
    assert (await person.say("你好")).json() == {"messages": []}
