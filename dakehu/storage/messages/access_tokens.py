"""Access tokens that services gave us: shared by all processes, fetched by one at a time."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast

from sqlalchemy import Table, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from dakehu.codes import Channel
from dakehu.storage.database import Database
from dakehu.storage.messages.connections import writing
from dakehu.storage.tables import ChannelToken

CLAIM = timedelta(seconds=15)
"""How long one process may take to fetch a token; then another may try."""

_token = cast(Table, ChannelToken.__table__)


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A token, and until when it serves in real time."""

    value: str | None
    expires_at: datetime | None


class AccessTokenStore:
    """Keeps the token of each channel."""

    def __init__(self, database: Database, channel: Channel) -> None:
        self._database = database
        self._channel = channel
        self._mine = _token.c.channel == channel

    def read(self) -> AccessToken:
        """Return the token as it is now."""
        chosen = select(_token.c.token, _token.c.expires_at).where(self._mine)
        with self._database.reading() as session:
            row = session.connection().execute(chosen).first()
        return AccessToken(*row) if row else AccessToken(None, None)

    def claim(self, seen: AccessToken) -> bool:
        """Take it on oneself to replace a token; False if another does, or has done."""
        now = datetime.now(UTC)
        free = or_(_token.c.claimed_until.is_(None), _token.c.claimed_until < now)
        same = _token.c.token.is_not_distinct_from(seen.value)
        claimed = update(_token).where(self._mine, free, same).values(claimed_until=now + CLAIM)
        with writing(self._database) as connection:
            if connection.execute(claimed).rowcount:
                return True
        return seen.value is None and self._begin(now)

    def keep(self, value: str, seconds: int) -> None:
        """Keep a new token that serves so long, and let go of the claim."""
        expires_at = datetime.now(UTC) + timedelta(seconds=seconds)
        self._change(token=value, expires_at=expires_at, claimed_until=None)

    def release(self) -> None:
        """Let go of the claim: there was no token to be had."""
        self._change(claimed_until=None)

    def _begin(self, now: datetime) -> bool:
        row = {"channel": self._channel, "claimed_until": now + CLAIM}
        try:
            with writing(self._database) as connection:
                connection.execute(insert(_token).values(row))
        except IntegrityError:
            return False
        return True

    def _change(self, **values: object) -> None:
        with writing(self._database) as connection:
            connection.execute(update(_token).where(self._mine).values(**values))
