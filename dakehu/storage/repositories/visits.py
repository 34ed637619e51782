"""Visits in the database."""

from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import Session, aliased

from dakehu.codes import PlanState
from dakehu.people import Reach
from dakehu.storage import tables
from dakehu.storage.repositories.numbers import next_number
from dakehu.storage.repositories.shared import change, first_to_write, local, within
from dakehu.storage.tables import Contact, Customer, Staff, VisitPlan
from dakehu.visit.records import Visit, VisitDraft

type _Found = Select[tables.Visit, str, str, str | None]
_Later = aliased(tables.Visit)  # once: an alias of a mapped class is costly to make

_TOLD = (
    "customer_id",
    "contact_id",
    "method",
    "started_at",
    "purpose",
    "summary",
    "outcome",
    "stage",
    "next_step",
    "next_visit_at",
    "satisfaction",
    "place",
    "latitude",
    "longitude",
)
_MOST_FOLLOW_UPS = 50
_STEPS_WITHIN = timedelta(days=90)
"""How long before its due time a next step was agreed; older visits are not searched."""


class SqlVisits:
    """Implements `dakehu.visit.records.Visits`."""

    def __init__(self, session: Session, zone: tzinfo) -> None:
        self._session = session
        self._zone = zone

    def get(self, visit_id: int) -> Visit | None:
        """Find a visit."""
        return self._one(_standing().where(tables.Visit.id == visit_id))

    def by_message(self, message_id: str) -> Visit | None:
        """Find the visit that a message logged, also when that was undone since."""
        return self._one(_all().where(tables.Visit.source_message_id == message_id))

    def add(
        self, draft: VisitDraft, staff_id: int, message_id: str | None, now: datetime
    ) -> Visit | None:
        """Write a visit with the next number of the day, questions and openers."""
        row = tables.Visit(
            **{field: getattr(draft, field) for field in _TOLD},
            staff_id=staff_id,
            source_message_id=message_id,
            created_at=now,
        )
        prefix = f"V{local(now, self._zone):%Y%m%d}-"

        def write() -> None:
            row.number = next_number(self._session, prefix, tables.Visit.number)
            self._session.add(row)
            self._session.flush()
            self._session.add_all(_details(row.id, draft))

        return self.get(row.id) if first_to_write(self._session, write) else None

    def update(self, visit_id: int, changes: Mapping[str, object]) -> None:
        """Change a visit's columns."""
        change(self._session.get_one(tables.Visit, visit_id), changes)
        self._session.flush()

    def of_day(
        self, staff_id: int, customer_id: int, start: datetime, end: datetime
    ) -> list[Visit]:
        """List somebody's visits to a customer in a period, by time."""
        return self._list(
            _between(start, end).where(
                tables.Visit.staff_id == staff_id, tables.Visit.customer_id == customer_id
            )
        )

    def last(self, customer_id: int, count: int) -> list[Visit]:
        """List a customer's latest visits, latest first, whoever made them."""
        latest = tables.Visit.started_at.desc(), tables.Visit.id.desc()
        found = _standing().where(tables.Visit.customer_id == customer_id)
        return self._read(found.order_by(*latest).limit(count))

    def recent(self, staff_id: int, count: int) -> list[Visit]:
        """List somebody's latest visits, latest first."""
        latest = tables.Visit.started_at.desc(), tables.Visit.id.desc()
        found = _standing().where(tables.Visit.staff_id == staff_id)
        return self._read(found.order_by(*latest).limit(count))

    def between(self, reach: Reach, start: datetime, end: datetime) -> list[Visit]:
        """List the visits of a period, by time."""
        return self._list(_between(start, end).where(within(tables.Visit.staff_id, reach)))

    def unfollowed(self, reach: Reach, start: datetime, end: datetime) -> list[Visit]:
        """List visits whose next step is due in a period, with no visit or open plan since."""
        visit = tables.Visit
        due = _between(start - _STEPS_WITHIN, end).where(
            within(visit.staff_id, reach),
            visit.next_step.is_not(None),
            visit.next_visit_at >= start,
            visit.next_visit_at < end,
            ~_visited_since(),
            ~_planned_since(),
        )
        return self._read(due.order_by(visit.next_visit_at, visit.id).limit(_MOST_FOLLOW_UPS))

    def _list(self, found: _Found) -> list[Visit]:
        return self._read(found.order_by(tables.Visit.started_at, tables.Visit.id))

    def _one(self, found: _Found) -> Visit | None:
        return next(iter(self._read(found)), None)

    def _read(self, found: _Found) -> list[Visit]:
        return [self._visit(*row) for row in self._session.execute(found)]

    def _visit(self, row: tables.Visit, staff: str, customer: str, contact: str | None) -> Visit:
        told = {field: getattr(row, field) for field in _TOLD}
        told["started_at"] = local(row.started_at, self._zone)
        told["next_visit_at"] = row.next_visit_at and local(row.next_visit_at, self._zone)
        return Visit(
            **told,
            id=row.id,
            number=row.number,
            staff_id=row.staff_id,
            staff_name=staff,
            customer_name=customer,
            contact_name=contact,
            plan_id=row.plan_id,
        )


def _details(visit_id: int, draft: VisitDraft) -> list[tables.Base]:
    questions = dict.fromkeys(draft.questions)
    openers = {used.opener: used.engaged for used in draft.openers}
    return [
        *(tables.VisitQuestion(visit_id=visit_id, question=question) for question in questions),
        *(tables.VisitOpener(visit_id=visit_id, opener=o, engaged=e) for o, e in openers.items()),
    ]


def _all() -> _Found:
    return (
        select(tables.Visit, Staff.name, Customer.name, Contact.name)
        .join(Staff, tables.Visit.staff_id == Staff.id)
        .join(Customer, tables.Visit.customer_id == Customer.id)
        .outerjoin(Contact, tables.Visit.contact_id == Contact.id)
    )


def _standing() -> _Found:
    return _all().where(tables.Visit.deleted_at.is_(None))


def _between(start: datetime, end: datetime) -> _Found:
    return _standing().where(tables.Visit.started_at >= start, tables.Visit.started_at < end)


def _visited_since() -> ColumnElement[bool]:
    return exists().where(
        _Later.customer_id == tables.Visit.customer_id,
        _Later.started_at > tables.Visit.started_at,
        _Later.deleted_at.is_(None),
    )


def _planned_since() -> ColumnElement[bool]:
    return exists().where(
        VisitPlan.customer_id == tables.Visit.customer_id,
        VisitPlan.planned_at > tables.Visit.started_at,
        VisitPlan.state == PlanState.PLANNED,
        VisitPlan.deleted_at.is_(None),
    )
