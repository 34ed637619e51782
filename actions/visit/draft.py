"""From the form's draft of a visit to the rules' one."""

from datetime import datetime
from typing import Any

from actions.forms.draft import Draft
from dakehu.codes import Opener, Outcome, Question, VisitMethod
from dakehu.visit import UsedOpener, VisitDraft


def visit_of(draft: Draft) -> VisitDraft:
    """Return what the rules check and write; what is not told yet stands in as empty."""
    values = draft.values
    contact = values.get("contact") or {}
    place = values.get("place") or {}
    return VisitDraft(
        customer_id=(values.get("customer") or {"id": 0})["id"],
        method=VisitMethod(values.get("method", VisitMethod.ON_SITE)),
        started_at=_moment(values["started_at"]),
        summary=_summary(values.get("summary", ""), contact),
        purpose=values.get("purpose"),
        outcome=Outcome(values["outcome"]) if "outcome" in values else None,
        contact_id=contact.get("id"),
        contact_name=contact.get("name"),
        contact_new=contact.get("new", False),
        next_step=values.get("next_step"),
        next_visit_at=_moment(values["next_visit_at"]) if "next_visit_at" in values else None,
        satisfaction=int(values["satisfaction"]) if "satisfaction" in values else None,
        questions=tuple(Question(q) for q in values.get("questions", ())),
        openers=tuple(
            UsedOpener(Opener(o["opener"]), o["engaged"]) for o in values.get("openers", ())
        ),
        place=place.get("name"),
        latitude=place.get("latitude"),
        longitude=place.get("longitude"),
    )


def _summary(summary: str, contact: dict[str, Any]) -> str:
    """Keep the name of somebody who is not to be put on file with what was said."""
    noted = contact and not contact.get("id") and not contact.get("new")
    return f"{summary}（{contact['name']}）" if noted and summary else summary


def _moment(value: dict[str, Any]) -> datetime:
    """Return the moment that is stored: the start, of whatever grain was told."""
    return datetime.fromisoformat(value["start"])
