"""Keeping a piece of advice for one's next planned visit to a customer."""

from collections.abc import Callable

from dakehu import access
from dakehu.access import Task
from dakehu.desk import Desk
from dakehu.plan.records import Plan


def next_plan(desk: Desk, customer_id: int | None = None) -> Plan | None:
    """Find one's own next planned visit; one of today whose hour is not known is still to come."""
    today = desk.day(desk.now)[0]
    plans = desk.plans.open(desk.person.id, today, customer_id=customer_id)
    return next((p for p in plans if p.planned_at >= desk.now or p.planned_at == today), None)


def prepare(desk: Desk, customer_id: int | None, keep: Callable[[int], None]) -> Plan | None:
    """Have something kept with one's next visit; None where no visit is planned.

    Args:
        desk: The person's.
        customer_id: The customer; None for the next visit, whoever it is to.
        keep: Keeps it, given the plan's id.

    Raises:
        Denied: The role may not, or the customer is not within reach.
        Missing: No such customer.
    """
    access.require(desk, Task.BE_COACHED)
    if customer_id is not None:
        access.require_customer(desk, Task.BE_COACHED, customer_id)
    plan = next_plan(desk, customer_id)
    if plan is not None:
        keep(plan.id)
    return plan
