"""Visits, planned and made, and what was asked and said at them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from dakehu.codes import Opener, Outcome, PlanState, Question, Stage, VisitMethod
from dakehu.storage.tables.base import Base, Deletable, Key, Versioned


class VisitPlan(Versioned, Deletable, Base):
    """A visit somebody means to make; `visit_id` is the visit that came of it."""

    __tablename__ = "visit_plan"
    __table_args__ = (
        Index(None, "staff_id", "planned_at"),
        Index(None, "customer_id", "planned_at"),
        Index(None, "state", "planned_at"),
    )

    id: Mapped[Key]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    planned_at: Mapped[datetime]
    purpose: Mapped[str | None]
    state: Mapped[PlanState]
    visit_id: Mapped[int | None] = mapped_column(
        ForeignKey("visit.id", use_alter=True, deferrable=True), index=True
    )
    source_message_id: Mapped[str | None] = mapped_column(unique=True)


class Visit(Versioned, Deletable, Base):
    """A contact with a customer that took place, by whatever means."""

    __tablename__ = "visit"
    __table_args__ = (
        CheckConstraint("satisfaction BETWEEN 1 AND 5", name="satisfaction"),
        Index(None, "staff_id", "started_at"),
        Index(None, "customer_id", "started_at"),
        Index(None, "started_at"),
    )

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(unique=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), index=True)
    method: Mapped[VisitMethod]
    started_at: Mapped[datetime]
    purpose: Mapped[str | None]
    summary: Mapped[str | None]
    outcome: Mapped[Outcome | None]
    stage: Mapped[Stage | None]
    next_step: Mapped[str | None]
    next_visit_at: Mapped[datetime | None]
    satisfaction: Mapped[int | None]
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("visit_plan.id"), index=True)
    place: Mapped[str | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    source_message_id: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]


class VisitQuestion(Base):
    """A type of question that was used at a visit."""

    __tablename__ = "visit_question"

    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"), primary_key=True)
    question: Mapped[Question] = mapped_column(primary_key=True)


class VisitOpener(Base):
    """An opener that was used at a visit, and whether the customer took it up."""

    __tablename__ = "visit_opener"

    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"), primary_key=True)
    opener: Mapped[Opener] = mapped_column(primary_key=True)
    engaged: Mapped[bool | None]
