"""Logging a visit, and what follows from it: the plan is done, the next visit is planned."""

from dataclasses import dataclass, replace
from datetime import datetime

from dakehu import access
from dakehu.access import Task
from dakehu.coaching import stage_of
from dakehu.codes import CustomerStatus, Outcome, PlanState, Stage
from dakehu.customer.records import Contact, Customer
from dakehu.desk import Desk
from dakehu.plan.records import Plan, PlanDraft
from dakehu.problems import Missing, refuse
from dakehu.visit.checks import check
from dakehu.visit.records import Visit, VisitDraft


@dataclass(frozen=True)
class Logged:
    """What logging a visit wrote.

    Attributes:
        done_plan_id: The plan that this visit fulfilled.
        next_plan: The plan for the next visit, new or made before.
        new_contact: The contact that was added along the way.
        replayed: The message had logged the visit already, nothing was written now.
    """

    visit: Visit
    done_plan_id: int | None = None
    next_plan: Plan | None = None
    new_contact: Contact | None = None
    replayed: bool = False


def similar_visits(desk: Desk, customer_id: int, started_at: datetime) -> list[Visit]:
    """List one's own visits to a customer on that local day: perhaps the same one again."""
    return desk.visits.of_day(desk.person.id, customer_id, *desk.day(started_at))


def log_visit(desk: Desk, draft: VisitDraft) -> Logged:
    """Write a visit and what follows from it; the same message gives the first visit again.

    The person's open or missed plan with the customer on that local day, the nearest in time,
    becomes done. A next visit is planned unless one is planned for that day. A prospect that
    makes a deal becomes active; nothing else moves a customer's status. What was said tells the
    stage of the talk, for the figures by stage.

    Raises:
        Denied: The role may not log visits, or the customer is not within reach.
        Missing: No such customer, or the contact is not one of theirs.
        Invalid: `check` finds a problem.
    """
    customer = access.require_customer(desk, Task.LOG_VISIT, draft.customer_id)
    if first := _logged_before(desk):
        return first
    refuse(check(draft, desk.now))
    contact, new = _contact(desk, draft)
    known = contact.id if contact else None
    draft = replace(draft, contact_id=known, stage=_stage(draft))
    visit = desk.visits.add(draft, desk.person.id, desk.message_id, desk.now)
    if visit is None:
        # The same message won the race on another connection.
        return _logged_before(desk) or _vanished(desk)
    done = _fulfil_plan(desk, visit)
    _make_active(desk, customer, draft)
    return Logged(replace(visit, plan_id=done), done, _plan_next(desk, draft), new)


def _logged_before(desk: Desk) -> Logged | None:
    visit = desk.visits.by_message(desk.message_id) if desk.message_id else None
    if visit is None:
        return None
    plan = desk.plans.by_message(desk.message_id) if desk.message_id else None
    return Logged(visit, visit.plan_id, plan, replayed=True)


def _vanished(desk: Desk) -> Logged:
    raise Missing("visit", 0)


def _stage(draft: VisitDraft) -> Stage | None:
    """Tell the stage by the purpose, and where that says nothing by the summary."""
    return stage_of(draft.purpose or "") or stage_of(draft.summary)


def _contact(desk: Desk, draft: VisitDraft) -> tuple[Contact | None, Contact | None]:
    """Return who was met, and the same once more where the contact had to be added."""
    name = (draft.contact_name or "").strip()
    if draft.contact_id is None and not name:
        return None, None
    for contact in desk.customers.contacts(draft.customer_id):
        if contact.id == draft.contact_id or (draft.contact_id is None and contact.name == name):
            return contact, None
    if draft.contact_id is not None:
        raise Missing("contact", draft.contact_id)
    if not draft.contact_new:
        return None, None
    new = desk.customers.add_contact(draft.customer_id, name, None, None)
    return new, new


def _fulfil_plan(desk: Desk, visit: Visit) -> int | None:
    plans = desk.plans.of_day(visit.staff_id, visit.customer_id, *desk.day(visit.started_at))
    if not plans:
        return None
    nearest = min(plans, key=lambda plan: abs(plan.planned_at - visit.started_at))
    desk.plans.update(nearest.id, {"state": PlanState.DONE, "visit_id": visit.id})
    desk.visits.update(visit.id, {"plan_id": nearest.id})
    return nearest.id


def _plan_next(desk: Desk, draft: VisitDraft) -> Plan | None:
    """Plan the next visit, unless it is over by now or there is a plan for that day."""
    at = draft.next_visit_at
    if at is None or at < desk.day(desk.now)[0]:
        return None
    planned = desk.plans.open(desk.person.id, *desk.day(at), customer_id=draft.customer_id)
    if planned:
        return planned[0]
    new = PlanDraft(draft.customer_id, at, draft.next_step)
    return desk.plans.add(new, desk.person.id, desk.message_id)


def _make_active(desk: Desk, customer: Customer, draft: VisitDraft) -> None:
    if draft.outcome is Outcome.DEAL and customer.status is CustomerStatus.PROSPECT:
        desk.customers.update(customer.id, {"status": CustomerStatus.ACTIVE})
