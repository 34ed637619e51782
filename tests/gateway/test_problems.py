"""Every error is problem JSON, and tells nothing that it should not."""

import pytest

from dakehu.storage.messages.history import HistoryReader

from .people import Visitor


async def test_an_unknown_address_is_a_problem(visitor: Visitor) -> None:
    for path in ("/nowhere", "/static/nowhere.js", "/static/../pyproject.toml", "/api/"):
        answer = await visitor.http.get(path)
        assert answer.status_code == 404
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.json()["type"] == "urn:dakehu:problem:not_found"


async def test_a_wrong_method_is_a_problem_that_names_the_right_ones(visitor: Visitor) -> None:
    answer = await visitor.http.put("/api/messages")
    assert answer.status_code == 405
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "POST" in answer.headers["Allow"]


async def test_a_crash_is_a_problem_without_its_cause(
    person: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_args: object) -> None:
        raise RuntimeError("a secret")

    monkeypatch.setattr(HistoryReader, "latest", crash)
    answer = await person.http.get("/api/messages")
    assert answer.status_code == 500
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["title"] == "出错了"
    assert "a secret" not in answer.text


async def test_answers_are_for_nobodys_cache_and_no_other_page(person: Visitor) -> None:
    answer = await person.http.get("/api/messages")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert "Access-Control-Allow-Origin" not in answer.headers
