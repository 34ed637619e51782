"""Keeping a question for one's next planned visit to a customer."""

from dakehu import access
from dakehu.access import Task
from dakehu.coaching.opener.preparing import next_plan
from dakehu.coaching.question.records import Prepared
from dakehu.desk import Desk
from dakehu.plan.records import Plan


def prepare(desk: Desk, customer_id: int, prepared: Prepared) -> Plan | None:
    """Keep a question for one's next visit to a customer; None where no visit is planned.

    Raises:
        Denied: The role may not, or the customer is not within reach.
        Missing: No such customer.
    """
    access.require_customer(desk, Task.BE_COACHED, customer_id)
    plan = next_plan(desk, customer_id)
    if plan is not None:
        desk.questions.prepare(plan.id, prepared)
    return plan
