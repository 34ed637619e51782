"""What is said in a chat of another service: whose it is, and its way into the inbox."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass

from dakehu.files import FileProblem
from dakehu.gateway import incoming, wording
from dakehu.gateway.binding import Binding
from dakehu.gateway.engine import EngineAway
from dakehu.gateway.heard import Answer, HandedOver, Heard, Place
from dakehu.gateway.incoming import LONGEST_TEXT, NotYourButton, Presses, Sender
from dakehu.gateway.limits import RateLimit
from dakehu.gateway.text import storable
from dakehu.gateway.threads import DatabaseThreads
from dakehu.gateway.turns import Turns
from dakehu.gateway.uploads import Uploads
from dakehu.storage.messages.accounts import Account, AccountStore
from dakehu.storage.messages.history import Entry
from dakehu.storage.messages.incoming import AccountProof, Incoming, SignedOut


@dataclass(frozen=True)
class Chats:
    """The way in for every chat channel."""

    accounts: AccountStore
    binding: Binding
    presses: Presses
    uploads: Uploads
    turns: Turns
    limit: RateLimit
    threads: DatabaseThreads

    async def hear(
        self, heard: Heard, patience: float = 0, fitting: Callable[[list[Entry]], int] = len
    ) -> Answer:
        """Keep what was said; its reply goes out by the outbox, unless it comes in patience.

        Args:
            heard: What arrived.
            patience: Seconds to wait for the reply, for channels that carry it in their own.
            fitting: How many entries of a reply they can carry; the outbox has the others.

        Raises:
            StorageUnavailable: It could not be kept; the channel should deliver it again.
        """
        account = await self.threads.run(self.accounts.find, heard.channel, heard.account)
        if account is None or self.binding.is_meant(heard.text):
            return Answer(word=await self.binding.answer(heard, account))
        if wait := self.limit.take(account.staff_id):
            seconds = round(wait) + 1
            return Answer(word=wording.answer("too_many", account.language, seconds=seconds))
        try:
            kept = await self._incoming(heard, account)
            entries = await self._take(kept, patience, fitting)
            return Answer(entries=entries, idle="notice" in kept.payload)
        except NotYourButton:
            return Answer(word=wording.answer("not_your_button", account.language))
        except SignedOut:
            return Answer(word=await self.binding.answer(heard, None))

    async def _take(
        self, kept: Incoming, patience: float, fitting: Callable[[list[Entry]], int]
    ) -> list[Entry] | None:
        if not patience:
            return await self.turns.keep(kept)
        reply = await self.turns.begin(kept)  # patience ends no keeping half way
        try:
            async with asyncio.timeout(patience):
                entries = await reply
        except (TimeoutError, EngineAway):
            self.turns.expect_no_more(kept)
            return None
        carried = entries[: fitting(entries)]
        await self.turns.carried(carried, others=entries[len(carried) :])
        return carried

    async def _incoming(self, heard: Heard, account: Account) -> Incoming:
        proof = AccountProof(account.id)
        sender = Sender(proof, heard.channel, account.staff_id, heard.external_id)
        if heard.button is not None:
            return await self.presses.press(sender, heard.button)
        if heard.notice:
            return incoming.notice(sender, {"text": storable(heard.text)}, heard.notice)
        if heard.place:
            return _place(sender, heard.place)
        if heard.file:
            return await self._file(sender, heard.file, heard.text)
        return await self._text(sender, heard)

    async def _text(self, sender: Sender, heard: Heard) -> Incoming:
        if heard.numbers and (press := await self.presses.numbered(sender, heard.text.strip())):
            return press
        if len(heard.text) > LONGEST_TEXT:
            shown = {"text": storable(heard.text[:LONGEST_TEXT])}
            return incoming.notice(sender, shown, "too_long", limit=LONGEST_TEXT)
        return incoming.text(sender, heard.text)

    async def _file(self, sender: Sender, file: HandedOver, text: str) -> Incoming:
        try:
            self.uploads.check_size(file.size)
            kept = await self.uploads.keep(sender.staff_id, file.name, await file.fetch())
        except FileProblem as problem:
            shown = {"text": storable(file.name)}
            return incoming.notice(sender, shown, f"file_{problem.kind}", **problem.values)
        return self.uploads.message(sender, kept, text)


def _place(sender: Sender, place: Place) -> Incoming:
    name = storable(place.name) if place.name else None
    where = {"latitude": place.latitude, "longitude": place.longitude, "name": name}
    text = name or f"{place.latitude:.5f}, {place.longitude:.5f}"
    payload = f"/share_location{json.dumps(where, ensure_ascii=False)}"
    return sender.says({"text": text, "data": {"place": where}}, {"text": text, "payload": payload})
