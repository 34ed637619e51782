"""Keeping the coach's advice for the next planned visit, or for one that is planned for it."""

from collections.abc import Callable
from typing import Any

from actions.forms.kinds.moment import show_day
from actions.offer import Offer
from actions.turn import Turn
from actions.wording import make_payload
from dakehu.plan import Plan

Keep = Callable[[Turn, dict[str, Any]], Plan | None]
"""Keeps what a button told with the next visit; returns its plan, None where there is none."""


def keep_for_visit(turn: Turn, kind: str, keep: Keep) -> None:
    """Keep what the button tells with the next visit; where none is planned, offer to plan one.

    Args:
        turn: The turn of the button.
        kind: What is kept, `question` or `opener`: its responses, and where it waits.
        keep: Keeps it.
    """
    told = turn.message.entities
    plan = keep(turn, told)
    if plan is not None:
        day = show_day(plan.planned_at, turn)
        turn.say(f"{kind}_prepared", customer=plan.customer_name, day=day, words=told["words"])
        return
    _offer_to_plan(turn, kind, told)


def keep_what_waited(turn: Turn, kind: str, keep: Keep) -> None:
    """Keep that for which a visit has just been planned, if there is something."""
    told = turn.advice.get(kind, {}).pop("waiting", None)
    if told and keep(turn, told):
        turn.add(f"{kind}_kept", words=told["words"])


def _offer_to_plan(turn: Turn, kind: str, told: dict[str, Any]) -> None:
    """Offer to plan a visit, to the customer if the advice was for one; the advice waits for it."""
    of = told.get("customer")
    name = turn.names.display[of] if of else ""
    whom = {"customer": {"id": of, "name": name}} if name else {}
    booking = make_payload("plan_visit", **whom)
    turn.advice.setdefault(kind, {})["waiting"] = told
    turn.offer = Offer(yes=booking)
    response = f"{kind}_no_plan" if name else f"{kind}_no_plan_at_all"
    turn.say(response, turn.press(f"{kind}_plan_visit", booking), customer=name)
