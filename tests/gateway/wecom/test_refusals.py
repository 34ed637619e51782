"""What is not WeCom's, or not of now, has no effect whatever."""

import asyncio
import time

import pytest

from dakehu.files import LARGEST

from ..fake_engine import FakeEngine
from ..people import contents
from ..tencent.caller import KEY, TOKEN, Caller
from ..tencent.wechatpy_peer import WeComPeer


async def refused(bound: Caller, engine: FakeEngine, **changed: object) -> None:
    """Check that a callback with something changed is refused and changes nothing."""
    before = contents(bound.gateway.database)
    message = bound.message(MsgType="text", Content="你好")
    ago = changed.pop("ago", 0)
    answer = await bound.call(message, ago=ago, **changed)  # type: ignore[arg-type]
    assert (answer.status_code, answer.text) == (403, "")
    assert contents(bound.gateway.database) == before
    assert engine.asked == []


@pytest.mark.parametrize(
    "changed",
    [
        {"msg_signature": "0" * 40},
        {"msg_signature": ""},
        {"msg_signature": "签名"},
        {"nonce": "another"},
        {"timestamp": ""},
        {"timestamp": "now"},
        {"timestamp": str(int(time.time()) + 1)},
    ],
    ids=str,
)
async def test_a_wrong_signature_is_refused(
    changed: dict[str, str], bound: Caller, engine: FakeEngine
) -> None:
    await refused(bound, engine, **changed)


@pytest.mark.parametrize("ago", [301 + 30, 86400, -330])
async def test_a_callback_of_another_time_is_refused(
    ago: int, bound: Caller, engine: FakeEngine
) -> None:
    await refused(bound, engine, ago=ago)


async def test_a_callback_for_another_company_is_refused(bound: Caller, engine: FakeEngine) -> None:
    bound.crypto = WeComPeer(TOKEN, KEY, "wwother")
    await refused(bound, engine)


async def test_a_callback_with_another_key_is_refused(bound: Caller, engine: FakeEngine) -> None:
    bound.crypto = WeComPeer(TOKEN, KEY[::-1], bound.receiver)
    await refused(bound, engine)


async def test_a_sender_named_beside_the_seal_is_not_believed(
    bound: Caller, engine: FakeEngine
) -> None:
    plain = bound.message(MsgType="text", Content="你好")
    answer = await bound.http.post(bound.path, content=plain.encode())
    assert answer.status_code == 403
    sealed = bound.crypto.encrypt_message(bound.message(MsgType="text", Content="嗨"), "n", "1")
    forged = sealed.replace("<xml>", "<xml><FromUserName>li</FromUserName>")
    answer = await bound.http.post(bound.path, content=forged.encode())
    assert answer.status_code == 403
    assert engine.asked == []


@pytest.mark.parametrize(
    "body",
    [
        "",
        "not xml",
        "<xml><Encrypt>",
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xml><Encrypt>&b;</Encrypt></xml>',
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><Encrypt>&f;</Encrypt></xml>',
    ],
)
async def test_xml_that_is_none_or_a_bomb_is_refused(
    body: str, bound: Caller, engine: FakeEngine
) -> None:
    answer = await bound.http.post(bound.path, content=body.encode())
    assert answer.status_code == 400
    assert engine.asked == []


async def test_a_bomb_within_the_seal_is_refused(bound: Caller, engine: FakeEngine) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aa">]><xml><FromUserName>&a;</FromUserName></xml>'
    assert (await bound.call(bomb)).status_code == 400
    assert (await bound.call("<xml><MsgType>text</MsgType></xml>")).status_code == 400
    assert engine.asked == []


async def test_a_body_that_is_too_large_is_refused(bound: Caller, engine: FakeEngine) -> None:
    answer = await bound.http.post(bound.path, content=b"<xml>" + b"a" * LARGEST)
    assert answer.status_code == 413
    assert engine.asked == []


async def test_ten_at_once_of_one_captured_callback_are_one_message(
    bound: Caller, engine: FakeEngine
) -> None:
    message = bound.message(MsgType="text", Content="你好")
    answers = await asyncio.gather(*(bound.call(message) for _ in range(10)))
    assert {answer.status_code for answer in answers} == {200}
    await bound.peer.shows(1)
    assert engine.texts == ["你好"]
