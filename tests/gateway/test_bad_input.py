"""What cannot be taken gets a clear answer in the person's language, and changes nothing."""

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest

from dakehu.codes import Language

from .fake_engine import FakeEngine
from .people import Visitor, contents, hire

ID = "6f1c2b34-0000-4000-8000-000000000001"
BODIES: list[tuple[str | bytes, int, str, str, str]] = [
    # body, status, problem, what it says in Chinese, what it says in English
    (json.dumps({"id": ID, "text": ""}), 400, "blank", "没有文字", "no text"),
    (json.dumps({"id": ID, "text": " \n\u3000\u200b\u202e "}), 400, "blank", "没有文字", "no text"),
    (json.dumps({"id": ID, "text": "长" * 4001}), 413, "too_long", "4000", "4000"),
    (json.dumps({"id": ID, "text": "长" * 70_000}), 413, "too_long", "分几条", "in parts"),
    ("{", 400, "bad_request", "看不懂", "could not be read"),
    ("", 400, "bad_request", "看不懂", "could not be read"),
    (b"\xff\xfe", 400, "bad_request", "看不懂", "could not be read"),
    ("[" * 20_000, 400, "bad_request", "看不懂", "could not be read"),
    ("null", 400, "bad_request", "看不懂", "could not be read"),
    ("[]", 400, "bad_request", "看不懂", "could not be read"),
    (json.dumps({"text": "你好"}), 400, "bad_request", "看不懂", "could not be read"),
    (json.dumps({"id": "1", "text": "你好"}), 400, "bad_request", "看不懂", "could not be read"),
    (json.dumps({"id": ID, "text": 5}), 400, "bad_request", "看不懂", "could not be read"),
    (json.dumps({"id": ID}), 400, "bad_request", "看不懂", "could not be read"),
    (json.dumps({"id": ID, "text": "a", "as": 2}), 400, "bad_request", "看不懂", "not be read"),
    (json.dumps({"id": ID, "button": ""}), 400, "bad_request", "看不懂", "could not be read"),
    (json.dumps({"id": ID, "button": "x" * 201}), 400, "bad_request", "看不懂", "not be read"),
    (json.dumps({"id": ID, "button": "x"}), 403, "not_your_button", "不是给您的", "not given"),
]


async def post(person: Visitor, body: str | bytes) -> httpx.Response:
    headers = {"Content-Type": "application/json"}
    return await person.http.post("/api/messages", content=body, headers=headers)


@pytest.mark.parametrize(("language", "says"), [("zh", 0), ("en", 1)])
async def test_each_is_refused_in_the_persons_language(
    visitor: Visitor, engine: FakeEngine, language: str, says: int
) -> None:
    database = visitor.gateway.database
    await visitor.sign_in(hire(database, language=Language(language)))
    before = contents(database)
    for body, status, problem, *details in BODIES:
        answer = await post(visitor, body)
        assert answer.status_code == status, body
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.json()["type"] == f"urn:dakehu:problem:{problem}"
        assert answer.json()["status"] == status
        assert details[says] in answer.json()["detail"]
        assert details[1 - says] not in answer.json()["detail"] or details[0] == details[1]
    assert contents(database) == before
    assert engine.asked == []


async def test_unsigned_input_is_refused_whatever_it_is(visitor: Visitor) -> None:
    hire(visitor.gateway.database)
    before = contents(visitor.gateway.database)
    for body in (json.dumps({"id": ID, "text": "你好"}), json.dumps({"id": ID, "text": ""})):
        answer = await post(visitor, body)
        assert answer.status_code == 401
        assert "请用登录码登录" in answer.json()["detail"]
        assert "Please sign in" in answer.json()["detail"]
    assert contents(visitor.gateway.database) == before


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
        "{{ 7 * 7 }} {text} %s",
    ],
)
async def test_whatever_else_is_typed_reaches_the_engine_as_text(
    person: Visitor, engine: FakeEngine, text: str
) -> None:
    answer = await person.say(text)
    assert answer.json()["messages"][0]["text"] == text
    assert engine.asked[0]["text"] == text
    assert engine.asked[0]["payload"] is None
    said: list[dict[str, Any]] = (await person.history())["messages"]
    assert [message["text"] for message in said] == [text, text]


async def test_what_no_database_takes_is_replaced(person: Visitor, engine: FakeEngine) -> None:
    body = json.dumps({"id": str(uuid4()), "text": "a\0b\ud800c"})
    assert (await post(person, body)).status_code == 200
    assert engine.texts == ["a\ufffdb\ufffdc"]


async def test_another_sites_form_cannot_speak_for_a_person(
    person: Visitor, engine: FakeEngine
) -> None:
    body = json.dumps({"id": ID, "text": "你好"})
    answer = await person.http.post(
        "/api/messages", content=body, headers={"Content-Type": "text/plain"}
    )
    assert answer.status_code == 400
    assert engine.asked == []
