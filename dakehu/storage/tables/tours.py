"""Company tours: routes, applications and visitors (handbook §3)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from dakehu.codes import BookingState
from dakehu.storage.tables.base import Base, Deletable, Key


class TourRoute(Base):
    """A way through the works that visitors may take."""

    __tablename__ = "tour_route"

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(unique=True)
    capacity: Mapped[int]
    minutes: Mapped[int]
    needs_helmet: Mapped[bool]
    magnetic: Mapped[bool]
    active: Mapped[bool] = mapped_column(server_default=text("true"))


class Tour(Deletable, Base):
    """An application to show a customer around."""

    __tablename__ = "tour"
    __table_args__ = (
        Index(None, "customer_id", "starts_at"),
        Index(None, "route_id", "starts_at"),
        Index(None, "starts_at"),
    )

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(unique=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    applicant_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    purpose: Mapped[str | None]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    route_id: Mapped[int | None] = mapped_column(ForeignKey("tour_route.id"))
    visitor_count: Mapped[int | None]
    lead_visitor: Mapped[str | None]
    escort_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    guide_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    vehicle: Mapped[str | None]
    media: Mapped[str | None]
    state: Mapped[BookingState]
    reason: Mapped[str | None]


class TourVisitor(Deletable, Base):
    """A person who comes on a tour."""

    __tablename__ = "tour_visitor"

    id: Mapped[Key]
    tour_id: Mapped[int] = mapped_column(ForeignKey("tour.id"), index=True)
    name: Mapped[str]
    title: Mapped[str | None]
