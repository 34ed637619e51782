"""A code signs its person in once, and a session lasts as long as the database says."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from dakehu.clock import FrozenClock
from dakehu.gateway import parts
from dakehu.gateway.signing import SessionTokens
from dakehu.settings import Settings
from dakehu.storage.tables import SignInCode, Staff, WebSession

from .fake_engine import FakeEngine
from .people import Visitor, contents, hire, new_code, settings_for


@pytest.fixture
def settings(database_url: str, engine: FakeEngine, clock: FrozenClock) -> Settings:
    return settings_for(database_url, engine, clock)


async def test_a_code_gives_a_cookie_that_scripts_cannot_read(visitor: Visitor) -> None:
    answer = await visitor.sign_in(hire(visitor.gateway.database))
    assert answer.json()["name"] == "陈晨"
    assert answer.json()["language"] == "zh"
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert (await visitor.http.get("/api/session")).json() == {"name": "陈晨", "language": "zh"}


async def test_the_token_serves_as_bearer(visitor: Visitor) -> None:
    token = (await visitor.sign_in(hire(visitor.gateway.database))).json()["token"]
    visitor.http.cookies.clear()
    assert (await visitor.http.get("/api/session")).status_code == 401
    visitor.http.headers["Authorization"] = f"Bearer {token}"
    assert (await visitor.http.get("/api/session")).status_code == 200


async def test_neither_code_nor_token_is_in_the_database(visitor: Visitor) -> None:
    database = visitor.gateway.database
    code = new_code(database, hire(database))
    answer = await visitor.http.post("/api/session", json={"code": code})
    kept = str(contents(database))
    assert code not in kept
    assert code.replace("-", "") not in kept
    assert answer.json()["token"] not in kept


async def test_case_hyphens_and_spaces_of_a_code_do_not_matter(visitor: Visitor) -> None:
    database = visitor.gateway.database
    code = f" {new_code(database, hire(database)).lower().replace('-', ' ')} "
    assert (await visitor.http.post("/api/session", json={"code": code})).status_code == 200


async def test_of_five_who_use_a_code_at_once_one_gets_in(visitor: Visitor) -> None:
    database = visitor.gateway.database
    code = new_code(database, hire(database))
    calls = [visitor.http.post("/api/session", json={"code": code}) for _ in range(5)]
    answers = await asyncio.gather(*calls)
    assert sorted(answer.status_code for answer in answers) == [200, 401, 401, 401, 401]


@pytest.mark.parametrize("code", ["WRONG-CODE-0000", "'; DROP TABLE staff; --", "\0", "码"])
async def test_a_wrong_code_is_refused_in_both_languages(visitor: Visitor, code: str) -> None:
    hire(visitor.gateway.database)
    before = contents(visitor.gateway.database)
    answer = await visitor.http.post("/api/session", json={"code": code})
    assert answer.status_code == 401
    assert "登录码" in answer.json()["detail"]
    assert "The code is wrong" in answer.json()["detail"]
    assert contents(visitor.gateway.database) == before


async def test_an_expired_code_is_refused(visitor: Visitor) -> None:
    database = visitor.gateway.database
    code = new_code(database, hire(database))
    with database.transaction() as session:
        session.execute(update(SignInCode).values(expires_at=datetime.now(UTC)))
    assert (await visitor.http.post("/api/session", json={"code": code})).status_code == 401


async def test_wrong_codes_are_slowed_down(visitor: Visitor) -> None:
    for _ in range(parts.WRONG_CODES_PER_MINUTE):
        answer = await visitor.http.post("/api/session", json={"code": "wrong"})
        assert answer.status_code == 401
    code = new_code(visitor.gateway.database, hire(visitor.gateway.database))
    answer = await visitor.http.post("/api/session", json={"code": code})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60


async def test_signing_out_ends_the_session(person: Visitor) -> None:
    cookies = dict(person.http.cookies)
    assert (await person.http.delete("/api/session")).status_code == 204
    person.http.cookies.update(cookies)
    assert (await person.http.get("/api/session")).status_code == 401
    assert (await person.say("你好")).status_code == 401


async def test_an_old_session_is_over(person: Visitor, engine: FakeEngine) -> None:
    with person.gateway.database.transaction() as session:
        yesterday = datetime.now(UTC) - timedelta(days=1)
        session.execute(update(WebSession).values(expires_at=yesterday))
    assert (await person.say("你好")).status_code == 401
    assert engine.asked == []


async def test_who_has_left_is_signed_out(person: Visitor, engine: FakeEngine) -> None:
    with person.gateway.database.transaction() as session:
        session.get_one(Staff, 1).active = False
    before = contents(person.gateway.database)
    answer = await person.say("你好")
    assert answer.status_code == 401
    assert "登录" in answer.json()["detail"]
    assert contents(person.gateway.database) == before
    assert engine.asked == []


async def test_a_token_signed_with_another_secret_is_nobodys(person: Visitor) -> None:
    forged = SessionTokens("another secret of ours").new(1, "web")
    for token in (forged, forged[:-1], "垃圾", "a.b"):
        answer = await person.http.get(
            "/api/session", headers={b"Authorization": f"Bearer {token}".encode()}
        )
        assert answer.status_code == 401


async def test_a_well_signed_token_that_was_never_given_out_is_nobodys(person: Visitor) -> None:
    token = person.gateway.session_tokens.new(1, "web")
    headers = {"Authorization": f"Bearer {token}"}
    assert (await person.http.get("/api/session", headers=headers)).status_code == 401
    body = {"id": "6f1c2b34-0000-4000-8000-000000000001", "text": "你好"}
    answer = await person.http.post("/api/messages", json=body, headers=headers)
    assert answer.status_code == 401
