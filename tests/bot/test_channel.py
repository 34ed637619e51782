"""The door: who may come in, and what counts as a message."""

import time
from types import SimpleNamespace

import pytest
from sanic.exceptions import Forbidden

from bot.channel import GatewayChannel, pressed
from bot.dialogue import Dialogue
from tests.bot.engine import Engine, question, sign
from tests.bot.scripted import ScriptedActions


async def test_a_signed_message_is_answered(engine: Engine) -> None:
    assert await engine.ask("你好") == (
        200,
        {"messages": [{"text": "action_greet 1"}], "replayed": False},
    )


async def test_a_repeated_message_is_said_to_be_replayed(engine: Engine) -> None:
    _, first = await engine.ask("你好", message_id="one")
    assert await engine.ask("你好", message_id="one") == (200, {**first, "replayed": True})


async def test_everything_that_an_action_says_reaches_the_gateway(
    engine: Engine, action_server: ScriptedActions
) -> None:
    buttons = [{"title": "确认", "payload": '/affirm{"revision": 1}'}]
    table = {"columns": ["a"], "rows": [[1]]}
    said = {"text": "卡片", "buttons": buttons, "image": "/i.png", "custom": {"table": table}}
    action_server.answers["action_greet"] = {"responses": [said], "events": []}
    _, answer = await engine.ask("你好")
    expected = {"text": "卡片", "buttons": buttons, "image": "/i.png", "table": table}
    assert answer["messages"] == [expected]


async def test_another_secret_is_refused(engine: Engine, action_server: ScriptedActions) -> None:
    body, now = question("你好"), str(int(time.time()))
    status, _ = await engine.post(body, now, sign(now, body, "another secret"))
    assert (status, action_server.calls) == (401, [])


async def test_a_changed_body_is_refused(engine: Engine) -> None:
    now = str(int(time.time()))
    status, _ = await engine.post(question("你好"), now, sign(now, question("谢谢")))
    assert status == 401


@pytest.mark.parametrize("seconds", [-61, 61])
async def test_a_signature_out_of_time_is_refused(engine: Engine, seconds: int) -> None:
    body, then = question("你好"), str(int(time.time()) + seconds)
    assert (await engine.post(body, then, sign(then, body)))[0] == 401


@pytest.mark.parametrize("timestamp", ["soon", "-1", "٣"])
async def test_a_timestamp_that_is_none_is_refused(engine: Engine, timestamp: str) -> None:
    body = question("你好")
    assert (await engine.post(body, timestamp, sign(timestamp, body)))[0] == 401


def test_another_machine_is_refused() -> None:
    channel = GatewayChannel("a secret")
    with pytest.raises(Forbidden):
        channel._require_gateway(SimpleNamespace(ip="192.168.1.7"))


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'"text"', b"{}", question(None), question("x", metadata=None)],
)
async def test_what_is_no_message_is_refused(
    engine: Engine, action_server: ScriptedActions, body: bytes
) -> None:
    assert ((await engine.post(body))[0], action_server.calls) == (400, [])


async def test_a_button_is_its_intent_whatever_its_label_says(
    engine: Engine, action_server: ScriptedActions
) -> None:
    await engine.ask("谢谢", payload='/log_visit{"customer": 12, "name": "甲 {乙}"}')
    latest = action_server.calls[0]["tracker"]["latest_message"]
    assert latest["intent"] == {"name": "log_visit", "confidence": 1.0}
    assert {e["entity"]: e["value"] for e in latest["entities"]} == {
        "customer": 12,
        "name": "甲 {乙}",
    }
    assert latest["text"] == "谢谢"


@pytest.mark.parametrize(
    "payload", ["affirm", "/", "/nonsense", "/affirm{", "/affirm{}x", "/affirm[1]", 7]
)
async def test_a_payload_that_no_action_gave_is_refused(engine: Engine, payload: object) -> None:
    assert (await engine.ask("x", payload=payload))[0] == 400


def test_a_payload_without_entities_has_none(dialogue: Dialogue) -> None:
    assert pressed("/affirm", "是", dialogue.domain)["entities"] == []


async def test_a_failing_action_server_is_503_and_the_message_may_come_again(
    engine: Engine, action_server: ScriptedActions
) -> None:
    action_server.status = 500
    assert (await engine.ask("你好", message_id="one"))[0] == 503
    action_server.status = 200
    status, answer = await engine.ask("你好", message_id="one")
    assert (status, answer["replayed"]) == (200, False)


async def test_an_action_server_that_is_away_is_503(
    engine: Engine, action_server: ScriptedActions
) -> None:
    await action_server.__aexit__()
    assert (await engine.ask("你好"))[0] == 503


async def test_nothing_is_answered_before_the_model_is_warm(engine: Engine) -> None:
    assert await engine.get() == 200
    engine.app.ctx.ready = False
    assert await engine.get() == 503
    assert (await engine.ask("你好"))[0] == 503


async def test_warming_up_calls_no_action_and_keeps_nothing(
    engine: Engine, dialogue: Dialogue, action_server: ScriptedActions
) -> None:
    assert action_server.calls == []
    assert list(await dialogue.tracker_store.keys()) == []


@pytest.mark.parametrize("path", ["/", "/webhooks/rest/webhook", "/model/parse", "/status"])
async def test_nothing_of_rasas_own_can_be_reached(engine: Engine, path: str) -> None:
    assert (await engine.post(question("你好"), path=path))[0] == 404


async def test_a_body_far_too_long_is_refused(engine: Engine) -> None:
    assert (await engine.ask("长" * 100_000))[0] == 413
