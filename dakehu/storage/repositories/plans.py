"""Planned visits in the database."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from dakehu.codes import PlanState
from dakehu.people import Reach
from dakehu.plan.records import Plan, PlanDraft
from dakehu.storage.repositories.shared import change, first_to_write, local, within
from dakehu.storage.tables import Customer, Staff, VisitPlan

type _Found = Select[VisitPlan, str, str]


class SqlPlans:
    """Implements `dakehu.plan.records.Plans`."""

    def __init__(self, session: Session, zone: tzinfo) -> None:
        self._session = session
        self._zone = zone

    def get(self, plan_id: int) -> Plan | None:
        """Find a plan."""
        return self._one(_standing().where(VisitPlan.id == plan_id))

    def by_message(self, message_id: str) -> Plan | None:
        """Find the plan that a message made, whatever became of it."""
        return self._one(_all().where(VisitPlan.source_message_id == message_id))

    def add(self, draft: PlanDraft, staff_id: int, message_id: str | None) -> Plan | None:
        """Add a plan; None when the same message made one in the meantime."""
        row = VisitPlan(
            staff_id=staff_id,
            customer_id=draft.customer_id,
            planned_at=draft.planned_at,
            purpose=draft.purpose,
            state=PlanState.PLANNED,
            source_message_id=message_id,
        )
        added = first_to_write(self._session, lambda: self._session.add(row))
        return self.get(row.id) if added else None

    def update(self, plan_id: int, changes: Mapping[str, object]) -> None:
        """Change a plan's columns."""
        row = self._session.get_one(VisitPlan, plan_id)
        change(row, changes)
        self._session.flush()

    def open(
        self,
        staff_id: int,
        start: datetime | None = None,
        end: datetime | None = None,
        customer_id: int | None = None,
    ) -> list[Plan]:
        """List somebody's plans that are neither done nor cancelled nor missed."""
        found = _standing().where(
            VisitPlan.staff_id == staff_id, VisitPlan.state == PlanState.PLANNED
        )
        if start is not None:
            found = found.where(VisitPlan.planned_at >= start)
        if end is not None:
            found = found.where(VisitPlan.planned_at < end)
        if customer_id is not None:
            found = found.where(VisitPlan.customer_id == customer_id)
        return self._list(found)

    def of_day(self, staff_id: int, customer_id: int, start: datetime, end: datetime) -> list[Plan]:
        """List somebody's plans with a customer in a period that await their visit or missed it."""
        found = _between(start, end).where(
            VisitPlan.staff_id == staff_id,
            VisitPlan.customer_id == customer_id,
            VisitPlan.state.in_((PlanState.PLANNED, PlanState.MISSED)),
        )
        return self._list(found)

    def between(self, reach: Reach, start: datetime, end: datetime) -> list[Plan]:
        """List the plans of a period in any state but cancelled."""
        found = _between(start, end).where(
            within(VisitPlan.staff_id, reach), VisitPlan.state != PlanState.CANCELLED
        )
        return self._list(found)

    def next_of(self, customer_id: int, start: datetime) -> Plan | None:
        """Find the next open plan with a customer, whoever made it."""
        found = _standing().where(
            VisitPlan.customer_id == customer_id,
            VisitPlan.state == PlanState.PLANNED,
            VisitPlan.planned_at >= start,
        )
        return self._one(found.order_by(VisitPlan.planned_at).limit(1))

    def mark_missed(self, before: datetime) -> int:
        """Mark open plans before a moment as missed; returns how many there were."""
        over = select(VisitPlan).where(
            VisitPlan.state == PlanState.PLANNED,
            VisitPlan.planned_at < before,
            VisitPlan.deleted_at.is_(None),
        )
        rows = self._session.scalars(over).all()
        for row in rows:
            row.state = PlanState.MISSED
        self._session.flush()
        return len(rows)

    def _list(self, found: _Found) -> list[Plan]:
        ordered = found.order_by(VisitPlan.planned_at, VisitPlan.id)
        return [self._plan(*row) for row in self._session.execute(ordered)]

    def _one(self, found: _Found) -> Plan | None:
        row = self._session.execute(found).first()
        return self._plan(*row) if row else None

    def _plan(self, row: VisitPlan, staff_name: str, customer_name: str) -> Plan:
        return Plan(
            row.id,
            row.staff_id,
            staff_name,
            row.customer_id,
            customer_name,
            local(row.planned_at, self._zone),
            row.purpose,
            row.state,
            row.visit_id,
        )


def _all() -> _Found:
    return (
        select(VisitPlan, Staff.name, Customer.name)
        .join(Staff, VisitPlan.staff_id == Staff.id)
        .join(Customer, VisitPlan.customer_id == Customer.id)
    )


def _standing() -> _Found:
    return _all().where(VisitPlan.deleted_at.is_(None))


def _between(start: datetime, end: datetime) -> _Found:
    return _standing().where(VisitPlan.planned_at >= start, VisitPlan.planned_at < end)
