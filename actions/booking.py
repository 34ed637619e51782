"""Moving or withdrawing a planned visit (docs/flows/booking.md)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from actions import hours
from actions.forms.draft import Draft, Option
from actions.forms.field import Field, Found, Reading
from actions.forms.flow import Done, Flow, Question
from actions.forms.kinds.booking import Booking
from actions.forms.kinds.flag import Flag
from actions.forms.kinds.moment import DAY, Moment, show_moment
from actions.reminder import remind
from actions.turn import Turn
from dakehu import plan
from dakehu.access import Task
from dakehu.handbook.codes import find
from dakehu.plan import PlanDraft
from dakehu.problems import Problem


class BookingFlow(Flow):
    """A visit that still stands is moved to another time, or withdrawn."""

    name = "booking"
    task = Task.PLAN_VISIT
    intents = ("change_booking", "cancel_booking")
    fields = (
        Field("plan", Booking(), required=True),
        Field("withdrawn", Flag("talk", "withdraw")),
        Field("planned_at", Moment("planned_at", "future"), required=True),
    )

    def impossible(self, turn: Turn) -> str | None:
        """Say so when nothing is booked."""
        return None if plan.open_plans(turn.desk, start=turn.now - DAY) else "booking_none"

    def read(self, text: str, turn: Turn, draft: Draft) -> Mapping[str, Reading]:
        """Read which booking is meant, and what becomes of it.

        "把明天的拜访改到周四": what stands before 改 finds the booking, what follows is new.
        """
        which, _, new = _split(text)
        readings: dict[str, Reading] = {"plan": self.fields[0].kind.read(which, turn, draft)}
        if turn.message.intent == "cancel_booking" or find("talk", text) == ["withdraw"]:
            readings["withdrawn"] = Found(True)
        elif new:
            known = _at(draft, readings["plan"])
            moment = Draft(self.name, values={"planned_at": known} if known else {})
            readings["planned_at"] = self.fields[2].kind.read(new, turn, moment)
        return {name: reading for name, reading in readings.items() if reading is not None}

    def problems(self, turn: Turn, draft: Draft) -> Sequence[Problem]:
        """Refuse a new time that is over or too far off."""
        value = draft.values.get("planned_at")
        if value is None or "withdrawn" in draft.values:
            return ()
        return plan.check(PlanDraft(0, datetime.fromisoformat(value["start"])), turn.now)

    def review(self, turn: Turn, draft: Draft) -> Question | None:
        """Ask for the hour where only a day is known, and about a clash."""
        if "withdrawn" in draft.values or "planned_at" not in draft.values:
            return None
        if "plan" not in draft.values:
            return None
        if hour := hours.question(turn, draft.values["planned_at"]):
            return hour
        if "clash" in draft.settled:
            return None
        start = datetime.fromisoformat(draft.values["planned_at"]["start"])
        taken = plan.clashes(turn.desk, start, except_id=draft.values["plan"]["id"])
        if not taken:
            return None
        at = f"{taken[0].planned_at.astimezone(turn.now.tzinfo):%H:%M}"
        options = [
            Option(turn.phrase("plan_all_the_same"), True),
            Option(turn.phrase("plan_other_time"), False),
        ]
        return Question("clash", options, {"customer": taken[0].customer_name, "time": at})

    def settle(self, turn: Turn, draft: Draft, key: str, choice: Any) -> Draft | None:
        """Move it all the same, at the hour that was chosen, or to another time."""
        if key == hours.KEY:
            draft.put("planned_at", choice)
            draft.settled.remove(key)
        if key == "clash" and not choice:
            draft.drop("planned_at")
            draft.settled.remove("clash")
        return super().settle(turn, draft, key, choice)

    def needs(self, draft: Draft) -> Sequence[Field]:
        """Ask for no new time when the booking is withdrawn."""
        needed = super().needs(draft)
        return [f for f in needed if f.name != "planned_at" or "withdrawn" not in draft.values]

    def unfilled(self, draft: Draft) -> Sequence[Field]:
        """Name nothing: only what changes is told."""
        return ()

    def save(self, turn: Turn, draft: Draft) -> Done:
        """Move or withdraw the planned visit."""
        chosen = draft.values["plan"]
        if "withdrawn" in draft.values:
            plan.cancel_plan(turn.desk, chosen["id"])
            time = show_moment(chosen["at"], turn)
            return Done("booking_withdrawn", {"customer": chosen["customer"], "time": time})
        value = draft.values["planned_at"]
        start = datetime.fromisoformat(value["start"])
        remind(turn, plan.move_plan(turn.desk, chosen["id"], start), value)
        values = {"customer": chosen["customer"], "time": show_moment(value, turn)}
        return Done("booking_moved", values)


SPLITS = ("改到", "改成", "改为", "挪到", "推到", "推迟到", "提前到", "延到", "换到", " to ")
"""What stands between the booking and its new time."""


def _split(text: str) -> tuple[str, str, str]:
    for word in SPLITS:
        if word in text:
            return text.partition(word)
    return text, "", ""


def _at(draft: Draft, reading: Reading) -> dict[str, Any] | None:
    """Return the time of the booking that is meant, so that a new hour keeps its day."""
    if isinstance(reading, Found):
        return dict(reading.value["at"])
    chosen = draft.values.get("plan")
    return dict(chosen["at"]) if chosen else None
