"""One task put aside for another, and offered back."""

from typing import Any

from actions.forms.answering import absorb, answers_whole, is_open
from actions.forms.asking import choices, proceed, repeat
from actions.forms.draft import Draft, Option
from actions.forms.flow import Flow
from actions.forms.several import absorb_all
from actions.offer import Offer
from actions.turn import Turn
from dakehu import access
from dakehu.handbook.codes import words

SWITCH = "!switch"
"""What `asked` says while the person chooses between finishing and shelving."""


def go_on(turn: Turn, flow: Flow, draft: Draft) -> bool:
    """Go on with the open task; one that is waiting changes places with it when it is named."""
    if turn.message.intent != "resume":
        return False
    bare = turn.message.text.strip(" 。.！!").casefold() in words("talk")["go_on"]
    if bare or not turn.shelf:
        repeat(turn, flow, draft)
    else:
        resume(turn)
        turn.shelf.append(draft)
    return True


def switch(turn: Turn, flow: Flow, draft: Draft) -> bool:
    """Offer to finish or shelve this task when the message begins another."""
    intent = turn.message.intent
    other = next((f for f in turn.flows.values() if intent in f.intents), None)
    if other is None or answers_whole(turn, flow, draft):
        return False
    more = other is flow or intent in flow.absorbs
    if more and not turn.message.entities and not _names_another(turn, other, draft):
        return False
    if not _means(turn, flow, draft, other):
        return False
    _ask_finish_or_shelve(turn, flow, draft, other)
    return True


def _means(turn: Turn, flow: Flow, draft: Draft, other: Flow) -> bool:
    """Tell whether another task is meant although words were asked for, which may be any words."""
    asked = flow.field(draft.asked.removeprefix("?unknown_"))
    if asked is None or not (asked.open or asked.name == "customer"):
        return True
    begun = Draft(other.name)
    absorb(turn, other, begun)
    return turn.message.sure or any(not is_open(other, n) for n in begun.values)


def _names_another(turn: Turn, other: Flow, draft: Draft) -> bool:
    """Tell whether a message is about another customer than the draft's."""
    begun = Draft(other.name)
    absorb(turn, other, begun)
    ours, theirs = draft.values.get("customer"), begun.values.get("customer")
    return bool(ours and theirs and ours["id"] != theirs["id"])


def _ask_finish_or_shelve(turn: Turn, flow: Flow, draft: Draft, other: Flow) -> None:
    """Ask whether to finish this task first; what was typed for the other is kept with it."""
    access.require(turn.desk, other.task)
    drafts, _ = absorb_all(turn, other, Draft(other.name))
    begun = [one.to_slot() for one in drafts]
    task, waiting = _task(turn, flow.name), _task(turn, other.name)
    draft.ask(
        SWITCH,
        [
            Option(turn.phrase("finish_first", task=task), {"now": False, "others": begun}),
            Option(turn.phrase("shelve", other=waiting), {"now": True, "others": begun}),
        ],
    )
    turn.draft = draft
    turn.say("finish_or_shelve", *choices(draft), task=task, other=waiting)


def decide(turn: Turn, flow: Flow, draft: Draft, choice: dict[str, Any]) -> None:
    """Go on with one of the two tasks; the other waits on the shelf."""
    others = [one for slot in choice["others"] if (one := Draft.from_slot(slot))]
    now, later = draft, others[::-1]
    if choice["now"]:
        now, later = others[0], [draft, *others[:0:-1]]
    turn.shelf += later
    proceed(turn, turn.flows[now.flow], now)


def offer_back(turn: Turn) -> None:
    """Offer the draft that was put aside last."""
    if not turn.shelf:
        return
    waiting = turn.shelf[-1]
    turn.offer = Offer(yes="/resume")
    about = waiting.values.get("customer", {}).get("name", "")
    turn.say("offer_resume", task=_task(turn, waiting.flow), about=about and f"（{about}）")


def resume(turn: Turn) -> None:
    """Take the last draft from the shelf and go on with it."""
    draft = turn.shelf.pop()
    proceed(turn, turn.flows[draft.flow], draft)


def _task(turn: Turn, flow: str) -> str:
    return turn.phrase(f"task_{flow}")
