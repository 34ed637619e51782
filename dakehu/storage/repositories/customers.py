"""Customers in the database."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, tzinfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dakehu.customer.records import Customer, Named, NewCustomer, Owned
from dakehu.people import Reach
from dakehu.storage import tables
from dakehu.storage.repositories.contacts import SqlContacts
from dakehu.storage.repositories.shared import change, first_to_write, local, within

_FACTS = ("name", "short_name", "industry", "region", "level", "status", "acquired_via")


class SqlCustomers(SqlContacts):
    """Implements `dakehu.customer.records.Customers`."""

    def __init__(self, session: Session, zone: tzinfo) -> None:
        super().__init__(session)
        self._zone = zone

    def get(self, customer_id: int) -> Customer | None:
        """Find a customer with owner's name and aliases."""
        row = self._session.get(tables.Customer, customer_id)
        return self._customer(row) if row and row.deleted_at is None else None

    def by_message(self, message_id: str) -> Customer | None:
        """Find the customer that a message added, also when that was undone since."""
        made = select(tables.Customer).where(tables.Customer.source_message_id == message_id)
        row = self._session.scalar(made)
        return self._customer(row) if row else None

    def names(self, reach: Reach) -> list[Named]:
        """List what the customers within reach are called."""
        table = tables.Customer
        rows = self._session.execute(
            select(table.id, table.name, table.short_name)
            .where(within(table.owner_id, reach), table.deleted_at.is_(None))
            .order_by(table.id)
        )
        aliases = self._aliases(reach)
        return [
            Named(key, (name, *((short,) if short else ()), *aliases.get(key, ())))
            for key, name, short in rows
        ]

    def stamp(self, reach: Reach) -> tuple[object, ...]:
        """Return something that differs once `names` of the same reach would."""
        table, alias = tables.Customer, tables.CustomerAlias
        visible = within(table.owner_id, reach) & table.deleted_at.is_(None)
        customers = select(func.count(), func.sum(table.id), func.sum(table.version))
        aliases = select(func.count()).join_from(alias, table)
        return (
            *self._session.execute(customers.where(visible)).one(),
            self._session.scalar(aliases.where(visible, alias.deleted_at.is_(None))),
        )

    def everyones(self) -> list[Owned]:
        """List all customers of the department."""
        table = tables.Customer
        rows = self._session.execute(
            select(table.id, table.name, table.short_name, table.owner_id, tables.Staff.name)
            .join(tables.Staff, table.owner_id == tables.Staff.id)
            .where(table.deleted_at.is_(None))
        )
        return [Owned(*row) for row in rows]

    def add(
        self, new: NewCustomer, owner_id: int, message_id: str | None, now: datetime
    ) -> Customer | None:
        """Add a customer; None when the name or the message was used in the meantime."""
        row = tables.Customer(
            **{fact: getattr(new, fact) for fact in _FACTS},
            owner_id=owner_id,
            source_message_id=message_id,
            created_at=now,
        )
        if not first_to_write(self._session, lambda: self._session.add(row)):
            return None
        for alias in new.aliases:
            self.add_alias(row.id, alias)
        return self._customer(row)

    def update(self, customer_id: int, changes: Mapping[str, object]) -> bool:
        """Change facts; False when a new name was taken in the meantime."""
        row = self._session.get_one(tables.Customer, customer_id)
        return first_to_write(self._session, lambda: change(row, changes))

    def add_alias(self, customer_id: int, alias: str) -> None:
        """Remember one more name for a customer; known ones stay as they are."""
        known = self._session.get(tables.CustomerAlias, (customer_id, alias))
        if known is None:
            self._session.add(tables.CustomerAlias(customer_id=customer_id, alias=alias))
        else:
            known.deleted_at = None
        self._session.flush()

    def _aliases(self, reach: Reach) -> dict[int, list[str]]:
        alias, table = tables.CustomerAlias, tables.Customer
        rows = self._session.execute(
            select(alias.customer_id, alias.alias)
            .join(table)
            .where(within(table.owner_id, reach), alias.deleted_at.is_(None))
        )
        found: dict[int, list[str]] = defaultdict(list)
        for customer_id, name in rows:
            found[customer_id].append(name)
        return found

    def _customer(self, row: tables.Customer) -> Customer:
        alias = tables.CustomerAlias
        aliases = select(alias.alias).where(alias.customer_id == row.id, alias.deleted_at.is_(None))
        return Customer(
            id=row.id,
            **{fact: getattr(row, fact) for fact in _FACTS},
            owner_id=row.owner_id,
            owner_name=self._session.get_one(tables.Staff, row.owner_id).name,
            created_at=local(row.created_at, self._zone),
            aliases=tuple(self._session.scalars(aliases.order_by(alias.alias))),
        )
