"""One of the person's own planned visits."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from actions.forms.draft import Draft, Option
from actions.forms.field import Found, Reading, Unclear
from actions.forms.kinds.moment import is_dateless, show_moment
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
        options = [_option(p, turn) for p in fits]
        return Found(options[0].value) if len(options) == 1 else Unclear(text, options)

    def show(self, value: Any, turn: Turn) -> str:
        """Show customer and time."""
        return f"{value['customer']} {show_moment(value['at'], turn)}"

    def options(self, turn: Turn, draft: Draft) -> list[Option]:
        """Offer what is planned next."""
        return [_option(p, turn) for p in plan.open_plans(turn.desk, start=turn.now)]


def _fitting(text: str, turn: Turn) -> list[Plan]:
    """Narrow one's planned visits by the customers and the first time that are named."""
    customers = {m.id for m in turn.names.find(text)}
    standing = plan.open_plans(turn.desk, start=turn.now - timedelta(days=1))
    theirs = [p for p in standing if p.customer_id in customers]
    time = next((t for t in find_times(text, turn.now, "future") if t.start), None)
    if time is None or time.start is None:
        return theirs
    part = datetime.time if is_dateless(time, turn.now) else datetime.date
    among = theirs if customers else standing
    return [p for p in among if part(_local(p, turn)) == part(time.start)] or theirs


def _local(planned: Plan, turn: Turn) -> datetime:
    return planned.planned_at.astimezone(turn.now.tzinfo)


def _value(planned: Plan, turn: Turn) -> dict[str, Any]:
    at = _local(planned, turn)
    grain = "minute" if at.hour or at.minute else "day"  # midnight: its hour was never told
    return {
        "id": planned.id,
        "customer": planned.customer_name,
        "at": {"start": at.isoformat(), "end": at.isoformat(), "grain": grain},
    }


def _option(planned: Plan, turn: Turn) -> Option:
    value = _value(planned, turn)
    return Option(f"{planned.customer_name} {show_moment(value['at'], turn)}", value)
