"""The coach's memory: facts for an opener, what a visit is prepared with, rounds of practice."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from dakehu.codes import FactKind, Language, Opener, PracticeState, Question, Stage
from dakehu.storage.tables.base import Base, Deletable, Json, Key


class CustomerFact(Deletable, Base):
    """Something noted about a customer that a talk may begin with, in the words of who noted it."""

    __tablename__ = "customer_fact"

    id: Mapped[Key]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    kind: Mapped[FactKind]
    text: Mapped[str]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    noted_at: Mapped[datetime]
    source_message_id: Mapped[str | None] = mapped_column(unique=True)


class VisitPlanQuestion(Base):
    """A type of question that somebody means to use at a planned visit, and an example of it."""

    __tablename__ = "visit_plan_question"

    plan_id: Mapped[int] = mapped_column(ForeignKey("visit_plan.id"), primary_key=True)
    question: Mapped[Question] = mapped_column(primary_key=True)
    stage: Mapped[Stage | None]
    example: Mapped[str]


class VisitPlanOpener(Base):
    """An opener that somebody means to use at a planned visit, and its words."""

    __tablename__ = "visit_plan_opener"

    plan_id: Mapped[int] = mapped_column(ForeignKey("visit_plan.id"), primary_key=True)
    opener: Mapped[Opener] = mapped_column(primary_key=True)
    words: Mapped[str]


class PracticeRound(Base):
    """A round of practice with a customer that the bot played.

    `parts` holds the points of each part of the score, 0 to its weight in the scenario.
    """

    __tablename__ = "practice_round"
    __table_args__ = (
        Index(None, "staff_id", "scenario", "started_at"),
        Index(None, "state", "finished_at"),
    )

    id: Mapped[Key]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    scenario: Mapped[str]
    language: Mapped[Language]
    state: Mapped[PracticeState]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    score: Mapped[int | None]
    parts: Mapped[Json | None]
    source_message_id: Mapped[str | None] = mapped_column(unique=True)


class PracticeTurn(Base):
    """A question that was asked in a round, the type it was taken for, and what it brought out.

    What was said stays with its person: others see the score only, and the audit has none of it.
    """

    __tablename__ = "practice_turn"
    audited = False

    round_id: Mapped[int] = mapped_column(ForeignKey("practice_round.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    said: Mapped[str]
    question: Mapped[Question | None]
    fact: Mapped[str | None]
    reply: Mapped[str]
    source_message_id: Mapped[str | None] = mapped_column(unique=True)
