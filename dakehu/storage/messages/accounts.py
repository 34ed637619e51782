"""Chat accounts: whom a message of a channel is from, and where a person can be reached."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from sqlalchemy import Connection, Table, bindparam, select, update
from sqlalchemy.orm import Session

from dakehu.codes import Channel, Language
from dakehu.storage.database import Database
from dakehu.storage.messages.connections import writing
from dakehu.storage.messages.incoming import SignedOut
from dakehu.storage.tables import ChannelAccount, Outbox, Staff

_account = cast(Table, ChannelAccount.__table__)
_outbox = cast(Table, Outbox.__table__)
_FIND = (
    select(
        _account.c.id,
        _account.c.channel,
        _account.c.external_id,
        Staff.id.label("staff_id"),
        Staff.name,
        Staff.language,
    )
    .join(Staff, Staff.id == _account.c.staff_id)
    .where(_account.c.ended_at.is_(None), Staff.active)
)
_FIND_BY_EXTERNAL_ID = _FIND.where(
    _account.c.channel == bindparam("channel"), _account.c.external_id == bindparam("external_id")
)

_FIND_AND_LOCK = _FIND.where(_account.c.id == bindparam("account_id")).with_for_update(
    of=Staff, key_share=True
)


@dataclass(frozen=True, slots=True)
class Account:
    """A bound chat account, and whose it is as the database has them now.

    Attributes:
        external_id: The channel's own name of the account, to which messages are sent.
    """

    id: int
    channel: Channel
    external_id: str
    staff_id: int
    name: str
    language: Language


class AccountTaken(Exception):
    """The chat account belongs to somebody else already."""


def bind(
    session: Session, staff_id: int, channel: Channel, external_id: str, name: str | None
) -> ChannelAccount:
    """Bind a chat account to a person who writes from it, within an audited transaction.

    Raises:
        AccountTaken: It is bound to somebody else, who has to let go of it first.
    """
    same = select(ChannelAccount).filter_by(channel=channel, external_id=external_id)
    account = session.scalar(same)
    if account is None:
        account = ChannelAccount(channel=channel, external_id=external_id)
        session.add(account)
    elif account.ended_at is None and account.staff_id != staff_id:
        raise AccountTaken
    now = datetime.now(UTC)
    account.staff_id, account.name = staff_id, name
    account.bound_at = account.heard_at = now
    account.ended_at = account.blocked_at = None
    return account


def reachable(connection: Connection, staff_id: int) -> list[Account]:
    """Return where a person can be written to, the best first: as preferred, then as last used."""
    preferred = _account.c.channel == Staff.preferred_channel
    chosen = _FIND.where(Staff.id == staff_id, _account.c.blocked_at.is_(None)).order_by(
        preferred.desc().nulls_last(), _account.c.heard_at.desc().nulls_last(), _account.c.id
    )
    return [Account(*row) for row in connection.execute(chosen)]


def liked(connection: Connection, staff_id: int) -> Channel:
    """Return the channel on which somebody is told what they did not ask for."""
    preferred = connection.scalar(select(Staff.preferred_channel).where(Staff.id == staff_id))
    best = [] if preferred is Channel.WEB else reachable(connection, staff_id)
    return best[0].channel if best else Channel.WEB


def lock_person(connection: Connection, account_id: int) -> Language:
    """Return the language of an account's person, whose history is the caller's to add to.

    They wrote just now, so what could not reach them there may go out again.

    Raises:
        SignedOut: The account is no longer bound, or its person has left.
    """
    row = connection.execute(_FIND_AND_LOCK, {"account_id": account_id}).first()
    if row is None:
        raise SignedOut
    noted = update(_account).where(_account.c.id == account_id)
    connection.execute(noted.values(heard_at=datetime.now(UTC), blocked_at=None))
    _release(connection, row.staff_id, row.channel)
    return cast(Language, row.language)


def _release(connection: Connection, staff_id: int, channel: Channel) -> None:
    """Have what could not reach a person anywhere go out on a channel where it can now."""
    waiting = update(_outbox).where(
        _outbox.c.staff_id == staff_id, _outbox.c.parked, _outbox.c.sent_at.is_(None)
    )
    released = {"parked": False, "not_before": None, "channel": channel, "tried": None}
    connection.execute(waiting.values(released))


class AccountStore:
    """Finds accounts, and notes what their channel says of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, channel: Channel, external_id: str) -> Account | None:
        """Return a bound account of somebody who works here."""
        key = {"channel": channel, "external_id": external_id}
        with self._database.reading() as session:
            row = session.connection().execute(_FIND_BY_EXTERNAL_ID, key).first()
        return Account(*row) if row else None

    def blocked(self, account_id: int) -> None:
        """Note that the person no longer wants to hear from us there."""
        noted = update(_account).where(_account.c.id == account_id)
        with writing(self._database) as connection:
            connection.execute(noted.values(blocked_at=datetime.now(UTC)))

    def unblocked(self, account: Account) -> None:
        """Note that the person wants to hear from us there again; what waited goes out."""
        noted = update(_account).where(_account.c.id == account.id)
        with writing(self._database) as connection:
            connection.execute(noted.values(blocked_at=None))
            _release(connection, account.staff_id, account.channel)
