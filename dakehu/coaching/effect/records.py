"""What questions and openers led to, as counts, and the repository that the rules ask for them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from dakehu.people import Reach


class Metric(StrEnum):
    """What is measured (contract §6)."""

    QUESTION_PROGRESS = "question_progress"
    OPENER_ENGAGEMENT = "opener_engagement"

    @property
    def technique(self) -> str:
        """What it is measured of: the set of codes."""
        return "question" if self is Metric.QUESTION_PROGRESS else "opener"


class Dimension(StrEnum):
    """What the figures can be split by."""

    SPECIALIST = "specialist"
    INDUSTRY = "industry"
    STAGE = "stage"
    LEVEL = "level"
    REGION = "region"


type Group = str | int | None
"""A person's id, a code, a trade; None where it is not known."""


@dataclass(frozen=True)
class Cases:
    """Which visits count; what is empty leaves nothing out."""

    reach: Reach
    start: datetime
    end: datetime
    techniques: tuple[str, ...] = ()
    customers: tuple[int, ...] = ()
    industry: str | None = None
    stage: str | None = None
    level: str | None = None
    region: str | None = None


@dataclass(frozen=True)
class Tally:
    """How often something was used, and how often it worked.

    Attributes:
        group: What it is split by; None too where it is not split.
        technique: The type of question or the opener; None for all of them together.
        cases: For questions the visits in which it was used, whatever came of them, not known
            included. For openers the uses of which it is known whether the customer took it up.
        successes: Visits with progress or a deal; openers taken up.
    """

    group: Group
    technique: str | None
    cases: int
    successes: int

    @property
    def rate(self) -> float:
        """The share of cases that worked."""
        return self.successes / self.cases


class Effects(Protocol):
    """Counts of what was used at visits, without those marked deleted."""

    def tallies(
        self, metric: Metric, cases: Cases, by: Dimension | None, *, each: bool
    ) -> list[Tally]:
        """Count by group and, with `each`, by technique; what has no case is left out."""
        ...
