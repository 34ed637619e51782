"""How a form ends: saved or dropped; what was waiting for it goes on."""

from actions.forms.asking import proceed
from actions.forms.draft import Draft
from actions.forms.flow import Flow
from actions.forms.shelf import offer_back
from actions.turn import Turn
from actions.wording import Button


def save(turn: Turn, flow: Flow, draft: Draft) -> None:
    """Write the draft, say so, and go on with what was waiting for it."""
    done = flow.save(turn, draft)
    turn.draft = None
    undo = Button(turn.phrase("undo"), f'/undo{{"of": "{turn.desk.message_id}"}}')
    turn.say(done.response, undo, **done.values)
    if draft.parent:
        for name, value in done.gives.items():
            draft.parent.put(name, value)
        proceed(turn, turn.flows[draft.parent.flow], draft.parent)
        return
    if done.then:
        done.then(turn)
    offer_back(turn)


def stop(turn: Turn, flow: Flow, draft: Draft) -> None:
    """Drop the form; a form that was waiting for it goes on."""
    turn.draft = None
    turn.say("cancelled", task=turn.phrase(f"task_{flow.name}"))
    if draft.parent:
        proceed(turn, turn.flows[draft.parent.flow], draft.parent)
    else:
        offer_back(turn)
