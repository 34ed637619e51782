"""Keeping an opener for one's next planned visit to a customer."""

from dakehu.coaching import preparing
from dakehu.codes import Opener
from dakehu.desk import Desk
from dakehu.plan.records import Plan


def prepare(desk: Desk, customer_id: int, opener: Opener, words: str) -> Plan | None:
    """Keep an opener for one's next visit to a customer; None where no visit is planned.

    Raises:
        Denied: The role may not, or the customer is not within reach.
        Missing: No such customer.
    """
    return preparing.prepare(
        desk, customer_id, lambda plan_id: desk.openers.prepare(plan_id, opener, words)
    )
