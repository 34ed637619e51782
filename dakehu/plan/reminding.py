"""Reminding somebody of a visit they planned, while it stands as planned."""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any

from dakehu.codes import PlanState
from dakehu.desk import Desk
from dakehu.notify import Row
from dakehu.plan.records import Plan

AHEAD = timedelta(hours=1)
MORNING = time(8, 30)
"""When one is reminded of a visit whose hour is not known."""


def remind(desk: Desk, plan: Plan, told: Mapping[str, Any], *, hour_known: bool) -> bool:
    """Have the person told of a planned visit before it, once for each time it is planned for.

    Nothing is said if it is moved, cancelled or made before that; nothing is kept if it is so
    near that the time to remind is over.

    Args:
        desk: The desk at which it was planned.
        plan: The plan.
        told: What to say, as `dakehu.notify` takes it.
        hour_known: Whether the plan's time is an hour, and not only a day.

    Returns:
        Whether it will be said.
    """
    due = reminder_due(desk, plan.planned_at, hour_known=hour_known)
    if due <= desk.now:
        return False
    as_planned = {"state": PlanState.PLANNED, "planned_at": plan.planned_at, "deleted_at": None}
    key = f"visit_plan:{plan.id}:{plan.planned_at.astimezone(UTC):%Y-%m-%dT%H:%M}"
    row = Row("visit_plan", plan.id, as_planned)
    return desk.outbox.put(plan.staff_id, dict(told), due, key, only_while=row)


def reminder_due(desk: Desk, planned_at: datetime, *, hour_known: bool) -> datetime:
    """Return an hour before the visit, or half past eight that morning."""
    if hour_known:
        return planned_at - AHEAD
    return datetime.combine(desk.day(planned_at)[0], MORNING, desk.now.tzinfo)
