"""One turn of a running form: which of the shared behaviours a message is for."""

from collections.abc import Callable

from actions.forms.adding import add
from actions.forms.answering import answer, answers_whole, choice_of
from actions.forms.asking import ask_what_to_change, proceed, refuse, repeat
from actions.forms.draft import CARD, Draft
from actions.forms.editing import edit, step_back
from actions.forms.ending import save, stop
from actions.forms.flow import Flow
from actions.forms.scene import Scene
from actions.forms.several import begin_several
from actions.forms.shelf import SWITCH, decide, go_on, switch
from actions.turn import Turn
from dakehu import access
from dakehu.handbook.codes import words

Behaviour = Callable[[Turn, Flow, Draft], bool]


def run(turn: Turn, flow: Flow) -> None:
    """Begin a form, or take a message into the one that is running."""
    draft = turn.draft
    if draft is None:
        begin(turn, flow, Draft(flow.name))
        return
    flow = turn.flows[draft.flow]
    behaviours = OF_A_SCENE if isinstance(flow, Scene) else BEHAVIOURS
    if not any(behaviour(turn, flow, draft) for behaviour in behaviours):
        turn.say("puzzled")
        repeat(turn, flow, draft)


def begin(turn: Turn, flow: Flow, draft: Draft) -> None:
    """Start a form with whatever the first sentence already says."""
    access.require(turn.desk, flow.task)
    if reason := flow.impossible(turn):
        turn.say(reason)
        return
    if refusal := begin_several(turn, flow, draft):
        refuse(turn, flow, draft, *refusal)
    else:
        proceed(turn, flow, draft)


def _stale(turn: Turn, flow: Flow, draft: Draft) -> bool:
    """A button of an earlier question or card changes nothing."""
    revision = turn.message.entities.get("revision")
    if revision is None or revision == draft.revision:
        return False
    turn.say("stale_button")
    repeat(turn, flow, draft)
    return True


def _stop(turn: Turn, flow: Flow, draft: Draft) -> bool:
    if turn.message.intent != "cancel":
        return False
    stop(turn, flow, draft)
    return True


def _back(turn: Turn, flow: Flow, draft: Draft) -> bool:
    said = turn.message.text.strip().casefold()
    pressed = "of" in turn.message.entities  # the button below something saved earlier
    if pressed or (turn.message.intent != "undo" and said not in words("talk")["back"]):
        return False
    step_back(turn, flow, draft)
    return True


def _decide_card(turn: Turn, flow: Flow, draft: Draft) -> bool:
    if draft.asked != CARD:
        return False
    if turn.message.intent == "affirm":
        save(turn, flow, draft)
        return True
    return False


def _reject_card(turn: Turn, flow: Flow, draft: Draft) -> bool:
    if draft.asked != CARD or turn.message.intent not in ("deny", "edit_field"):
        return False
    if turn.message.intent == "deny" or not answer(turn, flow, draft):
        ask_what_to_change(turn, flow, draft)
    return True


def _press(turn: Turn, flow: Flow, draft: Draft) -> bool:
    """A button of something else, or what was sent, is no answer; the form stays where it was."""
    topic = turn.topics.get(turn.message.intent)
    if topic is None or not turn.message.entities:
        return False
    topic(turn)
    repeat(turn, flow, draft)
    return True


def _decide_switch(turn: Turn, flow: Flow, draft: Draft) -> bool:
    """Take the answer to whether this task is finished first or put aside."""
    choice = choice_of(turn, draft) if draft.asked == SWITCH else None
    if choice is None:
        return False
    decide(turn, flow, draft, choice.value)
    return True


def _choose(turn: Turn, flow: Flow, draft: Draft) -> bool:
    """Take one of the options that were offered."""
    choice = choice_of(turn, draft)
    if choice is None:
        return False
    if draft.asked.startswith("?"):
        _settle(turn, flow, draft, choice.value)
    else:
        draft.put(draft.asked, choice.value)
        flow.changed(draft, draft.asked)
        proceed(turn, flow, draft)
    return True


def _settle(turn: Turn, flow: Flow, draft: Draft, choice: object) -> None:
    key = draft.asked[1:]
    draft.settled.append(key)
    following = flow.settle(turn, draft, key, choice)
    if following is None:
        stop(turn, flow, draft)
    else:
        proceed(turn, turn.flows[following.flow], following)


def _digress(turn: Turn, flow: Flow, draft: Draft) -> bool:
    """Answer something else in between, then ask again; the form stays where it was."""
    topic = turn.topics.get(turn.message.intent)
    if topic is None or answers_whole(turn, flow, draft):
        return False
    topic(turn)
    repeat(turn, flow, draft)
    return True


def _decline(turn: Turn, flow: Flow, draft: Draft) -> bool:
    """Say that something is no business of ours; where words are asked for, it is an answer."""
    field = flow.field(draft.asked)
    if turn.message.intent != "out_of_scope" or (field and field.open):
        return False
    if answers_whole(turn, flow, draft):
        return False
    turn.say("declined")
    repeat(turn, flow, draft)
    return True


def _play(turn: Turn, flow: Flow, draft: Draft) -> bool:
    """Take the next step of a scene."""
    assert isinstance(flow, Scene)
    return flow.take(turn, draft)


BEHAVIOURS: tuple[Behaviour, ...] = (
    _stale,
    _stop,
    _back,
    _decide_card,
    _press,
    add,
    edit,
    _decide_switch,
    _choose,
    go_on,
    _digress,
    _decline,
    switch,
    _reject_card,
    answer,
)

OF_A_SCENE: tuple[Behaviour, ...] = (
    _stale,
    _press,
    _decide_switch,
    _play,
    go_on,
    _digress,
    _decline,
    switch,
)
