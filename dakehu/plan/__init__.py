"""Planning visits: what a plan is, how it is made, moved, cancelled and missed."""

from dakehu.plan.booking import (
    Planned,
    cancel_plan,
    check,
    clashes,
    mark_missed,
    move_plan,
    open_plans,
    plan_visit,
)
from dakehu.plan.hints import Hint, hints
from dakehu.plan.records import Plan, PlanDraft, Plans
from dakehu.plan.reminding import remind

__all__ = [
    "Hint",
    "Plan",
    "PlanDraft",
    "Planned",
    "Plans",
    "cancel_plan",
    "check",
    "clashes",
    "hints",
    "mark_missed",
    "move_plan",
    "open_plans",
    "plan_visit",
    "remind",
]
