"""An API of WeChat's on the loopback, as strict as its documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.routing import Route

from ..tencent.peer import SECRET, Complaint, Peer, check_text

APP = "wxapp"


@dataclass
class FakeWeChat(Peer):
    """Sends customer-service messages of one account.

    Attributes:
        quota: How many messages may go out before the person writes again.
    """

    token_path = "/cgi-bin/stable_token"
    token_method = "POST"

    quota: int = 20

    def routes(self) -> list[Route]:
        return [Route("/cgi-bin/message/custom/send", self.send, methods=["POST"])]

    def may_have_token(self, asked: Mapping[str, Any]) -> bool:
        right = {"grant_type": "client_credential", "appid": APP, "secret": SECRET}
        return asked == right

    def take(self, message: dict[str, Any]) -> None:
        if not self.quota:
            raise Complaint(45047)
        kind = message["msgtype"]
        if set(message) != {"touser", "msgtype", kind}:
            raise Complaint(40008)
        if kind == "text":
            check_text(message["text"]["content"])
        elif kind != "image" or self.files[message["image"]["media_id"]][0] != "image":
            raise Complaint(40007)
        self.quota -= 1
        self.shown.append(message)
