"""Chat accounts, web sessions and one-time codes in the database. Their times are real time."""

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.orm import Session

from dakehu.account import Bound
from dakehu.codes import Channel
from dakehu.storage.messages import accounts
from dakehu.storage.sign_in_codes import SqlCodes
from dakehu.storage.tables import ChannelAccount, Staff, Team, WebSession


class SqlAccounts:
    """Implements `dakehu.account.Accounts`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.codes = SqlCodes(session)

    def get(self, account_id: int) -> Bound | None:
        """Find a chat account, bound or not."""
        row = self._session.get(ChannelAccount, account_id)
        return _bound(row) if row else None

    def bound(self, staff_id: int) -> list[Bound]:
        """List somebody's bound chat accounts, the oldest first."""
        found = (
            select(ChannelAccount)
            .where(ChannelAccount.staff_id == staff_id, ChannelAccount.ended_at.is_(None))
            .order_by(ChannelAccount.bound_at, ChannelAccount.id)
        )
        return [_bound(row) for row in self._session.scalars(found)]

    def end(self, account_id: int) -> None:
        """Let go of a chat account."""
        self._session.get_one(ChannelAccount, account_id).ended_at = datetime.now(UTC)
        self._session.flush()

    def sessions(self, staff_id: int) -> int:
        """Count somebody's open web sessions."""
        counted = select(func.count()).select_from(WebSession).where(_open(staff_id))
        return self._session.scalar(counted) or 0

    def end_sessions(self, staff_id: int) -> int:
        """End all of somebody's web sessions; returns how many there were."""
        ended = update(WebSession).where(_open(staff_id)).values(revoked_at=datetime.now(UTC))
        return len(self._session.scalars(ended.returning(WebSession.id)).all())

    def teams(self, staff_id: int) -> list[str]:
        """Name the team somebody is in, or those that they lead."""
        own = select(Staff.team_id).where(Staff.id == staff_id).scalar_subquery()
        found = select(Team.name).where(or_(Team.id == own, Team.manager_id == staff_id))
        return list(self._session.scalars(found.order_by(Team.name)))

    def reached_on(self, staff_id: int) -> Channel:
        """Return where unasked messages to somebody go."""
        return accounts.liked(self._session.connection(), staff_id)

    def prefer(self, staff_id: int, channel: Channel) -> None:
        """Remember where somebody likes to be written to."""
        self._session.get_one(Staff, staff_id).preferred_channel = channel
        self._session.flush()


def _open(staff_id: int) -> ColumnElement[bool]:
    return and_(
        WebSession.staff_id == staff_id,
        WebSession.revoked_at.is_(None),
        WebSession.expires_at > datetime.now(UTC),
    )


def _bound(row: ChannelAccount) -> Bound:
    return Bound(
        row.id,
        row.staff_id,
        row.channel,
        row.name,
        row.bound_at,
        row.heard_at,
        open=row.ended_at is None,
    )
