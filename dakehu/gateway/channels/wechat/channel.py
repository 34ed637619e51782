"""The WeChat channel: callbacks in, answered within five seconds where that can be done."""

from collections.abc import Sequence

from dakehu.codes import Channel
from dakehu.gateway.channels.tencent import heard
from dakehu.gateway.channels.tencent.api import Json
from dakehu.gateway.channels.tencent.callbacks import Query
from dakehu.gateway.channels.tencent.channel import Part, TencentChannel
from dakehu.gateway.channels.tencent.crypto import Crypto
from dakehu.gateway.channels.tencent.xml import Fields
from dakehu.gateway.channels.wechat import messages
from dakehu.gateway.heard import Heard
from dakehu.settings import Settings, WeChat
from dakehu.storage.messages.history import Entry
from dakehu.storage.messages.letters import Letter


class WeChatChannel(TencentChannel):
    """Speaks for one Official Account; its followers are known by their openid there."""

    channel = Channel.WECHAT
    nothing = "success"
    patience = 4.5  # the service waits for five seconds, then it calls again

    def __init__(self, settings: Settings, account: WeChat) -> None:
        self._web = settings.web_address
        asked = {"grant_type": "client_credential", "appid": account.app_id}
        credentials = {
            "method": "POST",
            "url": "/cgi-bin/stable_token",
            "json": {**asked, "secret": account.secret},
        }
        crypto = Crypto(account.token, account.aes_key, account.app_id)
        super().__init__(crypto, account.api_url, credentials)

    def echo(self, query: Query) -> str:
        """Return the echo; the console sends it open, with a signature of its own.

        Raises:
            Forged: It is not the console that asks.
        """
        self.callbacks.check(query, "signature")
        return query.get("echostr", "")

    def heard(self, fields: Fields) -> Heard | None:
        """Return what a follower says; a number may mean a choice."""
        return heard.said(self.channel, fields, numbers=True)

    def fitting(self, entries: Sequence[Entry]) -> int:
        """Return how many entries the answer to a callback can carry."""
        return messages.fitting(entries, self.gateway.button_tokens)

    def carried(self, entries: Sequence[Entry]) -> str:
        """Return entries as the one text that answers a callback."""
        return messages.joined(entries, self.gateway.button_tokens)

    def parts(self, letter: Letter) -> Sequence[Part]:
        """Return a letter as customer-service messages."""
        return messages.parts(letter, self.gateway.button_tokens, self._web)

    async def deliver(self, letter: Letter, part: Json) -> None:
        """Send one message.

        Raises:
            Later, Unreachable, Refused: Why it did not go out.
        """
        body = {"touser": letter.account.external_id, **part}
        await self.api.post("/cgi-bin/message/custom/send", json=body)
