"""What somebody is told before a visit they planned, and the buttons to act on it."""

import json
from typing import Any

from actions.forms.kinds.moment import show_moment
from actions.turn import Turn
from dakehu import plan
from dakehu.plan import Plan


def remind(turn: Turn, planned: Plan, at: dict[str, Any]) -> None:
    """Have the person reminded of a visit that was planned for a moment, as a form has it."""
    customer = {"id": planned.customer_id, "name": planned.customer_name}
    booking = {"plan": {"id": planned.id, "customer": planned.customer_name, "at": at}}
    visit: dict[str, Any] = {"customer": customer, "started_at": at}
    if planned.purpose:
        visit["purpose"] = planned.purpose
    buttons = [
        turn.press("plan_remind_log", _payload("log_visit", visit)),
        turn.press("plan_remind_move", _payload("change_booking", booking)),
        turn.press(
            "plan_remind_withdraw", _payload("cancel_booking", booking | {"withdrawn": True})
        ),
    ]
    purpose = turn.phrase("plan_remind_purpose", purpose=planned.purpose) if planned.purpose else ""
    said = {"time": show_moment(at, turn), "customer": planned.customer_name, "purpose": purpose}
    told = {"text": turn.phrase("plan_remind", **said), "buttons": [b.as_dict() for b in buttons]}
    plan.remind(turn.desk, planned, told, hour_known=at["grain"] == "minute")


def _payload(intent: str, values: dict[str, Any]) -> str:
    return f"/{intent}{json.dumps(values, ensure_ascii=False)}"
