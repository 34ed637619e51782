"""Somebody who uses WeCom or WeChat, by way of a service that calls the gateway."""

import re
import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from xml.sax.saxutils import escape, unescape

import httpx

from dakehu.codes import Channel
from dakehu.gateway.parts import Gateway
from dakehu.storage.messages.accounts import bind
from dakehu.storage.messages.outbox import SqlOutbox

from ..people import hire

TOKEN = "callback token"
KEY = "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt"


@dataclass
class Caller:
    """A service that calls for one person; what it seals, wechatpy seals.

    Attributes:
        crypto: wechatpy's; its sealed answers are opened by it.
        receiver: Whom the callbacks are for.
    """

    http: httpx.AsyncClient
    gateway: Gateway
    peer: Any
    crypto: Any
    channel: Channel
    receiver: str
    account: str = "chen"
    numbers: Any = field(default_factory=lambda: count(1))

    @property
    def path(self) -> str:
        return f"/channels/{self.channel}"

    def bound(self, login: str = "specialist1") -> int:
        """Hire somebody whose account this is."""
        staff_id = hire(self.gateway.database, login)
        with self.gateway.database.transaction() as session:
            bind(session, staff_id, self.channel, self.account, None)
        return staff_id

    async def says(self, text: str, **fields: Any) -> str:
        """Say a text; returns what answers the callback."""
        return await self.tells(MsgType="text", Content=text, **fields)

    async def does(self, event: str, **fields: Any) -> str:
        """Do something that is an event, which has no message id."""
        return await self.tells(MsgType="event", Event=event, MsgId=None, **fields)

    async def tells(self, **fields: Any) -> str:
        """Call with a message; returns the text that answers the callback, or how it is empty."""
        response = await self.call(self.message(**fields))
        assert response.status_code == 200, response.text
        return self.opened(response)

    def message(self, **fields: Any) -> str:
        """Return a message as the service writes it, before it is sealed."""
        head = {
            "ToUserName": self.receiver,
            "FromUserName": self.account,
            "CreateTime": int(time.time()),
            "MsgId": next(self.numbers),
        }
        inside = (
            f"<{name}>{escape(str(value))}</{name}>"
            for name, value in {**head, **fields}.items()
            if value is not None
        )
        return f"<xml>{''.join(inside)}</xml>"

    async def call(self, message: str, ago: int = 0, **query: str) -> httpx.Response:
        """Seal a message and call with it; parts of the query can be others."""
        timestamp = str(int(time.time()) - ago)
        body = self.crypto.encrypt_message(message, "nonce", timestamp)
        signature = re.search("<MsgSignature><!.CDATA.(.*?)]]>", body)
        assert signature
        right = {"msg_signature": signature[1], "timestamp": timestamp, "nonce": "nonce"}
        params = {**right, "encrypt_type": "aes", **query}
        return await self.http.post(self.path, params=params, content=body.encode())

    def opened(self, response: httpx.Response) -> str:
        """Return the text of a sealed answer; another answer as it is."""
        if not response.text.startswith("<"):
            return response.text
        got = dict(re.findall("<(MsgSignature|TimeStamp|Nonce)>(.*?)</", response.text))
        plain = self.crypto.decrypt_message(response.text, *got.values())
        assert f"<ToUserName>{self.account}</ToUserName>" in plain
        return unescape(plain.split("<Content>")[1].split("</Content>")[0])

    async def put(self, message: dict[str, Any], key: str = "k") -> None:
        """Have something said unasked; the outbox looks at once."""
        now = self.gateway.settings.clock.now()
        with self.gateway.database.transaction() as session:
            SqlOutbox(session).put(1, message, now, key, self.channel)
        await self.gateway.outbox.round()

    async def shows(self, number: int) -> list[dict[str, Any]]:
        """Wait until this person sees so many messages."""
        return await self.peer.shows(number)
