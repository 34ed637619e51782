"""A message as the answer to what was offered, as if its button had been pressed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from actions.forms import loop
from actions.offer import Offer
from actions.turn import Message, Turn
from actions.wording import parse_payload


def answer_to(turn: Turn) -> Callable[[Turn], None] | None:
    """Return what a typed message does as an answer; None where it is something of its own."""
    message = turn.message
    meant = None if turn.draft else meaning(message, turn.offered)
    if meant is None or (message.intent in turn.offered.claims and turn.names.find(message.text)):
        return None
    intent, entities = parse_payload(meant)
    text = entities.pop("text", message.text)
    turn.message = replace(message, text=text, intent=intent, entities=entities)
    flow = next((f for f in turn.flows.values() if intent in f.intents), None)
    return partial(loop.run, flow=flow) if flow else turn.topics[intent]


def meaning(message: Message, offered: Offer) -> str | None:
    """Return the payload that a typed message stands for; a pressed button has its own."""
    if message.entities:
        return None
    return offered.meant_by(message.intent, message.text, sure=message.sure)
