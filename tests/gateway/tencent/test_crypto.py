"""The envelope of callbacks: against published values, wechatpy and the official npm package."""

import json
import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dakehu.gateway.channels.tencent import xml
from dakehu.gateway.channels.tencent.crypto import Crypto, Forged

from .wechatpy_peer import WeChatPeer, WeComPeer

KEY = "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt"
OURS = Crypto("token", KEY, "wwcorp")

# The sample that Tencent ships with WXBizMsgCrypt for WeCom: console's trial, and a message.
WECOM = Crypto("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7")
WECOM_ECHO = (
    "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3",
    "1409659589",
    "263014780",
    "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==",
)
WECOM_MESSAGE = (
    "477715d11cdb4164915debcba66cb864d751f3e6",
    "1409659813",
    "1372623149",
    "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj"
    "911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06"
    "DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQ"
    "H03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo"
    "6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+q"
    "N+E7Q==",
)
# The sample of WXBizMsgCrypt for official accounts.
WECHAT = Crypto("spamtest", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wx2c2769f8efd9abc2")
WECHAT_MESSAGE = (
    "5d197aaffba7e9b25a30732f161a50dee96bd5fa",
    "1409735669",
    "1320562132",
    "hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGH"
    "QHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tE"
    "DYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZ"
    "bGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q"
    "5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE=",
)


def test_the_published_echo_of_wecom_is_opened() -> None:
    WECOM.check(*WECOM_ECHO)
    assert WECOM.open(WECOM_ECHO[-1]) == "1616140317555161061"


def test_the_published_message_of_wecom_is_opened() -> None:
    WECOM.check(*WECOM_MESSAGE)
    fields = xml.read(WECOM.open(WECOM_MESSAGE[-1]))
    assert fields["FromUserName"] == "mycreate"
    assert fields["Content"] == "hello"
    assert fields["MsgId"] == "4561255354251345929"


def test_the_published_message_of_official_accounts_is_opened() -> None:
    WECHAT.check(*WECHAT_MESSAGE)
    fields = xml.read(WECHAT.open(WECHAT_MESSAGE[-1]))
    assert fields["FromUserName"] == "oyORnuP8q7ou2gfYjqLzSIWZf0rs"
    assert fields["Content"] == "abcdteT"
    assert fields["MsgId"] == "6054768590064713728"


@given(st.text(), st.sampled_from([WeComPeer, WeChatPeer]))
def test_what_wechatpy_seals_we_open_and_the_other_way_round(text: str, peer: Any) -> None:
    theirs = peer("token", KEY, "wwcorp")
    fields = xml.read(theirs.encrypt_message(text, "nonce", "1700000000"))
    OURS.check(fields["MsgSignature"], "1700000000", "nonce", fields["Encrypt"])
    assert OURS.open(fields["Encrypt"]) == text
    sealed = OURS.seal(text)
    signature = OURS.sign("1700000000", "nonce", sealed)
    assert theirs.decrypt_message({"Encrypt": sealed}, signature, "1700000000", "nonce") == text


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(), min_size=5, max_size=30))
def test_what_the_official_package_seals_we_open_and_the_other_way_round(texts: list[str]) -> None:
    sealed = [OURS.seal(text) for text in texts]
    theirs = official(key=KEY, id="wwcorp", token="token", texts=texts, sealed=sealed)
    assert [OURS.open(each) for each in theirs["sealed"]] == texts
    assert theirs["opened"] == [[text, "wwcorp"] for text in texts]
    assert theirs["signatures"] == [OURS.sign("1", "n", each) for each in sealed]


def official(**asked: Any) -> Any:
    node = Path(sys.executable).with_name("node")
    script = Path(__file__).with_name("official.cjs")
    run = subprocess.run(
        [node, script], input=json.dumps(asked), capture_output=True, check=True, encoding="utf-8"
    )
    return json.loads(run.stdout)


@given(st.integers(0, 39), st.characters(codec="utf-8"))
def test_a_signature_with_one_character_changed_is_refused(at: int, other: str) -> None:
    right = OURS.sign("1", "n", "sealed")
    if right[at] != other:
        with pytest.raises(Forged):
            OURS.check(right[:at] + other + right[at + 1 :], "1", "n", "sealed")


@given(st.one_of(st.text(), st.binary().map(b64encode).map(bytes.decode)))
def test_what_was_not_sealed_for_us_is_refused_whatever_it_is(sealed: str) -> None:
    with pytest.raises(Forged):
        OURS.open(sealed)


@pytest.mark.parametrize(
    "other",
    [Crypto("token", KEY, "wwother"), Crypto("token", KEY[::-1], "wwcorp"), Crypto("t", KEY, "")],
    ids=["another receiver", "another key", "no receiver"],
)
def test_what_was_sealed_for_somebody_else_is_refused(other: Crypto) -> None:
    with pytest.raises(Forged):
        OURS.open(other.seal("hello"))


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"not xml",
        b"<xml><a></xml>",
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xml><Encrypt>&b;</Encrypt></xml>',
        b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><Encrypt>&f;</Encrypt></xml>',
        b'<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><xml></xml>',
        b'<?xml version="1.0" encoding="no-such"?><xml></xml>',
    ],
)
def test_xml_that_defines_or_fetches_anything_is_refused(document: bytes) -> None:
    with pytest.raises(xml.Malformed):
        xml.read(document)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"])))
def test_what_is_written_can_be_read(text: str) -> None:
    assert xml.read(xml.write({"Content": text})) == {"Content": text.strip()}


@given(st.text(st.characters(codec="utf-8", categories=["Cc", "Cn"])))
def test_what_cannot_be_written_does_no_harm(text: str) -> None:
    assert list(xml.read(xml.write({"Content": text}))) == ["Content"]
