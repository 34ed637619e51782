"""The page's files come small and are asked for once; allowed pages only show it in a frame."""

import gzip

import pytest

from dakehu.clock import FrozenClock
from dakehu.codes import Language, Role
from dakehu.gateway import wording

from .fake_engine import FakeEngine
from .people import Visitor, hire, settings_for, visiting

BUNDLE = "/static/deepChat.bundle.js"


async def test_a_file_is_compressed_for_who_takes_it(visitor: Visitor) -> None:
    async with visitor.http.stream("GET", BUNDLE, headers={"Accept-Encoding": "gzip"}) as small:
        raw = b"".join([part async for part in small.aiter_raw()])
    plain = await visitor.http.get(BUNDLE, headers={"Accept-Encoding": "identity"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(raw) == plain.content
    assert plain.headers["Content-Type"].startswith("text/javascript")


async def test_a_file_that_the_browser_has_is_not_sent_again(visitor: Visitor) -> None:
    first = await visitor.http.get("/")
    again = await visitor.http.get("/", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "frame-ancestors 'none'" in again.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", ["/static/", "/static/package.json", "/static/deepChat.js", "/static/..%2fMakefile"]
)
async def test_nothing_else_of_the_folder_is_served(visitor: Visitor, path: str) -> None:
    assert (await visitor.http.get(path)).status_code == 404


async def test_a_long_answer_is_compressed_and_a_stream_is_not(person: Visitor) -> None:
    await person.say("长" * 2000)
    history = await person.http.get("/api/messages")
    assert history.headers["Content-Encoding"] == "gzip"
    async with person.http.stream("GET", "/api/events") as events:
        assert "Content-Encoding" not in events.headers


async def test_only_pages_that_the_settings_name_may_frame_the_page(
    sqlite_url: str, engine: FakeEngine, clock: FrozenClock
) -> None:
    origins = ("https://intranet.example", "https://crm.example")
    settings = settings_for(sqlite_url, engine, clock, widget_origins=origins)
    async with visiting(settings) as visitor:
        policy = (await visitor.http.get("/")).headers["Content-Security-Policy"]
        assert (await visitor.http.get("/widget.js")).status_code == 200
    assert policy.endswith("frame-ancestors https://intranet.example https://crm.example")


async def test_a_newcomer_is_told_what_to_say_in_their_language(visitor: Visitor) -> None:
    await visitor.sign_in(hire(visitor.gateway.database, language=Language.EN))
    told = (await visitor.http.get("/api/welcome")).json()["examples"]
    assert told == wording.examples(Role.SPECIALIST, Language.EN)


@pytest.mark.parametrize("role", Role)
def test_there_are_examples_for_every_role(role: Role) -> None:
    chinese, english = (wording.examples(role, language) for language in Language)
    assert len(chinese) == len(english) > 0
    assert not set(chinese) & set(english)
