"""Letters to chats, and what became of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast

from sqlalchemy import Connection, Table, select, update

from dakehu.clock import Clock
from dakehu.codes import Channel
from dakehu.storage.database import Database
from dakehu.storage.messages import accounts
from dakehu.storage.messages.accounts import Account
from dakehu.storage.messages.connections import writing
from dakehu.storage.messages.history import Entry
from dakehu.storage.tables import Outbox

MOST_ATTEMPTS = 150
"""After so many, about a day, a message is given up."""

_FIRST_RETRY = timedelta(seconds=2)
_LONGEST_RETRY = timedelta(minutes=10)

_outbox = cast(Table, Outbox.__table__)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message on its way to a chat.

    Attributes:
        entry: What is said, as the history has it.
        parts_sent: How many of its parts went out before.
        again: It was tried before, so that a part may have gone out without our knowing.
    """

    outbox_id: int
    account: Account
    entry: Entry
    parts_sent: int
    again: bool = False


class Outcomes:
    """Notes what became of letters, and of what could not even be made one."""

    def __init__(self, database: Database, clock: Clock, served: Iterable[Channel] = ()) -> None:
        """Take which chats can be written to."""
        self._database = database
        self._clock = clock
        self._served = frozenset(served)

    def part_sent(self, letter: Letter, parts: int) -> None:
        """Note how many parts of a letter have gone out."""
        with writing(self._database) as connection:
            change(connection, letter.outbox_id, parts_sent=parts)

    def sent(self, letter: Letter) -> None:
        """Note that a letter has gone out."""
        with writing(self._database) as connection:
            change(connection, letter.outbox_id, sent_at=self._clock.now(), error=None)

    def failed(self, outbox_id: int, error: str, wait: timedelta | None = None) -> None:
        """Note why a message could not be said, and try it later, each time twice as late."""
        chosen = select(_outbox.c.attempts).where(_outbox.c.id == outbox_id)
        with writing(self._database) as connection:
            attempts = connection.scalar(chosen) or 0
            doubled = min(_FIRST_RETRY * 2 ** min(max(attempts - 1, 0), 20), _LONGEST_RETRY)
            not_before = datetime.now(UTC) + (doubled if wait is None else wait)
            change(connection, outbox_id, not_before=not_before, error=error)

    def refused(self, letter: Letter, error: str) -> None:
        """Note that the channel will never take this letter; the history has it."""
        with writing(self._database) as connection:
            change(connection, letter.outbox_id, attempts=MOST_ATTEMPTS, error=error)

    def unreachable(self, letter: Letter, error: str) -> None:
        """Have a letter sent elsewhere, or wait until its person writes there again."""
        chosen = select(_outbox.c.tried).where(_outbox.c.id == letter.outbox_id)
        with writing(self._database) as connection:
            tried = [*(connection.scalar(chosen) or ()), letter.account.id]
            others = accounts.reachable(connection, letter.account.staff_id)
            parked = all(o.id in tried or o.channel not in self._served for o in others)
            change(
                connection,
                letter.outbox_id,
                tried=tried,
                parked=parked,
                not_before=None,
                parts_sent=0,
                error=error,
            )


def change(connection: Connection, outbox_id: int, **values: object) -> None:
    """Change columns of a message in the outbox."""
    connection.execute(update(_outbox).where(_outbox.c.id == outbox_id).values(**values))
