"""What is not WeChat's, or not sealed, or not of now, has no effect whatever."""

import time

import pytest

from dakehu.files import LARGEST
from dakehu.gateway.channels.tencent.crypto import Crypto

from ..fake_engine import FakeEngine
from ..people import contents
from ..tencent.caller import KEY, TOKEN, Caller
from ..tencent.wechatpy_peer import WeChatPeer
from .peer import APP


@pytest.mark.parametrize("ago", [400, 86400])
async def test_a_callback_of_another_time_is_refused(
    ago: int, bound: Caller, engine: FakeEngine
) -> None:
    before = contents(bound.gateway.database)
    answer = await bound.call(bound.message(MsgType="text", Content="你好"), ago=ago)
    assert answer.status_code == 403
    assert contents(bound.gateway.database) == before
    assert engine.asked == []


@pytest.mark.parametrize(
    "crypto",
    [WeChatPeer("another", KEY, APP), WeChatPeer(TOKEN, KEY, "wxother")],
    ids=["wrong signature", "another account"],
)
async def test_a_callback_that_is_not_for_us_is_refused(
    crypto: WeChatPeer, bound: Caller, engine: FakeEngine
) -> None:
    bound.crypto = crypto
    answer = await bound.call(bound.message(MsgType="text", Content="你好"))
    assert answer.status_code == 403
    assert engine.asked == []


async def test_a_plain_message_is_refused_even_with_a_right_signature(
    bound: Caller, engine: FakeEngine
) -> None:
    timestamp = str(int(time.time()))
    signature = Crypto(TOKEN, KEY, APP).sign(timestamp, "n")
    query = {"signature": signature, "timestamp": timestamp, "nonce": "n", "openid": "openid-1"}
    body = bound.message(MsgType="text", Content="你好")
    for more in ({}, {"msg_signature": signature}, {"encrypt_type": "raw"}):
        answer = await bound.http.post(bound.path, params=query | more, content=body.encode())
        assert answer.status_code == 403
    assert engine.asked == []


async def test_in_compatible_mode_only_what_is_sealed_counts(
    bound: Caller, engine: FakeEngine
) -> None:
    timestamp = str(int(time.time()))
    message = bound.message(MsgType="text", Content="真的")
    sealed = bound.crypto.encrypt_message(message, "nonce", timestamp)
    both = sealed.replace(
        "<xml>", "<xml><FromUserName>openid-2</FromUserName><Content>假的</Content>"
    )
    signature = sealed.split("<MsgSignature><![CDATA[")[1].split("]]>")[0]
    query = {"msg_signature": signature, "timestamp": timestamp, "nonce": "nonce"}
    answer = await bound.http.post(bound.path, params=query, content=both.encode())
    assert answer.status_code == 200
    assert engine.texts == ["真的"]
    assert engine.asked[0]["sender"] == "staff:1"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"<xml><Encrypt>", 400),
        (b'<!DOCTYPE x [<!ENTITY a "aa">]><xml><Encrypt>&a;</Encrypt></xml>', 400),
        (b"<xml>" + b"a" * LARGEST, 413),
    ],
    ids=["broken", "a bomb", "too large"],
)
async def test_what_is_no_message_is_refused(body: bytes, status: int, bound: Caller) -> None:
    assert (await bound.http.post(bound.path, content=body)).status_code == status
