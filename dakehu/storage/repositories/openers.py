"""Openers in the database: facts to build them on, prepared ones, used ones and their effect."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, case, func, select
from sqlalchemy.orm import Session

from dakehu.coaching.opener.records import Fact, NewFact, Record, Reference, Tally
from dakehu.codes import CustomerLevel, CustomerStatus, Opener
from dakehu.people import Reach
from dakehu.storage.repositories.shared import first_to_write, local, within
from dakehu.storage.tables import Customer, CustomerFact, Visit, VisitOpener, VisitPlanOpener
from dakehu.visit.records import UsedOpener

_SATISFIED = 4
_REFERENCES = 5


class SqlOpeners:
    """Implements `dakehu.coaching.opener.records.Openers`."""

    def __init__(self, session: Session, zone: tzinfo) -> None:
        self._session = session
        self._zone = zone

    def facts(self, customer_id: int) -> list[Fact]:
        """List what was noted about a customer, newest first."""
        newest = CustomerFact.noted_at.desc(), CustomerFact.id.desc()
        found = select(CustomerFact).where(
            CustomerFact.customer_id == customer_id, CustomerFact.deleted_at.is_(None)
        )
        return [self._fact(row) for row in self._session.scalars(found.order_by(*newest))]

    def fact_by_message(self, message_id: str) -> Fact | None:
        """Find the fact that a message noted, also when that was undone since."""
        noted = select(CustomerFact).where(CustomerFact.source_message_id == message_id)
        row = self._session.scalar(noted)
        return self._fact(row) if row else None

    def add_fact(
        self, new: NewFact, staff_id: int, message_id: str | None, now: datetime
    ) -> Fact | None:
        """Note a fact; None when the same message noted one in the meantime."""
        row = CustomerFact(
            customer_id=new.customer_id,
            kind=new.kind,
            text=new.text,
            staff_id=staff_id,
            source_message_id=message_id,
            noted_at=now,
        )
        added = first_to_write(self._session, lambda: self._session.add(row))
        return self._fact(row) if added else None

    def references(self, reach: Reach, industry: str, except_id: int) -> list[Reference]:
        """List satisfied customers of a trade within reach, most important first."""
        satisfaction = _last_satisfaction()
        found = (
            select(Customer.id, func.coalesce(Customer.short_name, Customer.name), satisfaction)
            .where(
                within(Customer.owner_id, reach),
                Customer.industry == industry,
                Customer.id != except_id,
                Customer.status.in_((CustomerStatus.ACTIVE, CustomerStatus.DORMANT)),
                Customer.deleted_at.is_(None),
                satisfaction >= _SATISFIED,
            )
            .order_by(Customer.level, Customer.id)
            .limit(_REFERENCES)
        )
        return [Reference(*row) for row in self._session.execute(found)]

    def records(
        self, industry: str | None, level: CustomerLevel, visits: int
    ) -> Mapping[Opener, Record]:
        """Count how openers went at the department's latest visits, whoever made them."""
        rows = self._session.execute(_counts(industry, level, visits))
        return {opener: Record(*map(Tally, n[::2], n[1::2])) for opener, *n in rows}

    def prepared(self, plan_id: int) -> list[Opener]:
        """List the openers that are kept for a planned visit."""
        kept = select(VisitPlanOpener.opener).where(VisitPlanOpener.plan_id == plan_id)
        return list(self._session.scalars(kept.order_by(VisitPlanOpener.opener)))

    def prepare(self, plan_id: int, opener: Opener, words: str) -> None:
        """Keep an opener and its words for a planned visit, in place of its earlier words."""
        self._session.merge(VisitPlanOpener(plan_id=plan_id, opener=opener, words=words))
        self._session.flush()

    def used(self, visit_id: int) -> list[UsedOpener]:
        """List the openers that were used at a visit."""
        rows = select(VisitOpener).where(VisitOpener.visit_id == visit_id)
        found = self._session.scalars(rows.order_by(VisitOpener.opener))
        return [UsedOpener(row.opener, row.engaged) for row in found]

    def rate(self, visit_id: int, opener: Opener, engaged: bool) -> None:
        """Note that an opener was used at a visit, and whether the customer took it up."""
        self._session.merge(VisitOpener(visit_id=visit_id, opener=opener, engaged=engaged))
        self._session.flush()

    def _fact(self, row: CustomerFact) -> Fact:
        noted_at = local(row.noted_at, self._zone)
        return Fact(row.id, row.customer_id, row.kind, row.text, noted_at)


def _last_satisfaction() -> ScalarSelect[Any]:
    """Return how satisfied a customer was when that was told last."""
    return (
        select(Visit.satisfaction)
        .where(
            Visit.customer_id == Customer.id,
            Visit.satisfaction.is_not(None),
            Visit.deleted_at.is_(None),
        )
        .order_by(Visit.started_at.desc(), Visit.id.desc())
        .limit(1)
        .correlate(Customer)
        .scalar_subquery()
    )


def _counts(industry: str | None, level: CustomerLevel, visits: int) -> Select[*tuple[Any, ...]]:
    """Count used and engaged by opener: of all customers, of the trade, of trade and level."""
    latest = (
        select(Visit.id, Visit.customer_id)
        .where(Visit.deleted_at.is_(None))
        .order_by(Visit.started_at.desc())
        .limit(visits)
        .subquery()
    )
    trade = Customer.industry.is_not_distinct_from(industry)
    tallies = (_tally(None), _tally(trade), _tally(trade & (Customer.level == level)))
    return (
        select(VisitOpener.opener, *(count for tally in tallies for count in tally))
        .join(latest, VisitOpener.visit_id == latest.c.id)
        .join(Customer, latest.c.customer_id == Customer.id)
        .where(VisitOpener.engaged.is_not(None))
        .group_by(VisitOpener.opener)
    )


def _tally(those: ColumnElement[bool] | None) -> tuple[ColumnElement[int], ColumnElement[int]]:
    """Count the rows of some customers, and those of them that worked."""
    engaged = VisitOpener.engaged.is_(True)
    if those is None:
        return func.count(), func.count(case((engaged, 1)))
    return func.count(case((those, 1))), func.count(case((those & engaged, 1)))
