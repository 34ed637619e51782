"""A text message as each chat service brings it."""

import time

import httpx

from dakehu.codes import Channel
from dakehu.gateway.channels.telegram import webhook
from dakehu.gateway.channels.tencent import xml
from dakehu.gateway.channels.tencent.crypto import Crypto
from dakehu.settings import Settings

TEXT = "昨天下午去华东机电拜访了王总，聊了电缆报价，他很满意"


def request(
    client: httpx.AsyncClient, settings: Settings, channel: Channel, number: int
) -> httpx.Request:
    """Return a callback that brings a text, signed as the service would."""
    return _CALLBACKS[channel](client, settings, number)


def _telegram(client: httpx.AsyncClient, settings: Settings, number: int) -> httpx.Request:
    assert settings.telegram is not None
    person = {"id": 77, "is_bot": False, "first_name": "陈", "language_code": "zh-hans"}
    chat = {"id": 77, "type": "private", "first_name": "陈"}
    message = {"message_id": number + 1, "from": person, "chat": chat, "date": 1_795_000_000}
    update = {"update_id": number + 1, "message": {**message, "text": TEXT}}
    secret = webhook.secret_token(settings.secret, settings.telegram.token)
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
    return client.build_request("POST", webhook.PATH, json=update, headers=headers)


def _wecom(client: httpx.AsyncClient, settings: Settings, number: int) -> httpx.Request:
    assert settings.wecom is not None
    crypto = Crypto(settings.wecom.token, settings.wecom.aes_key, settings.wecom.corp_id)
    return _sealed(client, crypto, "/channels/wecom", number)


def _wechat(client: httpx.AsyncClient, settings: Settings, number: int) -> httpx.Request:
    assert settings.wechat is not None
    crypto = Crypto(settings.wechat.token, settings.wechat.aes_key, settings.wechat.app_id)
    return _sealed(client, crypto, "/channels/wechat", number)


def _sealed(client: httpx.AsyncClient, crypto: Crypto, path: str, number: int) -> httpx.Request:
    now, nonce = str(int(time.time())), str(number)
    fields = {"ToUserName": "us", "FromUserName": "77", "CreateTime": now, "MsgType": "text"}
    sealed = crypto.seal(xml.write({**fields, "Content": TEXT, "MsgId": nonce}))
    signature = crypto.sign(now, nonce, sealed)
    query = {"msg_signature": signature, "timestamp": now, "nonce": nonce, "encrypt_type": "aes"}
    body = xml.write({"ToUserName": "us", "Encrypt": sealed})
    return client.build_request("POST", path, params=query, content=body)


_CALLBACKS = {
    Channel.TELEGRAM: _telegram,
    Channel.WECOM: _wecom,
    Channel.WECHAT: _wechat,
}
