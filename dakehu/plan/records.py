"""Planned visits as the rules see them, and the repository the rules ask for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dakehu.codes import PlanState
from dakehu.people import Reach


@dataclass(frozen=True)
class Plan:
    """A visit somebody means to make."""

    id: int
    staff_id: int
    staff_name: str
    customer_id: int
    customer_name: str
    planned_at: datetime
    purpose: str | None
    state: PlanState
    visit_id: int | None


@dataclass(frozen=True)
class PlanDraft:
    """A visit to be planned."""

    customer_id: int
    planned_at: datetime
    purpose: str | None = None


class Plans(Protocol):
    """Planned visits, without those marked deleted; lists are by time."""

    def get(self, plan_id: int) -> Plan | None:
        """Find a plan."""
        ...

    def by_message(self, message_id: str) -> Plan | None:
        """Find the plan that a message made."""
        ...

    def add(self, draft: PlanDraft, staff_id: int, message_id: str | None) -> Plan | None:
        """Add a plan; None when the same message made one in the meantime."""
        ...

    def update(self, plan_id: int, changes: Mapping[str, object]) -> None:
        """Change a plan's columns."""
        ...

    def open(
        self,
        staff_id: int,
        start: datetime | None = None,
        end: datetime | None = None,
        customer_id: int | None = None,
    ) -> list[Plan]:
        """List somebody's plans that are neither done nor cancelled nor missed."""
        ...

    def of_day(self, staff_id: int, customer_id: int, start: datetime, end: datetime) -> list[Plan]:
        """List somebody's plans with a customer in a period that await their visit or missed it."""
        ...

    def between(self, reach: Reach, start: datetime, end: datetime) -> list[Plan]:
        """List the plans of a period in any state but cancelled."""
        ...

    def next_of(self, customer_id: int, start: datetime) -> Plan | None:
        """Find the next open plan with a customer, whoever made it."""
        ...

    def mark_missed(self, before: datetime) -> int:
        """Mark open plans before a moment as missed; returns how many there were."""
        ...
