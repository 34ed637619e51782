"""One of the person's own planned visits."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from actions.forms.draft import Draft, Option
from actions.forms.field import Found, Reading, Unclear
from actions.forms.kinds.moment import show_moment
from actions.turn import Turn
from dakehu import plan
from dakehu.language.times import find_times
from dakehu.plan import Plan


@dataclass(frozen=True)
class Booking:
    """A visit that still stands, as JSON `{"id", "customer", "at"}`, found by customer or time."""

    def read(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Find the planned visit that the words name; several are asked about."""
        fits = _fitting(text, turn)
        if not fits:
            return None
        options = [Option(_label(p, turn), _value(p)) for p in fits]
        return Found(options[0].value) if len(options) == 1 else Unclear(text, options)

    def show(self, value: Any, turn: Turn) -> str:
        """Show customer and time."""
        return f"{value['customer']} {show_moment(value['at'], turn)}"

    def options(self, turn: Turn, draft: Draft) -> list[Option]:
        """Offer what is planned next."""
        return [
            Option(_label(p, turn), _value(p)) for p in plan.open_plans(turn.desk, start=turn.now)
        ]


def _fitting(text: str, turn: Turn) -> list[Plan]:
    """Narrow one's planned visits by the customers and the first day that are named."""
    customers = {m.id for m in turn.names.find(text)}
    standing = plan.open_plans(turn.desk, start=turn.now - timedelta(days=1))
    if customers:
        standing = [p for p in standing if p.customer_id in customers]
    for time in find_times(text, turn.now, "future"):
        if time.start and time.end:
            on_day = [p for p in standing if time.start.date() == _local(p, turn).date()]
            standing = on_day or (standing if customers else [])
            break
    named = customers or standing != plan.open_plans(turn.desk, start=turn.now - timedelta(days=1))
    return standing if named else []


def _local(planned: Plan, turn: Turn) -> Any:
    return planned.planned_at.astimezone(turn.now.tzinfo)


def _value(planned: Plan) -> dict[str, Any]:
    at = planned.planned_at.isoformat()
    return {
        "id": planned.id,
        "customer": planned.customer_name,
        "at": {"start": at, "end": at, "grain": "minute"},
    }


def _label(planned: Plan, turn: Turn) -> str:
    return f"{planned.customer_name} {_local(planned, turn):%m-%d %H:%M}"
