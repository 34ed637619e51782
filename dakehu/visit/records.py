"""Visits as the rules see them, and the repository the rules ask for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dakehu.codes import Opener, Outcome, Question, Stage, VisitMethod
from dakehu.people import Reach


@dataclass(frozen=True)
class UsedOpener:
    """An opener that was used (handbook §5); whether the customer took it up, where known."""

    opener: Opener
    engaged: bool | None = None


@dataclass(frozen=True)
class VisitDraft:
    """A visit to be logged.

    Attributes:
        contact_name: Who was met, where `contact_id` is not known.
        contact_new: Whether the person wants an unknown `contact_name` added to the customer.
        place: Where it was; `latitude` and `longitude` in degrees (WGS 84), where they were sent.
        stage: The stage of the talk; logging tells it from what was said.
    """

    customer_id: int
    method: VisitMethod
    started_at: datetime
    summary: str
    purpose: str | None = None
    outcome: Outcome | None = None
    contact_id: int | None = None
    contact_name: str | None = None
    contact_new: bool = False
    next_step: str | None = None
    next_visit_at: datetime | None = None
    satisfaction: int | None = None
    questions: tuple[Question, ...] = ()
    openers: tuple[UsedOpener, ...] = ()
    place: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    stage: Stage | None = None


@dataclass(frozen=True)
class Visit:
    """A contact with a customer that took place."""

    id: int
    number: str
    staff_id: int
    staff_name: str
    customer_id: int
    customer_name: str
    contact_id: int | None
    contact_name: str | None
    method: VisitMethod
    started_at: datetime
    purpose: str | None
    summary: str | None
    outcome: Outcome | None
    next_step: str | None
    next_visit_at: datetime | None
    satisfaction: int | None
    plan_id: int | None
    place: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    stage: Stage | None = None


class Visits(Protocol):
    """Visits, without those marked deleted."""

    def get(self, visit_id: int) -> Visit | None:
        """Find a visit."""
        ...

    def by_message(self, message_id: str) -> Visit | None:
        """Find the visit that a message logged."""
        ...

    def add(
        self, draft: VisitDraft, staff_id: int, message_id: str | None, now: datetime
    ) -> Visit | None:
        """Write a visit with the next number of the day (`V20261124-001`), questions and openers.

        Returns None when the same message logged one in the meantime.
        """
        ...

    def update(self, visit_id: int, changes: Mapping[str, object]) -> None:
        """Change a visit's columns."""
        ...

    def of_day(
        self, staff_id: int, customer_id: int, start: datetime, end: datetime
    ) -> list[Visit]:
        """List somebody's visits to a customer in a period, by time."""
        ...

    def last(self, customer_id: int, count: int) -> list[Visit]:
        """List a customer's latest visits, latest first, whoever made them."""
        ...

    def recent(self, staff_id: int, count: int) -> list[Visit]:
        """List somebody's latest visits, latest first."""
        ...

    def between(self, reach: Reach, start: datetime, end: datetime) -> list[Visit]:
        """List the visits of a period, by time."""
        ...

    def unfollowed(self, reach: Reach, start: datetime, end: datetime) -> list[Visit]:
        """List visits whose next step is due in a period, with no visit or open plan since."""
        ...
