"""Files go up, are shown in the conversation, and come down: each person's own."""

import io
import zipfile
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from dakehu.clock import FrozenClock
from dakehu.files import LARGEST
from dakehu.settings import Settings

from .fake_engine import FakeEngine
from .people import Visitor, settings_for

PNG = b"\x89PNG\r\n\x1a\n and so on"
CSV = "姓名,单位\n王建国,华东机电\n".encode()


@pytest.fixture
def settings(database_url: str, engine: FakeEngine, clock: FrozenClock, tmp_path: Path) -> Settings:
    return settings_for(database_url, engine, clock, home=tmp_path)


async def upload(person: Visitor, name: str, content: bytes) -> httpx.Response:
    return await person.http.post("/api/files", params={"name": name}, content=content)


async def hand_over(person: Visitor, file: str, text: str = "") -> httpx.Response:
    body = {"id": str(uuid4()), "file": file, "text": text}
    return await person.http.post("/api/messages", json=body)


async def test_a_file_is_kept_told_to_the_engine_and_comes_down_again(
    person: Visitor, engine: FakeEngine
) -> None:
    kept = (await upload(person, "名单.csv", CSV)).json()
    assert kept == {"id": "1", "name": "名单.csv", "url": "/api/files/1"}
    assert (await hand_over(person, kept["id"], "客人名单")).status_code == 200
    assert engine.asked[-1]["payload"] == '/send_file{"file": 1, "name": "名单.csv"}'
    assert engine.asked[-1]["text"] == "客人名单"
    said = (await person.history())["messages"][0]
    assert said["file"] == {"url": "/api/files/1", "name": "名单.csv"}
    down = await person.http.get(kept["url"])
    assert down.content == CSV
    assert down.headers["Content-Disposition"].startswith("attachment")
    assert down.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_picture_is_shown_where_it_was_said(person: Visitor) -> None:
    kept = (await upload(person, "现场.png", PNG)).json()
    await hand_over(person, kept["id"])
    assert (await person.history())["messages"][0]["image"] == kept["url"]
    down = await person.http.get(kept["url"])
    assert down.headers["Content-Type"] == "image/png"
    assert down.headers["Content-Disposition"].startswith("inline")


async def test_nobody_gets_or_hands_over_anothers_file(person: Visitor) -> None:
    kept = (await upload(person, "名单.csv", CSV)).json()
    async with person.colleague() as other:
        assert (await other.http.get(kept["url"])).status_code == 404
        answer = await hand_over(other, kept["id"])
    assert answer.status_code == 403
    assert "没有找到这个文件" in answer.json()["detail"]


async def test_without_a_session_nothing_goes_up_or_down(visitor: Visitor) -> None:
    assert (await upload(visitor, "a.csv", CSV)).status_code == 401
    assert (await visitor.http.get("/api/files/1")).status_code == 401


async def test_what_is_too_large_is_refused_kindly(person: Visitor) -> None:
    answer = await upload(person, "a.pdf", b"%PDF-" + bytes(LARGEST))
    assert answer.status_code == 413
    assert "10 MB" in answer.json()["detail"]


async def test_a_bomb_named_workbook_is_refused(person: Visitor) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", bytes(101 * 1024 * 1024))
    answer = await upload(person, "名单.xlsx", bomb.getvalue())
    assert answer.status_code == 413
    assert answer.json()["type"].endswith("file_bomb")
    assert list((person.gateway.settings.home / "files").glob("**/*")) == []


async def test_a_page_named_picture_is_refused(person: Visitor) -> None:
    answer = await upload(person, "a.png", b"<script>alert(1)</script>")
    assert answer.status_code == 400
    assert "对不上" in answer.json()["detail"]


async def test_the_same_content_lies_in_the_store_once(person: Visitor) -> None:
    for name in ("a.csv", "b.csv"):
        await upload(person, name, CSV)
    stored = [f for f in (person.gateway.settings.home / "files").rglob("*") if f.is_file()]
    assert len(stored) == 1
