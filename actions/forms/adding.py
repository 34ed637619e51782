"""A message that adds to words told before: "内容里加一句…", "add to the summary that…"."""

from actions.forms.asking import proceed
from actions.forms.draft import Draft
from actions.forms.editing import acknowledge
from actions.forms.flow import Flow
from actions.turn import Turn
from dakehu.handbook.codes import words
from dakehu.language.extraction import parse_addition

MAIN = "summary"
"""What a sentence is added to when it is not said where."""


def add(turn: Turn, flow: Flow, draft: Draft) -> bool:
    """Put more words behind those that a field has; False when the message adds nothing."""
    addition = parse_addition(turn.message.text, words(f"{flow.name}_field"))
    field = flow.field(addition.field or MAIN) if addition else None
    if addition is None or field is None or not field.open or field.name not in draft.values:
        return False
    before = dict(draft.values)
    parts = [str(draft.values[field.name]).rstrip("。.;； "), addition.text]
    draft.put(field.name, turn.phrase("semicolon").join(parts))
    acknowledge(turn, flow, draft, before)
    proceed(turn, flow, draft)
    return True
