"""The whole understanding, trained on all data, asked what it has never seen.

The floors lie just under what is measured (docs/adr/0002-intent-classifier.md), so that new
training data cannot make it worse unnoticed.
"""

import pytest

from bot.nlu.model import IntentModel
from tests.bot.nlu.corpus import unseen, utterances

Guesses = list[tuple[str, str, float]]


@pytest.fixture(scope="module")
def guesses() -> Guesses:
    """Right intent, likeliest intent and its confidence, for each test message."""
    examples = utterances("data/nlu")
    model = IntentModel.trained([u.text for u in examples], [u.intent for u in examples])
    return [(u.intent, *model.ranking(u.text)[0]) for u in unseen()]


def test_95_of_100_unseen_messages_are_understood(guesses: Guesses) -> None:
    right = sum(intent == guess for intent, guess, _ in guesses)
    assert right / len(guesses) >= 0.95


def test_out_of_scope_messages_are_rejected_at_a_tenth_of_the_others(guesses: Guesses) -> None:
    sure = [(i, -1.0 if guess == "out_of_scope" else c) for i, guess, c in guesses]
    inside = sorted(s for i, s in sure if i != "out_of_scope")
    threshold = inside[len(inside) // 10]
    outside = [s for i, s in sure if i == "out_of_scope"]
    assert sum(s < threshold for s in outside) / len(outside) >= 0.9
