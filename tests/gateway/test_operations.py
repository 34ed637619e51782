"""Who runs Dakehu sees whether it is alive, what is away, and how it does."""

from prometheus_client.parser import text_string_to_metric_families

from .fake_engine import FakeEngine
from .people import Visitor


async def samples(visitor: Visitor) -> dict[str, float]:
    text = (await visitor.http.get("/metrics")).text
    families = text_string_to_metric_families(text)
    return {sample.name: sample.value for family in families for sample in family.samples}


async def test_a_ready_system_says_so(visitor: Visitor) -> None:
    assert (await visitor.http.get("/healthz")).json() == {"status": "alive"}
    answer = await visitor.http.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"database": "ready", "engine": "ready", "actions": "ready"}


async def test_what_is_away_is_named(visitor: Visitor, engine: FakeEngine) -> None:
    engine.ready = engine.actions_ready = False
    answer = await visitor.http.get("/readyz")
    assert answer.status_code == 503
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["checks"] == {"database": "ready", "engine": "away", "actions": "away"}
    assert (await visitor.http.get("/healthz")).status_code == 200


async def test_messages_are_counted(person: Visitor, engine: FakeEngine) -> None:
    await person.say("你好")
    engine.ready = False
    await person.say("在吗")
    seen = await samples(person)
    assert seen["dakehu_messages_received_total"] == 2
    assert seen["dakehu_messages_answered_total"] == 1
    assert seen["dakehu_engine_failures_total"] == 1
    assert seen["dakehu_inbox_waiting"] == 1
    assert seen["dakehu_message_seconds_count"] == 2


async def test_metrics_are_in_prometheus_text_format(visitor: Visitor) -> None:
    answer = await visitor.http.get("/metrics")
    assert answer.headers["Content-Type"].startswith("text/plain; version=")
