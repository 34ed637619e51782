"""Customers, their other names, and the people who speak for them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from dakehu.codes import CustomerLevel, CustomerStatus
from dakehu.storage.tables.base import Base, Deletable, Key, Versioned


class Customer(Versioned, Deletable, Base):
    """A company that buys or might; its name is unique among those not deleted."""

    __tablename__ = "customer"
    __table_args__ = (
        Index(
            "uq_customer_name",
            "name",
            unique=True,
            sqlite_where=text("deleted_at IS NULL"),
            postgresql_where=text("deleted_at IS NULL"),
        ),
        Index(None, "owner_id", "created_at"),
    )

    id: Mapped[Key]
    name: Mapped[str]
    short_name: Mapped[str | None]
    industry: Mapped[str | None]
    region: Mapped[str | None]
    level: Mapped[CustomerLevel] = mapped_column(server_default=text("'C'"))
    status: Mapped[CustomerStatus] = mapped_column(server_default=text("'prospect'"))
    acquired_via: Mapped[str | None]
    owner_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    source_message_id: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]


class CustomerAlias(Deletable, Base):
    """Another name people use for a customer."""

    __tablename__ = "customer_alias"

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    alias: Mapped[str] = mapped_column(primary_key=True)


class Contact(Deletable, Base):
    """A person at a customer; a lower rank number stands higher."""

    __tablename__ = "contact"

    id: Mapped[Key]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    name: Mapped[str]
    title: Mapped[str | None]
    phone: Mapped[str | None]
    rank: Mapped[int | None]
    diet: Mapped[str | None]
    taboo: Mapped[str | None]
    note: Mapped[str | None]
