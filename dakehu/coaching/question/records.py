"""What the coach knows for a question, and the repository that the rules ask for it."""

from dataclasses import dataclass
from typing import Protocol

from dakehu.codes import Outcome, Question, Stage


@dataclass(frozen=True)
class Used:
    """A type of question that was used at a visit, and what the visit achieved."""

    question: Question
    outcome: Outcome | None


@dataclass(frozen=True)
class OpenNeed:
    """What a customer wants and has not got."""

    product: str
    quantity: float | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Prepared:
    """A question that somebody means to ask at a planned visit."""

    question: Question
    stage: Stage | None
    example: str


class Questions(Protocol):
    """Questions used at visits and prepared for them, and what examples are made of."""

    def used(self, customer_id: int, visits: int) -> list[Used]:
        """List the types used at a customer's latest visits, latest first."""
        ...

    def need(self, customer_id: int) -> OpenNeed | None:
        """Find what a customer asked for last and has not got."""
        ...

    def products(self, customer_id: int) -> list[str]:
        """List what a customer bought, latest first."""
        ...

    def prepare(self, plan_id: int, prepared: Prepared) -> None:
        """Keep a question for a planned visit, in place of an earlier one of its type."""
        ...

    def prepared(self, plan_id: int) -> list[Prepared]:
        """List the questions that are kept for a planned visit."""
        ...
