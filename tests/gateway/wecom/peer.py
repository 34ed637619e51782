"""An API of WeCom's on the loopback, as strict as its documents."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..tencent.peer import SECRET, Complaint, Peer, check_text

CORP = "wwcorp"
AGENT = 1000002


@dataclass
class FakeWeCom(Peer):
    """Sends messages of one app; `updated` are the cards that were changed after a press."""

    token_path = "/cgi-bin/gettoken"
    token_method = "GET"

    codes: set[str] = field(default_factory=set)
    task_ids: set[str] = field(default_factory=set)
    checked: set[str] = field(default_factory=set)
    updated: list[dict[str, Any]] = field(default_factory=list)

    def routes(self) -> list[Route]:
        return [
            Route("/cgi-bin/message/send", self.send, methods=["POST"]),
            Route("/cgi-bin/message/update_template_card", self.update, methods=["POST"]),
        ]

    def may_have_token(self, asked: Mapping[str, Any]) -> bool:
        return asked == {"corpid": CORP, "corpsecret": SECRET}

    def take(self, message: dict[str, Any]) -> None:
        if message["agentid"] != AGENT:
            raise Complaint(301002)
        seen = json.dumps({**message, "enable_duplicate_check": None})
        again = seen in self.checked
        self.checked.add(seen)
        if again and message["enable_duplicate_check"]:
            return
        kind = message["msgtype"]
        getattr(self, f"_check_{kind}")(message[kind])
        self.shown.append(message)

    async def update(self, request: Request) -> Response:
        return await self._done(request, await request.json(), self._update)

    def _update(self, sent: dict[str, Any]) -> None:
        if sent["response_code"] not in self.codes:
            raise Complaint(42045)
        self.codes.remove(sent["response_code"])
        self.updated.append(sent)

    def _check_text(self, text: dict[str, Any]) -> None:
        check_text(text["content"])

    _check_markdown = _check_text

    def _check_image(self, image: dict[str, Any]) -> None:
        if self.files.get(image["media_id"], ("", "", b""))[0] != "image":
            raise Complaint(40007)

    def _check_file(self, file: dict[str, Any]) -> None:
        if self.files.get(file["media_id"], ("", "", b""))[0] != "file":
            raise Complaint(40007)

    def _check_template_card(self, card: dict[str, Any]) -> None:
        buttons = card["button_list"]
        sound = (
            card["card_type"] == "button_interaction"
            and card["main_title"]["title"]
            and 1 <= len(buttons) <= 6
            and all(b["text"] and len(b["key"].encode()) <= 1024 for b in buttons)
            and re.fullmatch("[0-9A-Za-z_@-]{1,128}", card["task_id"])
        )
        if not sound or card["task_id"] in self.task_ids:
            raise Complaint(40058)
        self.task_ids.add(card["task_id"])
