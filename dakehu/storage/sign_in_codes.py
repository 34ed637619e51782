"""Where one-time codes are kept: implements `dakehu.sign_in.Codes`."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from dakehu.storage.tables import SignInCode, Staff


class SqlCodes:
    """One-time codes in the session's transaction."""

    def __init__(self, session: Session) -> None:
        """Work within a session of `Database.transaction`."""
        self._session = session

    def keep(self, code_hash: str, staff_id: int, expires_at: datetime) -> None:
        """Keep a code, once."""
        known = select(SignInCode.id).filter_by(code_hash=code_hash)
        if self._session.scalar(known) is None:
            row = SignInCode(code_hash=code_hash, staff_id=staff_id, expires_at=expires_at)
            self._session.add(row)

    def use_up(self, code_hash: str, now: datetime) -> int | None:
        """Use a code up, and return whose it was; one statement, so only one can win."""
        return self._session.scalar(
            update(SignInCode)
            .where(
                SignInCode.code_hash == code_hash,
                SignInCode.used_at.is_(None),
                SignInCode.expires_at > now,
                SignInCode.staff_id.in_(select(Staff.id).where(Staff.active)),
            )
            .values(used_at=now)
            .returning(SignInCode.staff_id)
            .execution_options(synchronize_session=False)
        )
