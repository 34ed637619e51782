"""Logging a visit (docs/flows/visit.md): the department's main record."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from actions.forms.draft import Draft
from actions.forms.field import Field, Found, Reading
from actions.forms.flow import Done, Flow, Question
from actions.forms.kinds.code import Code, Codes
from actions.forms.kinds.contact import Contact, match
from actions.forms.kinds.customer import Customer
from actions.forms.kinds.moment import Moment, show_moment
from actions.forms.kinds.openers import Openers
from actions.forms.kinds.place import Place
from actions.forms.kinds.text import Text
from actions.forms.reading import readings_of
from actions.opener import ask_about_opener
from actions.reminder import remind
from actions.turn import Turn
from actions.visit import review
from actions.visit.draft import visit_of
from dakehu import visit
from dakehu.access import Task
from dakehu.language.extraction import extract_visit, split_reports
from dakehu.problems import Problem
from dakehu.visit import Logged


class VisitFlow(Flow):
    """A visit that took place, by whatever means."""

    name = "visit"
    task = Task.LOG_VISIT
    intents = ("log_visit",)
    absorbs = ("plan_visit", "show_agenda")
    shared = ("started_at",)
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
        Field("place", Place()),
    )

    def unfilled(self, draft: Draft) -> Sequence[Field]:
        """Do not ask for the place: it is sent by those who want it kept."""
        return [field for field in super().unfilled(draft) if field.name != "place"]

    def parts(self, turn: Turn) -> Sequence[str]:
        """Log a visit for each customer that a report tells of."""
        return split_reports(turn.message.text, turn.now, turn.names.find)

    def read(self, text: str, turn: Turn, draft: Draft) -> Mapping[str, Reading]:
        """Read as much of a visit as a sentence tells."""
        told = extract_visit(text, turn.now, turn.names.find, turn.marked_in(text))
        readings = readings_of(told, text, turn)
        readings.pop("next_step_due", None)
        if "contact" not in readings and (known := _whose(readings, draft)):
            found = match(text, turn, Draft(self.name, values={"customer": known}))
            readings["contact"] = found if isinstance(found, Found) else None
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
        return (
            review.future(turn, draft) or review.contact(turn, draft) or review.similar(turn, draft)
        )

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
        if key == "similar":
            draft.settled += choice
        return super().settle(turn, draft, key, choice)

    def changed(self, draft: Draft, name: str) -> None:
        """Another customer has other people."""
        if name == "customer" and "contact" in draft.values:
            draft.values["contact"]["id"] = None
        if name in ("customer", "contact"):
            draft.settled = [key for key in draft.settled if key != "unknown_contact"]

    def save(self, turn: Turn, draft: Draft) -> Done:
        """Write the visit, and plan the next one."""
        logged = visit.log_visit(turn.desk, visit_of(draft))
        values = {
            "number": logged.visit.number,
            "customer": logged.visit.customer_name,
            "next": _next_planned(turn, draft, logged),
        }
        then = partial(ask_about_opener, visit=logged.visit)
        return Done("visit_saved", values, then=then)


def _whose(readings: Mapping[str, Reading], draft: Draft) -> Any:
    """Return the customer that is being told of, if it is known by now."""
    told = readings.get("customer")
    return told.value if isinstance(told, Found) else draft.values.get("customer")


def _next_planned(turn: Turn, draft: Draft, logged: Logged) -> str:
    """Say when the next visit is planned for, if it is; a new plan will be reminded of."""
    following, planned = draft.values.get("next_visit_at"), logged.next_plan
    if not following or not planned:
        return ""
    if planned.planned_at == datetime.fromisoformat(following["start"]):
        remind(turn, planned, following)
    return turn.phrase("visit_next_planned", time=show_moment(following, turn))


def _as_plan(draft: Draft) -> dict[str, Any]:
    kept = {k: v for k, v in draft.values.items() if k in ("customer", "purpose")}
    return {**kept, "planned_at": draft.values["started_at"]}
