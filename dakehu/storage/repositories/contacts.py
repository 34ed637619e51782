"""The people at customers, and what is open with them, in the database."""

from collections.abc import Mapping

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from dakehu.codes import CountermeasureState, NeedState, ServiceState
from dakehu.customer.records import Contact, OpenMatters
from dakehu.storage import tables
from dakehu.storage.repositories.shared import change


class SqlContacts:
    """The part of `dakehu.customer.records.Customers` that is about people and open matters."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def contacts(self, customer_id: int) -> list[Contact]:
        """List a customer's contacts in the order they were added."""
        table = tables.Contact
        found = select(table).where(table.customer_id == customer_id, table.deleted_at.is_(None))
        return [_contact(row) for row in self._session.scalars(found.order_by(table.id))]

    def contact(self, contact_id: int) -> Contact | None:
        """Find a contact."""
        row = self._session.get(tables.Contact, contact_id)
        return _contact(row) if row and row.deleted_at is None else None

    def add_contact(
        self, customer_id: int, name: str, title: str | None, phone: str | None
    ) -> Contact:
        """Add a person at a customer."""
        row = tables.Contact(customer_id=customer_id, name=name, title=title, phone=phone)
        self._session.add(row)
        self._session.flush()
        return _contact(row)

    def update_contact(self, contact_id: int, changes: Mapping[str, object]) -> None:
        """Change facts of a contact."""
        row = self._session.get_one(tables.Contact, contact_id)
        change(row, changes)
        self._session.flush()

    def open_matters(self, customer_id: int) -> OpenMatters:
        """Count what is open with a customer."""
        counts = (_needs, _countermeasures, _service_requests, _payments)
        row = self._session.execute(select(*(c(customer_id).scalar_subquery() for c in counts)))
        return OpenMatters(*row.one())


def _needs(customer_id: int) -> Select[int]:
    table = tables.Need
    return select(func.count(table.id)).where(
        table.customer_id == customer_id,
        table.state == NeedState.OPEN,
        table.deleted_at.is_(None),
    )


def _countermeasures(customer_id: int) -> Select[int]:
    table = tables.Countermeasure
    return select(func.count(table.id)).where(
        table.customer_id == customer_id,
        table.state == CountermeasureState.OPEN,
        table.deleted_at.is_(None),
    )


def _service_requests(customer_id: int) -> Select[int]:
    table = tables.ServiceRequest
    return select(func.count(table.id)).where(
        table.customer_id == customer_id,
        table.state == ServiceState.OPEN,
        table.deleted_at.is_(None),
    )


def _payments(customer_id: int) -> Select[int]:
    payment, deal = tables.Payment, tables.Deal
    return (
        select(func.count(payment.id))
        .join(deal)
        .where(
            deal.customer_id == customer_id,
            payment.paid_on.is_(None),
            payment.deleted_at.is_(None),
            deal.deleted_at.is_(None),
        )
    )


def _contact(row: tables.Contact) -> Contact:
    return Contact(
        row.id,
        row.customer_id,
        row.name,
        row.title,
        row.phone,
        row.rank,
        row.diet,
        row.taboo,
        row.note,
    )
