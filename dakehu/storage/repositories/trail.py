"""The audit as the trail that undoing follows back."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import Session

from dakehu.codes import PlanState
from dakehu.storage import tables
from dakehu.storage.audit import Change, record
from dakehu.storage.repositories.rows import find, parse
from dakehu.storage.repositories.shared import change
from dakehu.storage.tables import Audit
from dakehu.undo.records import SUBJECTS, Undone, Write

_UNDO = "undo"
_WRITES = [f"{subject}.{verb}" for subject in SUBJECTS for verb in ("create", "update", "delete")]
_HANGING = (
    tables.Visit,
    tables.CustomerFact,
    tables.Deal,
    tables.Need,
    tables.Countermeasure,
    tables.ServiceRequest,
    tables.Tour,
    tables.Banquet,
)


class SqlTrail:
    """Implements `dakehu.undo.records.Trail`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def undone(self, staff_id: int, since: datetime) -> dict[str, Undone]:
        """Return what somebody took back since a moment, latest first, by the message that did."""
        rows = _recent(staff_id, since).where(Audit.action == _UNDO).order_by(Audit.id.desc())
        return {
            str(row.message_id): Undone(**(row.after or {})) for row in self._session.scalars(rows)
        }

    def messages(self, staff_id: int, since: datetime) -> list[str]:
        """List the messages by which somebody wrote what can be undone, latest first."""
        written = (
            select(Audit.message_id)
            .where(Audit.staff_id == staff_id, Audit.at >= since, Audit.action.in_(_WRITES))
            .where(Audit.message_id.is_not(None))
            .group_by(Audit.message_id)
            .order_by(func.max(Audit.id).desc())
        )
        return [str(message_id) for message_id in self._session.scalars(written)]

    def writes(self, staff_id: int, message_id: str) -> list[Write]:
        """List the rows that a message of somebody wrote, in the order of the first write."""
        rows = (
            select(Audit)
            .where(Audit.message_id == message_id, Audit.staff_id == staff_id)
            .where(Audit.action.in_(_WRITES))
            .order_by(Audit.id)
        )
        return _one_a_row(self._session.scalars(rows))

    def stands(self, write: Write) -> bool:
        """Tell whether the row still has the values that the write gave it."""
        row = find(self._session, write)
        return all(getattr(row, k) == value for k, value in parse(row, write.after).items())

    def has_dependants(self, customer_id: int, besides: frozenset[int]) -> bool:
        """Tell whether anything hangs on a customer but these contacts."""
        contact, plan = tables.Contact, tables.VisitPlan
        hanging = [
            exists().where(table.customer_id == customer_id, table.deleted_at.is_(None))
            for table in _HANGING
        ]
        contacts = exists().where(
            contact.customer_id == customer_id,
            contact.deleted_at.is_(None),
            contact.id.not_in(besides),
        )
        plans = exists().where(
            plan.customer_id == customer_id,
            plan.deleted_at.is_(None),
            plan.state != PlanState.CANCELLED,
        )
        return bool(self._session.scalar(select(or_(*hanging, contacts, plans))))

    def label(self, subject: str, subject_id: int) -> str:
        """Return what a row is called: a visit's number, a fact's words, else somebody's name."""
        names: dict[str, Select[str]] = {
            "visit": select(tables.Visit.number).where(tables.Visit.id == subject_id),
            "visit_plan": select(tables.Customer.name)
            .join(tables.VisitPlan)
            .where(tables.VisitPlan.id == subject_id),
            "customer_fact": select(tables.CustomerFact.text).where(
                tables.CustomerFact.id == subject_id
            ),
            "contact": select(tables.Contact.name).where(tables.Contact.id == subject_id),
        }
        customer = select(tables.Customer.name).where(tables.Customer.id == subject_id)
        return str(self._session.scalar(names.get(subject, customer)))

    def take_back(self, write: Write, now: datetime) -> None:
        """Write the earlier values as a new version; a new row is marked deleted or cancelled."""
        row = find(self._session, write)
        if write.before is not None:
            change(row, parse(row, write.before))
        elif isinstance(row, tables.VisitPlan):
            row.state = PlanState.CANCELLED
        else:
            change(row, {"deleted_at": now})
        self._session.flush()

    def note(self, undone: Undone) -> None:
        """Write into the audit that this was taken back."""
        what = Change(_UNDO, undone.subject, undone.subject_id, after=asdict(undone))
        record(self._session, what)


def _recent(staff_id: int, since: datetime) -> Select[Audit]:
    return select(Audit).where(Audit.staff_id == staff_id, Audit.at >= since)


def _one_a_row(rows: Iterable[Audit]) -> list[Write]:
    """Join the writes to each row: the values before the first and after the last of them."""
    found: dict[tuple[object, ...], Write] = {}
    for row in rows:
        key = (row.subject, row.subject_id, (row.after or {}).get("alias"))
        write = Write(str(row.subject), row.subject_id or 0, row.before, row.after or {})
        found[key] = _joined(found[key], write) if key in found else write
    return list(found.values())


def _joined(first: Write, then: Write) -> Write:
    before = first.before if first.before is None else {**(then.before or {}), **first.before}
    return replace(first, before=before, after={**first.after, **then.after})
