"""Customers and contacts as the rules see them, and the repository the rules ask for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dakehu.codes import CustomerLevel, CustomerStatus
from dakehu.customer.addressing import forms
from dakehu.people import Reach


@dataclass(frozen=True)
class Customer:
    """A company the department looks after."""

    id: int
    name: str
    short_name: str | None
    industry: str | None
    region: str | None
    level: CustomerLevel
    status: CustomerStatus
    acquired_via: str | None
    owner_id: int
    owner_name: str
    created_at: datetime
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contact:
    """A person at a customer."""

    id: int
    customer_id: int
    name: str
    title: str | None = None
    phone: str | None = None
    rank: int | None = None
    diet: str | None = None
    taboo: str | None = None
    note: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """What this person may be called, the full name first: 王建国, 王总, Mr Wang."""
        return forms(self.name, self.title)


@dataclass(frozen=True)
class Named:
    """What a customer may be called: its name first, then short name and aliases."""

    id: int
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Owned:
    """A customer's names and whose it is, for spotting duplicates across the department."""

    id: int
    name: str
    short_name: str | None
    owner_id: int
    owner_name: str


@dataclass(frozen=True)
class NewCustomer:
    """The facts of a customer to be added; the one who adds it owns it."""

    name: str
    short_name: str | None = None
    industry: str | None = None
    region: str | None = None
    level: CustomerLevel = CustomerLevel.C
    status: CustomerStatus = CustomerStatus.PROSPECT
    acquired_via: str | None = None
    aliases: Sequence[str] = ()


@dataclass(frozen=True)
class OpenMatters:
    """How much is open with a customer: counts of rows not yet settled."""

    needs: int
    countermeasures: int
    service_requests: int
    payments: int


class Customers(Protocol):
    """Customers and their contacts, without those marked deleted."""

    def get(self, customer_id: int) -> Customer | None:
        """Find a customer with owner's name and aliases."""
        ...

    def names(self, reach: Reach) -> list[Named]:
        """List what the customers within reach are called."""
        ...

    def stamp(self, reach: Reach) -> tuple[object, ...]:
        """Return something that differs once `names` of the same reach would."""
        ...

    def everyones(self) -> list[Owned]:
        """List all customers of the department."""
        ...

    def by_message(self, message_id: str) -> Customer | None:
        """Find the customer that a message added."""
        ...

    def add(
        self, new: NewCustomer, owner_id: int, message_id: str | None, now: datetime
    ) -> Customer | None:
        """Add a customer; None when the name or the message was used in the meantime."""
        ...

    def update(self, customer_id: int, changes: Mapping[str, object]) -> bool:
        """Change facts; False when a new name was taken in the meantime."""
        ...

    def add_alias(self, customer_id: int, alias: str) -> None:
        """Remember one more name for a customer; known ones stay as they are."""
        ...

    def contacts(self, customer_id: int) -> list[Contact]:
        """List a customer's contacts in the order they were added."""
        ...

    def contact(self, contact_id: int) -> Contact | None:
        """Find a contact."""
        ...

    def add_contact(
        self, customer_id: int, name: str, title: str | None, phone: str | None
    ) -> Contact:
        """Add a person at a customer."""
        ...

    def update_contact(self, contact_id: int, changes: Mapping[str, object]) -> None:
        """Change facts of a contact."""
        ...

    def open_matters(self, customer_id: int) -> OpenMatters:
        """Count what is open with a customer."""
        ...
