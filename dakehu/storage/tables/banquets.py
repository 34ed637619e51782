"""Banquets: venues, bookings and guests (handbook §4)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from dakehu.codes import (
    BanquetForm,
    BanquetPurpose,
    BookingState,
    Formality,
    GuestSide,
    InvitationReply,
    Meal,
)
from dakehu.storage.tables.base import Base, Deletable, Fen, Key


class Venue(Base):
    """A place where a banquet can be held."""

    __tablename__ = "venue"

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(unique=True)
    formality: Mapped[Formality]
    tables: Mapped[int]
    seats_per_table: Mapped[int]
    active: Mapped[bool] = mapped_column(server_default=text("true"))


class Dish(Base):
    """A dish that may be put on a menu; `contains` names what a diet or taboo may forbid."""

    __tablename__ = "dish"

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(unique=True)
    course: Mapped[str]
    contains: Mapped[str | None]
    price: Mapped[Fen | None]
    active: Mapped[bool] = mapped_column(server_default=text("true"))


class Banquet(Deletable, Base):
    """A banquet for a customer; the budget is in fen."""

    __tablename__ = "banquet"
    __table_args__ = (
        Index(None, "customer_id", "starts_at"),
        Index(None, "venue_id", "starts_at"),
        Index(None, "starts_at"),
    )

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(unique=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    host_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    purpose: Mapped[BanquetPurpose]
    formality: Mapped[Formality]
    form: Mapped[BanquetForm]
    meal: Mapped[Meal]
    starts_at: Mapped[datetime]
    venue_id: Mapped[int | None] = mapped_column(ForeignKey("venue.id"))
    budget: Mapped[Fen | None]
    guest_count: Mapped[int | None]
    state: Mapped[BookingState]
    invitations_due_on: Mapped[date | None]
    invitations_sent_at: Mapped[datetime | None]
    reason: Mapped[str | None]


class BanquetGuest(Deletable, Base):
    """A person at a banquet, of either side; a lower rank number stands higher."""

    __tablename__ = "banquet_guest"

    id: Mapped[Key]
    banquet_id: Mapped[int] = mapped_column(ForeignKey("banquet.id"), index=True)
    name: Mapped[str]
    title: Mapped[str | None]
    side: Mapped[GuestSide]
    rank: Mapped[int | None]
    relation: Mapped[str | None]
    interpreter: Mapped[bool] = mapped_column(server_default=text("false"))
    diet: Mapped[str | None]
    taboo: Mapped[str | None]
    reply: Mapped[InvitationReply | None]
    table_no: Mapped[int | None]
    seat_no: Mapped[int | None]
