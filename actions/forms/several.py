"""A message that tells of several things for one form: each becomes a draft, done in turn."""

from dataclasses import replace

from actions.forms.answering import Refusal, absorb
from actions.forms.draft import Draft
from actions.forms.flow import Flow
from actions.turn import Turn


def begin_several(turn: Turn, flow: Flow, draft: Draft) -> Refusal | None:
    """Take a message into a draft; what else it tells waits on the shelf, the next on top.

    What the parts share (the day) is told once and goes for the parts after it.
    """
    whole = turn.message
    waiting: list[Draft] = []
    refusal = None
    for number, part in enumerate(flow.parts(turn)):
        turn.message = replace(whole, text=part)
        if number == 0:
            refusal = absorb(turn, flow, draft)
            continue
        shared = {name: draft.values[name] for name in flow.shared if name in draft.values}
        waiting.append(Draft(flow.name, values=shared))
        absorb(turn, flow, waiting[-1])
    turn.message = whole
    if waiting:
        turn.shelf += reversed(waiting)
        turn.say("several", count=len(waiting) + 1)
    return refusal
