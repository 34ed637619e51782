"""Who changed what, when, and in answer to which message."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from dakehu.storage.tables.base import Base, Json, Key


class Audit(Base):
    """One change or one refusal; `before` and `after` hold the columns that changed."""

    audited: ClassVar[bool] = False
    __tablename__ = "audit"
    __table_args__ = (
        Index(None, "subject", "subject_id"),
        Index(None, "staff_id", "at"),
        Index(None, "message_id"),
    )

    id: Mapped[Key]
    at: Mapped[datetime]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    channel: Mapped[str | None]
    action: Mapped[str]
    subject: Mapped[str | None]
    subject_id: Mapped[int | None]
    before: Mapped[Json | None]
    after: Mapped[Json | None]
    message_id: Mapped[str | None]
