"""Booking a visit: a customer, a time, a purpose (docs/flows/plan.md)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from actions import hours
from actions.forms.draft import Draft, Option
from actions.forms.field import Field, Reading
from actions.forms.flow import Done, Flow, Question
from actions.forms.kinds.customer import Customer
from actions.forms.kinds.moment import Moment, show_moment
from actions.forms.kinds.text import Text
from actions.forms.reading import readings_of
from actions.opener import keep_opener
from actions.question import keep_question
from actions.reminder import remind
from actions.turn import Turn
from dakehu import plan
from dakehu.access import Task
from dakehu.language.extraction import extract_plan
from dakehu.plan import PlanDraft
from dakehu.problems import Problem


class PlanFlow(Flow):
    """A visit that is to come."""

    name = "plan"
    task = Task.PLAN_VISIT
    intents = ("plan_visit",)
    absorbs = ("change_booking",)
    fields = (
        Field("customer", Customer(), required=True),
        Field("planned_at", Moment("planned_at", "future"), required=True),
        Field("purpose", Text(), required=True, open=True),
    )

    def read(self, text: str, turn: Turn, draft: Draft) -> Mapping[str, Reading]:
        """Read customer, time and purpose from a sentence."""
        told = extract_plan(text, turn.now, turn.names.find, turn.marked_in(text))
        return readings_of(told, text, turn)

    def problems(self, turn: Turn, draft: Draft) -> Sequence[Problem]:
        """Check what is there against the rules; a past time is a question of `review`."""
        if not {"customer", "planned_at"} <= draft.values.keys():
            return ()
        found = plan.check(_plan_of(draft), turn.now)
        return [p for p in found if p.code != "in_past"]

    def review(self, turn: Turn, draft: Draft) -> Question | None:
        """Ask about a time that is over, a day without an hour, and a clash."""
        value = draft.values.get("planned_at")
        if value is None:
            return None
        over = any(p.code == "in_past" for p in plan.check(_plan_of(draft), turn.now))
        running = value["grain"] != "minute" and datetime.fromisoformat(value["end"]) > turn.now
        if over and not running:
            options = _yes_no(turn, "as_visit", "other_time")
            return Question("in_past", options, {"time": show_moment(value, turn)})
        hour = hours.question(turn, value) if "customer" in draft.values else None
        return hour or _clash(turn, draft)

    def settle(self, turn: Turn, draft: Draft, key: str, choice: Any) -> Draft | None:
        """Book it all the same, at another time, or log it as a visit."""
        if key == "in_past" and choice:
            return Draft("visit", values=_as_visit(draft), parent=draft.parent)
        if key == hours.KEY:
            draft.put("planned_at", choice)
        elif key in ("in_past", "clash") and not choice:
            draft.drop("planned_at")
        if key in ("in_past", hours.KEY):
            draft.settled.remove(key)
        return super().settle(turn, draft, key, choice)

    def changed(self, draft: Draft, name: str) -> None:
        """A new time may clash anew."""
        if name == "planned_at":
            draft.settled = [key for key in draft.settled if key != "clash"]

    def remarks(self, turn: Turn, draft: Draft) -> str:
        """Mention days off and hours outside the working day."""
        start = datetime.fromisoformat(draft.values["planned_at"]["start"])
        return "".join(turn.phrase(f"plan_hint_{hint}") for hint in plan.hints(start))

    def save(self, turn: Turn, draft: Draft) -> Done:
        """Book the visit."""
        planned = plan.plan_visit(turn.desk, _plan_of(draft)).plan
        remind(turn, planned, draft.values["planned_at"])
        time = show_moment(draft.values["planned_at"], turn)
        values = {"customer": planned.customer_name, "time": time}
        return Done("plan_saved", values, then=_keep_prepared)


def _keep_prepared(turn: Turn) -> None:
    """Keep with the visit what the coach advised for it while none was planned."""
    keep_opener(turn)
    keep_question(turn)


def _plan_of(draft: Draft) -> PlanDraft:
    values = draft.values
    customer = values.get("customer")
    return PlanDraft(
        customer_id=customer["id"] if customer else 0,
        planned_at=datetime.fromisoformat(values["planned_at"]["start"]),
        purpose=values.get("purpose"),
    )


def _as_visit(draft: Draft) -> dict[str, Any]:
    kept = {k: v for k, v in draft.values.items() if k in ("customer", "purpose")}
    return {**kept, "started_at": draft.values["planned_at"]}


def _clash(turn: Turn, draft: Draft) -> Question | None:
    if "clash" in draft.settled:
        return None
    start = datetime.fromisoformat(draft.values["planned_at"]["start"])
    taken = plan.clashes(turn.desk, start)
    if not taken:
        return None
    at = taken[0].planned_at.astimezone(turn.now.tzinfo)
    values = {"customer": taken[0].customer_name, "time": f"{at:%H:%M}"}
    return Question("clash", _yes_no(turn, "all_the_same", "other_time"), values)


def _yes_no(turn: Turn, yes: str, no: str) -> list[Option]:
    return [Option(turn.phrase(f"plan_{yes}"), True), Option(turn.phrase(f"plan_{no}"), False)]
