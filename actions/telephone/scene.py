"""The telephone guide: a call, one step a message (docs/flows/telephone.md)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.forms import loop
from actions.forms.answering import absorb, choice_of
from actions.forms.asking import choices
from actions.forms.draft import Draft, Option
from actions.forms.field import Reading
from actions.forms.scene import Scene
from actions.forms.shelf import offer_back
from actions.offer import Offer
from actions.telephone import words
from actions.telephone.call import names_in, spoken, visit_button, visit_values
from actions.turn import Turn
from dakehu.access import Task, may
from dakehu.handbook.codes import codes
from dakehu.handbook.telephone import Step, Way, telephone

TALKED = "talk_and_confirm"
"""The step from which on a call has taken place, so that it is worth logging."""


class TelephoneFlow(Scene):
    """The guide through a call: which end of the line, then step by step, then its log."""

    name = "telephone"
    task = Task.USE_PHONE_GUIDE
    intents = ("phone_guide",)

    def read(self, text: str, turn: Turn, draft: Draft) -> Mapping[str, Reading]:
        """Read which end of the line one is at, the customer and the person there."""
        return names_in(text, turn)

    def go_on(self, turn: Turn, draft: Draft) -> None:
        """Say the step that the call is at; ask first which end of the line it is."""
        if "way" in draft.values:
            _say_step(turn, draft)
        else:
            ways = [Option(turn.label("phone_way", way), way) for way in codes("phone_way")]
            draft.ask("?way", ways)
            turn.say("ask_telephone_way", *choices(draft))

    def take(self, turn: Turn, draft: Draft) -> bool:
        """Go to another step, end, or begin the log; a typed word does what its button does."""
        message = turn.message
        if message.entities and "choice" not in message.entities:
            return False
        if message.intent == "cancel":
            _end(turn, draft)
        elif "way" not in draft.values:
            return self._take_way(turn, draft)
        elif message.intent in self.intents and self._is_another_call(turn, draft):
            self._begin_anew(turn)
        elif message.intent == "log_visit":
            _log(turn, draft)
        elif move := _move(turn, draft):
            _make(turn, draft, move)
        else:
            return False
        return True

    def _take_way(self, turn: Turn, draft: Draft) -> bool:
        choice = choice_of(turn, draft)
        told = choice.value if choice else words.way(turn.message.text)
        if told:
            draft.values["way"] = told
            draft.values["step"] = 0
            self.go_on(turn, draft)
        return bool(told)

    def _is_another_call(self, turn: Turn, draft: Draft) -> bool:
        """Tell whether a message asks for the guide through another call than this one."""
        begun = Draft(self.name)
        absorb(turn, self, begun)
        new = {k: v for k, v in begun.values.items() if k in ("way", "customer")}
        return any(draft.values.get(name) != value for name, value in new.items())

    def _begin_anew(self, turn: Turn) -> None:
        begun = Draft(self.name)
        absorb(turn, self, begun)
        turn.draft = begun
        self.go_on(turn, begun)


def _steps(draft: Draft) -> tuple[Step, ...]:
    return telephone().steps(Way(draft.values["way"]))


def _at(draft: Draft) -> int:
    return int(draft.values.get("step", 0))


def _say_step(turn: Turn, draft: Draft) -> None:
    """Say one step with the buttons that lead on, back and out; the last one offers the log."""
    steps, at = _steps(draft), _at(draft)
    last = at == len(steps) - 1
    moves = ["log" if may(turn.desk.person.role, Task.LOG_VISIT) else "", "previous", "end"]
    if not last:
        moves = ["next", "previous" if at else "", "end"]
    draft.ask("step", [Option(turn.label("phone_move", move), move) for move in moves if move])
    values = {"number": at + 1, "total": len(steps), **spoken(turn, draft, steps[at])}
    turn.say("telephone_step", *choices(draft), **values)


def _move(turn: Turn, draft: Draft) -> str | int | None:
    """Read where to go: a button, words like it, or a step's number; a yes goes on."""
    message = turn.message
    if "choice" in message.entities:
        choice = choice_of(turn, draft)
        return str(choice.value) if choice else None
    about_guide = message.intent in TelephoneFlow.intents
    said = words.move(message.text, about_guide=about_guide) or words.step_number(message.text)
    if said is not None:
        return said
    return {"affirm": "next", "deny": "end", "phone_guide": "again"}.get(message.intent)


def _make(turn: Turn, draft: Draft, move: str | int) -> None:
    """Make a move; a step that is not there leaves the call where it is."""
    at, last = _at(draft), len(_steps(draft)) - 1
    if move == "end":
        _end(turn, draft)
    elif move == "log" or (move == "next" and at == last):
        turn.message = replace(turn.message, text="")
        _log(turn, draft)
    else:
        there: dict[Any, int] = {"next": at + 1, "previous": at - 1, "first": 0, "last": last}
        to = move - 1 if isinstance(move, int) else there.get(move, at)
        draft.values["step"] = min(max(to, 0), last)
        _say_step(turn, draft)


def _log(turn: Turn, draft: Draft) -> None:
    """Begin the log of the call with what is known of it, and whatever the message says."""
    if not may(turn.desk.person.role, Task.LOG_VISIT):
        _end(turn, draft)
        return
    turn.draft = None
    loop.begin(turn, turn.flows["visit"], Draft("visit", values=visit_values(turn, draft)))


def _end(turn: Turn, draft: Draft) -> None:
    """End the guide; where there was a talk, offer to log it."""
    turn.draft = None
    talked = "way" in draft.values and TALKED in [s.id for s in _steps(draft)[: _at(draft) + 1]]
    if talked and may(turn.desk.person.role, Task.LOG_VISIT):
        button = visit_button(turn, draft)
        turn.say("telephone_ended_log", button)
        turn.offer = Offer(yes=button.payload)
    else:
        turn.say("telephone_ended")
        offer_back(turn)
