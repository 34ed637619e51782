"""The WeCom channel: callbacks in, messages of the app out."""

import logging
from collections.abc import Sequence

from dakehu.codes import Channel
from dakehu.gateway.channels.chat import Later, Refused, Unreachable
from dakehu.gateway.channels.tencent import heard
from dakehu.gateway.channels.tencent.api import Json
from dakehu.gateway.channels.tencent.callbacks import Query
from dakehu.gateway.channels.tencent.channel import Part, TencentChannel
from dakehu.gateway.channels.tencent.crypto import Crypto
from dakehu.gateway.channels.tencent.xml import Fields
from dakehu.gateway.channels.wecom import messages
from dakehu.gateway.heard import Answer, Heard
from dakehu.settings import WeCom
from dakehu.storage.messages.letters import Letter

log = logging.getLogger(__name__)


class WeComChannel(TencentChannel):
    """Speaks for one app; its members are known by their userid."""

    channel = Channel.WECOM
    nothing = ""

    def __init__(self, settings: WeCom) -> None:
        self._agent = settings.agent_id
        credentials = {
            "method": "GET",
            "url": "/cgi-bin/gettoken",
            "params": {"corpid": settings.corp_id, "corpsecret": settings.secret},
        }
        crypto = Crypto(settings.token, settings.aes_key, settings.corp_id)
        super().__init__(crypto, settings.api_url, credentials)

    def echo(self, query: Query) -> str:
        """Return the opened echo.

        Raises:
            Forged: It is not the console that asks.
        """
        return self.callbacks.echo(query)

    def heard(self, fields: Fields) -> Heard | None:
        """Return what a member says."""
        return heard.said(self.channel, fields)

    def parts(self, letter: Letter) -> Sequence[Part]:
        """Return a letter as messages of the app."""
        return messages.parts(letter, self.gateway.button_tokens)

    async def deliver(self, letter: Letter, part: Json) -> None:
        """Send one message.

        The service's check for duplicates goes by content. A card has an id in it, so that none
        goes twice; a text that is merely said again must go out, and is checked only when it may
        have gone out in an attempt before.

        Raises:
            Later, Unreachable, Refused: Why it did not go out.
        """
        userid = letter.account.external_id
        if userid.startswith("@") or "|" in userid:
            raise Unreachable(f"{userid!r} would be more than one person", blocked=True)
        once = letter.again or messages.is_card(part)
        body = {"touser": userid, "agentid": self._agent, "enable_duplicate_check": int(once)}
        await self.api.post("/cgi-bin/message/send", json={**body, **part})

    async def after(self, fields: Fields, answer: Answer) -> None:
        """Show on a card which of its buttons was pressed."""
        code = fields.get("ResponseCode")
        if not code or answer.word:
            return
        label = await self.gateway.presses.label(fields["EventKey"])
        card = {"response_code": code, "button": {"replace_name": f"✓ {label}"}}
        body = {"userids": [fields["FromUserName"]], "agentid": self._agent, **card}
        try:
            await self.api.post("/cgi-bin/message/update_template_card", json=body)
        except (Later, Unreachable, Refused) as error:  # the press counts all the same
            log.warning("a card could not be updated: %s", error)
