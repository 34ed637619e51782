"""Open matters of a customer: needs, counter-measures, service, competitors."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from dakehu.codes import CountermeasureState, Direction, NeedState, ServiceState
from dakehu.storage.tables.base import Base, Deletable, Fen, Key


class Need(Deletable, Base):
    """What a customer wants to buy; prices are in fen."""

    __tablename__ = "need"
    __table_args__ = (Index(None, "customer_id", "state"),)

    id: Mapped[Key]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    product: Mapped[str]
    quantity: Mapped[float | None]
    unit: Mapped[str | None]
    region: Mapped[str | None]
    price_min: Mapped[Fen | None]
    price_max: Mapped[Fen | None]
    reason: Mapped[str | None]
    state: Mapped[NeedState]


class Countermeasure(Deletable, Base):
    """What will be done about a customer's problem."""

    __tablename__ = "countermeasure"
    __table_args__ = (Index(None, "customer_id", "state"), Index(None, "state", "due_on"))

    id: Mapped[Key]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    direction: Mapped[Direction | None]
    problem: Mapped[str]
    measure: Mapped[str | None]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    due_on: Mapped[date | None]
    state: Mapped[CountermeasureState]


class ServiceRequest(Deletable, Base):
    """Something a customer asked to have put right."""

    __tablename__ = "service_request"
    __table_args__ = (Index(None, "customer_id", "state"),)

    id: Mapped[Key]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    description: Mapped[str]
    state: Mapped[ServiceState]
    opened_at: Mapped[datetime]
    solved_at: Mapped[datetime | None]
    satisfaction: Mapped[int | None]


class CompetitorNote(Deletable, Base):
    """News about a competitor in a region."""

    __tablename__ = "competitor_note"

    id: Mapped[Key]
    region: Mapped[str | None]
    competitor: Mapped[str]
    content: Mapped[str]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    created_at: Mapped[datetime]
