"""The way of a message: what came in, what goes out, and what the dialogue remembers."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from dakehu.codes import Channel, InboxState
from dakehu.storage.tables.base import Base, Json, Key


class Inbox(Base):
    """A message that came in, kept before it was acknowledged, with its reply."""

    audited: ClassVar[bool] = False
    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "external_id"),
        Index(None, "state", "received_at"),
        Index(None, "staff_id", "id"),
    )

    id: Mapped[Key]
    channel: Mapped[Channel]
    external_id: Mapped[str]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    conversation: Mapped[str | None]
    payload: Mapped[Json]
    state: Mapped[InboxState] = mapped_column(server_default=text("'received'"))
    attempts: Mapped[int] = mapped_column(server_default=text("0"))
    received_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    reply: Mapped[Json | None]
    error: Mapped[str | None]


class Outbox(Base):
    """A message that goes out unasked, at its due time, once a dedupe key."""

    audited: ClassVar[bool] = False
    __tablename__ = "outbox"
    __table_args__ = (Index(None, "sent_at", "due_at"), Index(None, "staff_id", "id"))

    id: Mapped[Key]
    channel: Mapped[Channel | None]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    payload: Mapped[Json]
    due_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(server_default=text("0"))
    dedupe_key: Mapped[str] = mapped_column(unique=True)
    error: Mapped[str | None]


class Button(Base):
    """A button that was given out: opaque, single-use, one person's, for a time.

    Buttons with the same `group_key` belong together: one press uses up all.
    """

    audited: ClassVar[bool] = False
    __tablename__ = "button"

    id: Mapped[Key]
    token_hash: Mapped[str] = mapped_column(unique=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    label: Mapped[str]
    payload: Mapped[str]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    used_at: Mapped[datetime | None]
    group_key: Mapped[str | None] = mapped_column(index=True)


class ConversationTracker(Base):
    """What the engine remembers of a conversation; written by its tracker store."""

    audited: ClassVar[bool] = False
    __tablename__ = "conversation_tracker"

    sender_id: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
    state: Mapped[str]
    updated_at: Mapped[datetime]
