"""Signing in: people's one-time codes and web sessions as hashes only, and our own tokens."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dakehu.codes import Channel
from dakehu.storage.tables.base import Base, Key


class SignInCode(Base):
    """A code that signs its person in, or binds a chat account, once."""

    audited: ClassVar[bool] = False
    __tablename__ = "sign_in_code"

    id: Mapped[Key]
    code_hash: Mapped[str] = mapped_column(unique=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)
    used_at: Mapped[datetime | None]


class ChannelToken(Base):
    """An access token that a channel's service gave us; `claimed_until` while one is fetched."""

    audited: ClassVar[bool] = False
    __tablename__ = "channel_token"

    channel: Mapped[Channel] = mapped_column(primary_key=True)
    token: Mapped[str | None]
    expires_at: Mapped[datetime | None]
    claimed_until: Mapped[datetime | None]


class WebSession(Base):
    """A signed-in browser or program."""

    audited: ClassVar[bool] = False
    __tablename__ = "web_session"

    id: Mapped[Key]
    token_hash: Mapped[str] = mapped_column(unique=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    channel: Mapped[Channel]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    revoked_at: Mapped[datetime | None]
