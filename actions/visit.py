"""Logging a visit (docs/flows/visit.md): the department's main record."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from actions.forms.draft import Draft, Option
from actions.forms.field import Field, Found, Reading, Unclear
from actions.forms.flow import Done, Flow, Question
from actions.forms.kinds.code import Code, Codes
from actions.forms.kinds.contact import Contact, match
from actions.forms.kinds.customer import Customer
from actions.forms.kinds.moment import Moment, show_moment
from actions.forms.kinds.openers import Openers
from actions.forms.kinds.text import Text
from actions.forms.reading import readings_of
from actions.turn import Turn
from actions.visit_draft import visit_of
from dakehu import visit
from dakehu.access import Task
from dakehu.language.extraction import extract_visit
from dakehu.problems import Problem


class VisitFlow(Flow):
    """A visit that took place, by whatever means."""

    name = "visit"
    task = Task.LOG_VISIT
    intents = ("log_visit",)
    absorbs = ("plan_visit", "show_agenda")
    fields = (
        Field("customer", Customer(), required=True),
        Field("contact", Contact()),
        Field("started_at", Moment("started_at", "past"), required=True),
        Field("method", Code("visit_method"), required=True),
        Field("purpose", Text(), open=True),
        Field("summary", Text(), required=True, open=True),
        Field("outcome", Code("outcome"), required=True),
        Field("satisfaction", Code("satisfaction")),
        Field("next_step", Text(), open=True),
        Field("next_visit_at", Moment("next_visit_at", "future")),
        Field("questions", Codes("question")),
        Field("openers", Openers()),
    )

    def read(self, text: str, turn: Turn, draft: Draft) -> Mapping[str, Reading]:
        """Read as much of a visit as a sentence tells."""
        readings = readings_of(extract_visit(text, turn.now, turn.names.find), text, turn)
        readings.pop("next_step_due", None)
        return readings

    def problems(self, turn: Turn, draft: Draft) -> Sequence[Problem]:
        """Check what is there against the rules; the future is a question of `review`."""
        if "started_at" not in draft.values:
            return ()
        found = visit.check(visit_of(draft), turn.now)
        known = [p for p in found if p.field in draft.values]
        return [p for p in known if p.code != "in_future"]

    def review(self, turn: Turn, draft: Draft) -> Question | None:
        """Ask about a time to come, a person not on file, and a visit logged already."""
        return _future(turn, draft) or self._contact(turn, draft) or _similar(turn, draft)

    def settle(self, turn: Turn, draft: Draft, key: str, choice: Any) -> Draft | None:
        """Take the answer to a question of `review`."""
        if key == "in_future" and choice:
            return Draft("plan", values=_as_plan(draft), parent=draft.parent)
        if key == "in_future":
            draft.drop("started_at")
            draft.settled.remove(key)
        if key == "unknown_contact":
            draft.values["contact"]["new"] = bool(choice)
        if key == "which_contact":
            draft.put("contact", choice)
        if key == "similar" and not choice:
            return None
        return super().settle(turn, draft, key, choice)

    def changed(self, draft: Draft, name: str) -> None:
        """Another customer has other people; another day or customer may be logged already."""
        if name in ("customer", "started_at"):
            draft.settled = [key for key in draft.settled if key != "similar"]
        if name == "customer" and "contact" in draft.values:
            draft.values["contact"]["id"] = None
        if name in ("customer", "contact"):
            draft.settled = [key for key in draft.settled if key != "unknown_contact"]

    def save(self, turn: Turn, draft: Draft) -> Done:
        """Write the visit, and plan the next one."""
        logged = visit.log_visit(turn.desk, visit_of(draft))
        following = draft.values.get("next_visit_at")
        said = show_moment(following, turn) if following and logged.next_plan else ""
        following_said = turn.phrase("visit_next_planned", time=said) if said else ""
        values = {
            "number": logged.visit.number,
            "customer": logged.visit.customer_name,
            "next": following_said,
        }
        return Done("visit_saved", values)

    def _contact(self, turn: Turn, draft: Draft) -> Question | None:
        """Put a name to a person on file; ask about one who is not."""
        told = draft.values.get("contact")
        if not told or told["id"] or "customer" not in draft.values:
            return None
        reading = match(told["name"], turn, draft)
        if isinstance(reading, Found):
            draft.values["contact"] = reading.value
            return None
        if "unknown_contact" in draft.settled:
            return None
        if isinstance(reading, Unclear):
            return Question("which_contact", reading.options, {"text": told["name"]})
        options = [
            Option(turn.phrase("visit_contact_add"), True),
            Option(turn.phrase("visit_contact_only_here"), False),
        ]
        customer = draft.values["customer"]["name"]
        return Question("unknown_contact", options, {"name": told["name"], "customer": customer})


def _future(turn: Turn, draft: Draft) -> Question | None:
    if "started_at" not in draft.values:
        return None
    if all(p.code != "in_future" for p in visit.check(visit_of(draft), turn.now)):
        return None
    options = [
        Option(turn.phrase("visit_as_plan"), True),
        Option(turn.phrase("visit_other_time"), False),
    ]
    time = show_moment(draft.values["started_at"], turn)
    return Question("in_future", options, {"time": time})


def _similar(turn: Turn, draft: Draft) -> Question | None:
    if not {"customer", "started_at"} <= draft.values.keys() or "similar" in draft.settled:
        return None
    start = datetime.fromisoformat(draft.values["started_at"]["start"])
    same = visit.similar_visits(turn.desk, draft.values["customer"]["id"], start)
    if not same:
        return None
    options = [
        Option(turn.phrase("visit_another_one"), True),
        Option(turn.phrase("visit_drop"), False),
    ]
    first = same[0]
    said = first.summary or first.purpose or ""
    values = {"number": first.number, "customer": first.customer_name, "summary": said[:30]}
    return Question("similar", options, values)


def _as_plan(draft: Draft) -> dict[str, Any]:
    kept = {k: v for k, v in draft.values.items() if k in ("customer", "purpose")}
    return {**kept, "planned_at": draft.values["started_at"]}
