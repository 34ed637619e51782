"""A chat service of Tencent's: it calls us at one address, and is written to by its API."""

import logging
from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from fastapi import APIRouter, Request, Response
from starlette.background import BackgroundTask

from dakehu.gateway.channels.chat import ChatChannel, PartSent, Refused
from dakehu.gateway.channels.tencent.api import Api, Json
from dakehu.gateway.channels.tencent.callbacks import Callbacks, Query
from dakehu.gateway.channels.tencent.crypto import Crypto, Forged
from dakehu.gateway.channels.tencent.media import Media, kind
from dakehu.gateway.channels.tencent.text import plain
from dakehu.gateway.channels.tencent.xml import Fields, Malformed
from dakehu.gateway.heard import Answer, Heard
from dakehu.storage.messages.access_tokens import AccessTokenStore
from dakehu.storage.messages.history import Entry
from dakehu.storage.messages.letters import Letter

if TYPE_CHECKING:
    from dakehu.gateway.parts import Gateway

log = logging.getLogger(__name__)

type Part = Json | Media
"""One message of the service's: what its API takes, or a file that has to be handed over first."""


class TencentChannel(ChatChannel):
    """What WeCom and WeChat have in common; they differ in what they say, and how."""

    nothing: ClassVar[str]
    """What answers a callback to which nothing is to be said at once."""

    patience: ClassVar[float] = 0
    """Seconds for which a callback waits for its reply."""

    def __init__(self, crypto: Crypto, url: str, credentials: Json) -> None:
        self.callbacks = Callbacks(crypto)
        self._url = url
        self._credentials = credentials
        self.router = APIRouter(prefix=f"/channels/{self.channel}", include_in_schema=False)
        self.router.add_api_route("", self._on_trial, methods=["GET"])
        self.router.add_api_route("", self._on_callback, methods=["POST"])

    async def start(self, gateway: "Gateway") -> None:
        """Be able to call the API; the service calls us by itself."""
        self.gateway = gateway
        store = AccessTokenStore(gateway.database, self.channel)
        self.api = Api(self._url, self._credentials, store, gateway.threads)

    async def stop(self) -> None:
        """Let go of connections."""
        await self.api.close()

    async def send(self, letter: Letter, part_sent: PartSent) -> None:
        """Send a letter, from its first unsent part on.

        Raises:
            Later, Unreachable, Refused: Why it did not go out.
        """
        parts = self.parts(letter)
        for number in range(letter.parts_sent, len(parts)):
            part = parts[number]
            if isinstance(part, Media):
                part = await self._hand_over(letter, part)
            await self.deliver(letter, part)
            await part_sent(number + 1)

    @abstractmethod
    def echo(self, query: Query) -> str:
        """Return what proves to the service's console that this address is ours.

        Raises:
            Forged: It is not the console that asks.
        """

    @abstractmethod
    def heard(self, fields: Fields) -> Heard | None:
        """Return what somebody says by a callback; None where there is nothing to answer."""

    @abstractmethod
    def parts(self, letter: Letter) -> Sequence[Part]:
        """Return a letter as messages of the service; the same letter gives the same ones."""

    @abstractmethod
    async def deliver(self, letter: Letter, part: Json) -> None:
        """Send one message.

        Raises:
            Later, Unreachable, Refused: Why it did not go out.
        """

    def fitting(self, entries: Sequence[Entry]) -> int:
        """Return how many entries of a reply the answer to a callback can carry."""
        return 0

    def carried(self, entries: Sequence[Entry]) -> str:
        """Return the text by which the answer to a callback carries entries that fit."""
        return ""

    async def after(self, fields: Fields, answer: Answer) -> None:
        """Do what can wait until the service has its answer."""

    async def _on_trial(self, request: Request) -> Response:
        try:
            return Response(self.echo(request.query_params), media_type="text/plain")
        except Forged as error:
            return self._refuse(error)

    async def _on_callback(self, request: Request) -> Response:
        try:
            fields = self.callbacks.read(request.query_params, await request.body())
        except (Forged, Malformed) as error:
            return self._refuse(error)
        heard = self.heard(fields)
        if heard is None:
            await self._notice(fields)
            return Response(self.nothing)
        answer = await self.gateway.chats.hear(heard, self.patience, self.fitting)
        said = plain(answer.word) if answer.word else self.carried(answer.entries or ())
        body = self.callbacks.reply(fields, said) if said else self.nothing
        return Response(body, background=BackgroundTask(self.after, fields, answer))

    async def _notice(self, fields: Fields) -> None:
        """Note that somebody has left, so that they are not written to there."""
        if fields.get("Event") != "unsubscribe":
            return
        run, accounts = self.gateway.threads.run, self.gateway.accounts
        account = await run(accounts.find, self.channel, fields["FromUserName"])
        if account:
            await run(accounts.blocked, account.id)

    def _refuse(self, error: Exception) -> Response:
        log.warning("%s callback refused: %s", self.channel, error)
        return Response(status_code=403 if isinstance(error, Forged) else 400)

    async def _hand_over(self, letter: Letter, media: Media) -> Json:
        find, staff_id = self.gateway.files.find, letter.account.staff_id
        file = await self.gateway.threads.run(find, media.file_id, staff_id)
        if file is None:
            raise Refused(f"there is no file {media.file_id} of staff {staff_id}")
        it = kind(file)
        return {"msgtype": it, it: {"media_id": await self.api.upload(it, file)}}
