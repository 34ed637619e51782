"""A customer at a glance."""

from dataclasses import dataclass

from dakehu import access
from dakehu.access import Task
from dakehu.customer.records import Contact, Customer, Named, OpenMatters
from dakehu.desk import Desk
from dakehu.plan.records import Plan
from dakehu.visit.records import Visit

_LAST_VISITS = 3
_LATELY = 20  # visits
_LIKELY = 5  # customers


@dataclass(frozen=True)
class Card:
    """What one wants to know of a customer before calling."""

    customer: Customer
    contacts: list[Contact]
    last_visits: list[Visit]
    next_plan: Plan | None
    open: OpenMatters


def names(desk: Desk) -> list[Named]:
    """List what the customers that the person may see are called, to find them in a text."""
    return desk.customers.names(access.reach(desk))


def names_stamp(desk: Desk) -> tuple[object, ...]:
    """Return what differs once `names` would, so that an index of them can be kept till then."""
    return desk.customers.stamp(access.reach(desk))


def get(desk: Desk, customer_id: int) -> Customer:
    """Return a customer that the person may see.

    Raises:
        Denied: It is somebody else's.
        Missing: No such customer.
    """
    return access.require_customer(desk, Task.SEE_CUSTOMER, customer_id)


def recent(desk: Desk) -> list[int]:
    """List customers a person most likely speaks of: planned for today, then visited last."""
    planned = desk.plans.open(desk.person.id, *desk.day(desk.now))
    visited = desk.visits.recent(desk.person.id, _LATELY)
    likely = [*(plan.customer_id for plan in planned), *(visit.customer_id for visit in visited)]
    return list(dict.fromkeys(likely))[:_LIKELY]


def card(desk: Desk, customer_id: int) -> Card:
    """Return a customer with contacts, last three visits, next plan and open matters.

    Raises:
        Denied: It is somebody else's.
        Missing: No such customer.
    """
    customer = get(desk, customer_id)
    return Card(
        customer,
        desk.customers.contacts(customer_id),
        desk.visits.last(customer_id, _LAST_VISITS),
        desk.plans.next_of(customer_id, desk.now),
        desk.customers.open_matters(customer_id),
    )
