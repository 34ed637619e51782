"""One person cannot crowd out the others."""

import pytest

from dakehu.clock import FrozenClock
from dakehu.gateway import limits
from dakehu.gateway.limits import RateLimit

from .fake_engine import FakeEngine
from .people import contents, hire, settings_for, visiting


async def test_too_many_messages_are_refused_until_time_has_passed(
    sqlite_url: str, engine: FakeEngine, clock: FrozenClock
) -> None:
    async with visiting(settings_for(sqlite_url, engine, clock, rate_limit=2)) as person:
        await person.sign_in(hire(person.gateway.database))
        assert (await person.say("一")).status_code == 200
        assert (await person.say("二")).status_code == 200
        before = contents(person.gateway.database)
        answer = await person.say("三")
        assert answer.status_code == 429
        assert 0 < int(answer.headers["Retry-After"]) <= 30
        assert "没有保存" in answer.json()["detail"]
        assert contents(person.gateway.database) == before
        async with person.colleague() as other:
            assert (await other.say("四")).status_code == 200
    assert engine.texts == ["一", "二", "四"]


def test_as_many_again_are_let_through_over_a_minute() -> None:
    now = 0.0
    limit = RateLimit(2, time=lambda: now)
    assert [limit.take("a"), limit.take("a")] == [0, 0]
    assert limit.take("a") == 30
    now = 30.0
    assert limit.take("a") == 0
    assert limit.take("a") == 30
    assert limit.take("b") == 0


def test_no_more_than_a_minutes_worth_is_saved_up() -> None:
    now = 0.0
    limit = RateLimit(2, time=lambda: now)
    now = 3600.0
    assert [limit.take("a") for _ in range(3)] == [0, 0, 30]


def test_looking_at_the_wait_takes_nothing() -> None:
    limit = RateLimit(1, time=lambda: 0.0)
    assert [limit.wait("a"), limit.wait("a"), limit.take("a")] == [0, 0, 0]
    assert limit.wait("a") == 60


def test_full_buckets_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SWEEP_ABOVE", 3)
    now = 0.0
    limit = RateLimit(1, time=lambda: now)
    for key in range(4):
        limit.take(key)
    now = 61.0
    limit.take("new")
    assert len(limit._buckets) == 1
