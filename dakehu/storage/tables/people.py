"""Who works here: staff, teams and the accounts they chat with."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from dakehu.codes import Channel, Language, Role
from dakehu.storage.tables.base import Base, Key


class Staff(Base):
    """A person of the department, the office or the administration."""

    __tablename__ = "staff"

    id: Mapped[Key]
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[Role]
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"), index=True)
    region: Mapped[str | None]
    language: Mapped[Language] = mapped_column(server_default=text("'zh'"))
    active: Mapped[bool] = mapped_column(server_default=text("true"))
    preferred_channel: Mapped[Channel | None]


class Team(Base):
    """The specialists under one manager."""

    __tablename__ = "team"

    id: Mapped[Key]
    name: Mapped[str]
    manager_id: Mapped[int | None] = mapped_column(
        ForeignKey("staff.id", use_alter=True, deferrable=True), index=True
    )


class ChannelAccount(Base):
    """A chat account that belongs to a person: the only proof of who is talking.

    Times are real time. `heard_at` is the person's last message, on which WeChat's 48 hours and
    the choice of a channel rest; one that blocked us has `blocked_at`, one unbound `ended_at`.
    """

    __tablename__ = "channel_account"
    __table_args__ = (UniqueConstraint("channel", "external_id"),)

    id: Mapped[Key]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    channel: Mapped[Channel]
    external_id: Mapped[str]
    name: Mapped[str | None]
    bound_at: Mapped[datetime]
    heard_at: Mapped[datetime | None]
    blocked_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
