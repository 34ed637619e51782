"""Asking after a visit whether its opener worked, and noting the answer (docs/flows/opener.md)."""

from typing import Any

from actions.offer import Offer
from actions.turn import Turn
from actions.wording import Button, make_payload
from dakehu.coaching import opener
from dakehu.codes import Opener
from dakehu.handbook.codes import codes
from dakehu.visit import Visit

VERDICT = "opener_verdict"


def ask_about_opener(turn: Turn, visit: Visit) -> None:
    """Ask once, below the saved visit, whether its opener worked; ignoring it costs nothing.

    Not where another task is waiting: one question at a time.
    """
    open_ = opener.unrated(turn.desk, visit)
    if open_ is None or turn.shelf:
        return
    told = {"visit": open_.visit_id, "openers": list(open_.openers), "likely": list(open_.likely)}
    answers = {code: make_payload("rate_opener", **told, verdict=code) for code in codes(VERDICT)}
    turn.offer = Offer(yes=answers["worked"], no=answers["flat"], among=VERDICT, named=answers)
    buttons = [Button(turn.label(VERDICT, code), answers[code]) for code in answers]
    names = [turn.label("opener", one) for one in open_.openers]
    question = "opener_ask_named" if names else "opener_ask"
    turn.add(question, *buttons, names=turn.phrase("comma").join(names))


def rate_opener(turn: Turn) -> None:
    """Note whether the opener worked; where it is not known which, ask by buttons."""
    told = turn.message.entities
    if told["verdict"] == "unused":
        turn.say("opener_unused")
    elif told["openers"]:
        ways = [Opener(one) for one in told["openers"]]
        opener.rate(turn.desk, told["visit"], ways, engaged=told["verdict"] == "worked")
        names = [turn.label("opener", one) for one in ways]
        turn.say(f"opener_{told['verdict']}", names=turn.phrase("comma").join(names))
    else:
        _ask_which(turn, told)


def _ask_which(turn: Turn, told: dict[str, Any]) -> None:
    """Offer the six, those that were prepared first."""
    likely = told.get("likely", [])
    ordered = sorted(codes("opener"), key=lambda code: code not in likely)
    answers = {code: make_payload("rate_opener", **told | {"openers": [code]}) for code in ordered}
    turn.offer = Offer(among="opener", named=answers)
    turn.say("opener_ask_which", *(Button(turn.label("opener", c), answers[c]) for c in ordered))
