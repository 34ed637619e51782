"""What the rules want settled before a visit's card is shown."""

from datetime import datetime

from actions.forms.draft import Draft, Option
from actions.forms.field import Found, Unclear
from actions.forms.flow import Question
from actions.forms.kinds.contact import match
from actions.forms.kinds.moment import show_moment
from actions.turn import Turn
from actions.visit.draft import visit_of
from dakehu import visit


def contact(turn: Turn, draft: Draft) -> Question | None:
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


def future(turn: Turn, draft: Draft) -> Question | None:
    """Ask about a time that is still to come."""
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


def similar(turn: Turn, draft: Draft) -> Question | None:
    """Ask about a visit at the same customer on the same day; about the same ones only once."""
    if not {"customer", "started_at"} <= draft.values.keys():
        return None
    start = datetime.fromisoformat(draft.values["started_at"]["start"])
    same = visit.similar_visits(turn.desk, draft.values["customer"]["id"], start)
    same = [one for one in same if one.number not in draft.settled]
    if not same:
        return None
    options = [
        Option(turn.phrase("visit_another_one"), [one.number for one in same]),
        Option(turn.phrase("visit_drop"), False),
    ]
    first = same[0]
    said = first.summary or first.purpose or ""
    values = {"number": first.number, "customer": first.customer_name, "summary": said[:30]}
    return Question("similar", options, values)
