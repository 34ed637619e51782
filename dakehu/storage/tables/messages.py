"""The way of a message: what came in, what goes out, and what the dialogue remembers."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from dakehu.codes import Channel, InboxState
from dakehu.storage.tables.base import Base, Json, Key


class Inbox(Base):
    """A message that came in, kept before it was acknowledged.

    `payload` is what the engine is to be asked; the reply is the history's rows of this message.
    """

    audited: ClassVar[bool] = False
    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "external_id"),
        Index(None, "state", "id"),
    )

    id: Mapped[Key]
    channel: Mapped[Channel]
    external_id: Mapped[str]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    payload: Mapped[Json]
    state: Mapped[InboxState] = mapped_column(server_default=text("'received'"))
    attempts: Mapped[int] = mapped_column(server_default=text("0"))
    received_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]


class Outbox(Base):
    """A message that goes out unasked, at its due time, once a dedupe key.

    `due_at` is business time; `not_before` real time: the back-off after a failed attempt, or
    while one is under way. In a chat it goes out in parts, of which `parts_sent` went; `tried`
    are the accounts that could not be reached; `parked` waits for the person to write again.
    `only_while` is what must still be so when it is due; else it is `withdrawn_at` that moment.
    """

    audited: ClassVar[bool] = False
    __tablename__ = "outbox"
    __table_args__ = (Index(None, "sent_at", "due_at"), Index(None, "history_id"))

    id: Mapped[Key]
    channel: Mapped[Channel]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    payload: Mapped[Json]
    due_at: Mapped[datetime]
    not_before: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(server_default=text("0"))
    dedupe_key: Mapped[str] = mapped_column(unique=True)
    error: Mapped[str | None]
    history_id: Mapped[int | None] = mapped_column(ForeignKey("history.id"))
    parts_sent: Mapped[int] = mapped_column(server_default=text("0"))
    tried: Mapped[Json | None]
    parked: Mapped[bool] = mapped_column(server_default=text("false"))
    only_while: Mapped[Json | None]
    withdrawn_at: Mapped[datetime | None]


class History(Base):
    """What was said to and by a person, in order: the id is the cursor.

    Buttons live in `message` with the payloads that the actions gave them; they can be pressed
    until `expires_at` (real time). `unasked` marks what no request was waiting for.
    """

    audited: ClassVar[bool] = False
    __tablename__ = "history"
    __table_args__ = (Index(None, "staff_id", "id"), Index(None, "inbox_id"))

    id: Mapped[Key]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id"))
    from_person: Mapped[bool]
    unasked: Mapped[bool] = mapped_column(server_default=text("false"))
    message: Mapped[Json]
    at: Mapped[datetime]
    expires_at: Mapped[datetime | None]


class ButtonPress(Base):
    """A button that was used up: the key makes a second press impossible."""

    audited: ClassVar[bool] = False
    __tablename__ = "button_press"

    history_id: Mapped[int] = mapped_column(ForeignKey("history.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    inbox_id: Mapped[int] = mapped_column(ForeignKey("inbox.id"))


class ConversationTracker(Base):
    """What the engine remembers of a conversation; written by its tracker store."""

    audited: ClassVar[bool] = False
    __tablename__ = "conversation_tracker"

    sender_id: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
    state: Mapped[str]
    updated_at: Mapped[datetime]
