"""Strangers in a chat: the only thing they get is the way to sign in."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dakehu.gateway import wording
from dakehu.gateway.limits import RateLimit
from dakehu.gateway.text import storable
from dakehu.gateway.threads import DatabaseThreads
from dakehu.sign_in import find_code, is_code, redeem
from dakehu.storage.database import Database
from dakehu.storage.messages.accounts import Account, bind
from dakehu.storage.sign_in_codes import SqlCodes
from dakehu.storage.tables import Staff

if TYPE_CHECKING:
    from dakehu.gateway.heard import Heard


@dataclass(frozen=True)
class Binding:
    """Binds chat accounts by one-time codes; guesses are few."""

    database: Database
    secret: str
    wrong_codes: RateLimit
    threads: DatabaseThreads

    def is_meant(self, text: str) -> bool:
        """Tell whether somebody who is bound means to bind: a code and nothing else."""
        return is_code(text)

    async def answer(self, heard: "Heard", account: Account | None) -> str:
        """Return what to say to somebody who is not bound, or who sends a code."""
        if account is not None:
            return wording.answer("bound_already", account.language, name=account.name)
        key = (heard.channel, heard.account)
        if wait := self.wrong_codes.wait(key):
            return wording.answer("too_many", heard.language, seconds=round(wait) + 1)
        code = find_code(storable(heard.text))
        if code is None:
            return wording.answer("sign_in_first", heard.language)
        person = await self.threads.run(self._bind, heard, code)
        if person is None:
            self.wrong_codes.take(key)
            return wording.answer("wrong_code", heard.language)
        return wording.answer("bound", person.language, name=person.name)

    def _bind(self, heard: "Heard", code: str) -> Staff | None:
        with self.database.transaction(channel=heard.channel) as session:
            staff_id = redeem(SqlCodes(session), self.secret, code, datetime.now(UTC))
            if staff_id is None:
                return None
            name = storable(heard.name) if heard.name else None
            bind(session, staff_id, heard.channel, heard.account, name)
            return session.get_one(Staff, staff_id)
