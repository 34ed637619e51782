"""Keeping a question for one's next planned visit to a customer."""

from dakehu.coaching import preparing
from dakehu.coaching.question.records import Prepared
from dakehu.desk import Desk
from dakehu.plan.records import Plan


def prepare(desk: Desk, customer_id: int | None, prepared: Prepared) -> Plan | None:
    """Keep a question for one's next visit, to a customer or whoever; None where none is planned.

    Raises:
        Denied: The role may not, or the customer is not within reach.
        Missing: No such customer.
    """
    return preparing.prepare(
        desk, customer_id, lambda plan_id: desk.questions.prepare(plan_id, prepared)
    )
