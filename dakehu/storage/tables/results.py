"""What came of it: targets, deals, payments and scores (handbook §2)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dakehu.codes import PlanIndicator, Sheet
from dakehu.storage.tables.base import Base, Deletable, Fen, Key

_MONTH = "length(month) = 7"


class MonthlyPlan(Base):
    """A person's target of one indicator for a month ('YYYY-MM')."""

    __tablename__ = "monthly_plan"
    __table_args__ = (
        UniqueConstraint("staff_id", "month", "indicator"),
        CheckConstraint(_MONTH, name="month"),
        CheckConstraint("target >= 0", name="target"),
    )

    id: Mapped[Key]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    month: Mapped[str]
    indicator: Mapped[PlanIndicator]
    target: Mapped[int]
    submitted_at: Mapped[datetime | None]


class Deal(Deletable, Base):
    """A sale; the amount is in fen."""

    __tablename__ = "deal"
    __table_args__ = (Index(None, "staff_id", "signed_on"), Index(None, "signed_on"))

    id: Mapped[Key]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    product: Mapped[str | None]
    quantity: Mapped[float | None]
    amount: Mapped[Fen]
    signed_on: Mapped[date]


class Payment(Deletable, Base):
    """A part of a deal's price that falls due; the amount is in fen."""

    __tablename__ = "payment"

    id: Mapped[Key]
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), index=True)
    due_on: Mapped[date] = mapped_column(index=True)
    amount: Mapped[Fen]
    paid_on: Mapped[date | None] = mapped_column(index=True)


class ScoreWeight(Base):
    """What an indicator of a sheet counts, in percent, from a month on (handbook §2)."""

    __tablename__ = "score_weight"
    __table_args__ = (
        UniqueConstraint("sheet", "indicator", "month"),
        CheckConstraint(_MONTH, name="month"),
        CheckConstraint("weight BETWEEN 0 AND 100", name="weight"),
    )

    id: Mapped[Key]
    sheet: Mapped[Sheet]
    indicator: Mapped[str]
    month: Mapped[str]
    weight: Mapped[float]


class Score(Base):
    """One indicator on a person's monthly scorecard."""

    __tablename__ = "score"
    __table_args__ = (
        UniqueConstraint("staff_id", "month", "sheet", "indicator"),
        CheckConstraint(_MONTH, name="month"),
    )

    id: Mapped[Key]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    month: Mapped[str]
    sheet: Mapped[Sheet]
    indicator: Mapped[str]
    planned: Mapped[float | None]
    actual: Mapped[float | None]
    weight: Mapped[float | None]
    points: Mapped[float | None]
    given_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    note: Mapped[str | None]
