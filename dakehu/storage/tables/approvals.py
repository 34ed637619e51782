"""Requests that somebody must decide."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from dakehu.codes import ApprovalState
from dakehu.storage.tables.base import Base, Key


class Approval(Base):
    """A request about a tour, a banquet, media or another subject, and its decision."""

    __tablename__ = "approval"
    __table_args__ = (
        Index(None, "subject", "subject_id"),
        Index(None, "state", "created_at"),
    )

    id: Mapped[Key]
    subject: Mapped[str]
    subject_id: Mapped[int]
    requested_by: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    state: Mapped[ApprovalState]
    reason: Mapped[str | None]
    created_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
