"""Planning visits: booking, moving and cancelling one's own, and missing them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dakehu import access
from dakehu.access import Denied, Reason, Task
from dakehu.codes import PlanState
from dakehu.desk import Desk, local_day
from dakehu.plan.records import Plan, PlanDraft, Plans
from dakehu.problems import Missing, Problem, refuse, text_problems

FARTHEST_DAYS = 730
PURPOSE_LIMIT = 500
CLASH = timedelta(minutes=60)


@dataclass(frozen=True)
class Planned:
    """A plan that was made; `replayed` when the message had made it already."""

    plan: Plan
    replayed: bool = False


def check(draft: PlanDraft, now: datetime) -> list[Problem]:
    """List what keeps a visit from being planned.

    `in_past` means that it should be offered as a log, `too_far` that it is over two years off.
    """
    problems = text_problems("purpose", draft.purpose, PURPOSE_LIMIT)
    return [*_when(draft.planned_at, now), *problems]


def clashes(desk: Desk, planned_at: datetime, except_id: int | None = None) -> list[Plan]:
    """List one's own planned visits within an hour either way; another plan may be left out."""
    near = desk.plans.open(desk.person.id, planned_at - CLASH, planned_at + CLASH)
    return [plan for plan in near if plan.id != except_id and plan.planned_at != planned_at - CLASH]


def open_plans(
    desk: Desk,
    customer_id: int | None = None,
    start: datetime | None = None,
    end: datetime | None = None,
) -> list[Plan]:
    """List one's own plans that still stand, by time."""
    return desk.plans.open(desk.person.id, start, end, customer_id)


def plan_visit(desk: Desk, draft: PlanDraft) -> Planned:
    """Plan a visit; the same message gives the first plan again.

    Raises:
        Denied: The role may not plan visits, or the customer is not within reach.
        Missing: No such customer.
        Invalid: `check` finds a problem.
    """
    access.require_customer(desk, Task.PLAN_VISIT, draft.customer_id)
    if first := _planned_before(desk):
        return first
    refuse(check(draft, desk.now))
    plan = desk.plans.add(draft, desk.person.id, desk.message_id)
    # None: the same message won the race on another connection.
    if plan is None and (first := _planned_before(desk)):
        return first
    if plan is None:
        raise Missing("visit_plan", 0)
    return Planned(plan)


def move_plan(desk: Desk, plan_id: int, planned_at: datetime) -> Plan:
    """Move one's own open plan to another time.

    Raises:
        Denied: It is somebody else's.
        Missing: No such plan, or it no longer stands.
        Invalid: The time is past or too far off.
    """
    plan = _own_open(desk, plan_id)
    refuse(_when(planned_at, desk.now))
    desk.plans.update(plan_id, {"planned_at": planned_at})
    return replace(plan, planned_at=planned_at)


def cancel_plan(desk: Desk, plan_id: int) -> Plan:
    """Cancel one's own open plan; one that is cancelled already stays so.

    Raises:
        Denied: It is somebody else's.
        Missing: No such plan, or it no longer stands.
    """
    plan = _own_open(desk, plan_id, also=(PlanState.CANCELLED,))
    if plan.state is not PlanState.CANCELLED:
        desk.plans.update(plan_id, {"state": PlanState.CANCELLED})
    return replace(plan, state=PlanState.CANCELLED)


def mark_missed(plans: Plans, now: datetime) -> int:
    """Mark every open plan whose local day is over as missed; returns how many.

    A visit that is logged for that day later makes it done all the same.
    """
    return plans.mark_missed(local_day(now)[0])


def _when(planned_at: datetime, now: datetime) -> list[Problem]:
    if planned_at < now:
        return [Problem("in_past", "planned_at")]
    if planned_at > now + timedelta(days=FARTHEST_DAYS):
        return [Problem("too_far", "planned_at", FARTHEST_DAYS)]
    return []


def _planned_before(desk: Desk) -> Planned | None:
    plan = desk.plans.by_message(desk.message_id) if desk.message_id else None
    return Planned(plan, replayed=True) if plan else None


def _own_open(desk: Desk, plan_id: int, also: Sequence[PlanState] = ()) -> Plan:
    access.require(desk, Task.PLAN_VISIT)
    plan = desk.plans.get(plan_id)
    if plan is None:
        raise Missing("visit_plan", plan_id)
    if plan.staff_id != desk.person.id:
        raise Denied(Reason.NOT_YOURS, "visit_plan", plan_id)
    if plan.state not in (PlanState.PLANNED, *also):
        raise Missing("visit_plan", plan_id)
    return plan
