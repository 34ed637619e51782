"""A message that tells of several things for one form: each becomes a draft, done in turn."""

from dataclasses import replace

from actions.forms.answering import Refusal, absorb
from actions.forms.draft import Draft
from actions.forms.flow import Flow
from actions.turn import Turn


def absorb_all(turn: Turn, flow: Flow, draft: Draft) -> tuple[list[Draft], Refusal | None]:
    """Take a message into a draft and, for what else it tells, more of them.

    What the parts share (the day) is told once and goes for the parts after it.

    Returns:
        The drafts in the order told, and what cannot be taken into the first.
    """
    whole = turn.message
    drafts = [draft]
    refusal = None
    for number, part in enumerate(flow.parts(turn)):
        turn.message = replace(whole, text=part)
        if number == 0:
            refusal = absorb(turn, flow, draft)
            continue
        shared = {name: draft.values[name] for name in flow.shared if name in draft.values}
        drafts.append(Draft(flow.name, values=shared))
        absorb(turn, flow, drafts[-1])
    turn.message = whole
    return drafts, refusal


def begin_several(turn: Turn, flow: Flow, draft: Draft) -> Refusal | None:
    """Begin with the first thing that a message tells; the others wait, the next on top."""
    (_, *waiting), refusal = absorb_all(turn, flow, draft)
    if waiting:
        turn.shelf += reversed(waiting)
        turn.say("several", count=len(waiting) + 1)
    return refusal
