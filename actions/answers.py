"""A message as the answer to what was offered, as if its button had been pressed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from actions.forms import loop
from actions.turn import Turn
from actions.wording import parse_payload


def answer_to(turn: Turn) -> Callable[[Turn], None] | None:
    """Return what a typed message does as an answer; None where it is something of its own."""
    message = turn.message
    if turn.offered is None or turn.draft or message.entities:
        return None
    meant = turn.offered.meant_by(message.intent, message.text, sure=message.sure)
    if meant is None:
        return None
    intent, entities = parse_payload(meant)
    turn.message = replace(message, intent=intent, entities=entities)
    flow = next((f for f in turn.flows.values() if intent in f.intents), None)
    return partial(loop.run, flow=flow) if flow else turn.topics[intent]
