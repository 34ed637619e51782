"""Callbacks: proved to be the service's and of now, opened, and answered in kind."""

import secrets
import time
from collections.abc import Mapping

from dakehu.gateway.channels.tencent import xml
from dakehu.gateway.channels.tencent.crypto import Crypto, Forged
from dakehu.gateway.channels.tencent.xml import Fields, Malformed

WINDOW = 300
"""Seconds that a callback's time may be off: an older one is a replay.

Within it the same callback is the same message (its id says so), and has no second effect.
"""

type Query = Mapping[str, str]


class Callbacks:
    """Reads and answers the callbacks of one app."""

    def __init__(self, crypto: Crypto) -> None:
        self._crypto = crypto

    def check(self, query: Query, name: str, *sealed: str) -> None:
        """Check the signature that a query carries under a name, and its time.

        Raises:
            Forged: It is not the service's, or not of now.
        """
        timestamp = query.get("timestamp", "")
        self._crypto.check(query.get(name, ""), timestamp, query.get("nonce", ""), *sealed)
        if not timestamp.isdecimal() or abs(time.time() - int(timestamp)) > WINDOW:
            raise Forged("its time is not now")

    def echo(self, query: Query) -> str:
        """Return the sealed echo of a console that tries our address.

        Raises:
            Forged: It is not the console's.
        """
        sealed = query.get("echostr", "")
        self.check(query, "msg_signature", sealed)
        return self._crypto.open(sealed)

    def read(self, query: Query, body: bytes) -> Fields:
        """Return what a callback says. Only what is sealed counts: nothing else is signed.

        Raises:
            Forged: It is not the service's, not of now, or for somebody else.
            Malformed: It is no XML of the service's.
        """
        sealed = xml.read(body).get("Encrypt", "")
        self.check(query, "msg_signature", sealed)
        fields = xml.read(self._crypto.open(sealed))
        if not (fields.get("FromUserName") and fields.get("ToUserName")):
            raise Malformed("it names no sender or no receiver")
        return fields

    def reply(self, fields: Fields, text: str) -> str:
        """Return a text as the sealed answer to a callback."""
        timestamp, nonce = str(int(time.time())), secrets.token_hex(8)
        message = {
            "ToUserName": fields["FromUserName"],
            "FromUserName": fields["ToUserName"],
            "CreateTime": timestamp,
            "MsgType": "text",
            "Content": text,
        }
        sealed = self._crypto.seal(xml.write(message))
        signature = self._crypto.sign(timestamp, nonce, sealed)
        envelope = {"Encrypt": sealed, "MsgSignature": signature}
        return xml.write({**envelope, "TimeStamp": timestamp, "Nonce": nonce})
