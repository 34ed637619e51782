"""The customer that the bot plays: what they answer, and how their mood moves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dakehu.coaching.practice.hearing import Heard, is_rude
from dakehu.coaching.practice.records import Turn
from dakehu.coaching.practice.scenarios import Fact, Mood, Scenario
from dakehu.codes import Question

MOODS = tuple(Mood)


@dataclass(frozen=True)
class State:
    """Where a round stands; it follows from the turns alone.

    Attributes:
        streak: Questions in a row that revealed something; below zero, that revealed nothing.
        revealed: The facts that came out, in their order.
        replies: What the customer said so far.
        seed: Makes one round's variants differ from another's.
    """

    mood: Mood
    streak: int = 0
    revealed: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    seed: int = 0


def beginning(scenario: Scenario, seed: int = 0) -> State:
    """Return how a customer is before the first question."""
    return State(scenario.mood.start, seed=seed)


def replay(scenario: Scenario, turns: Iterable[Turn], seed: int = 0) -> State:
    """Return where a round stands after its turns."""
    state = beginning(scenario, seed)
    for turn in turns:
        moved = _moved(scenario, state, turn.question, turn.fact, rude=is_rude(turn.said))
        state = replace(moved, replies=(*moved.replies, turn.reply))
    return state


def answer(scenario: Scenario, state: State, heard: Heard, language: str) -> tuple[Turn, State]:
    """Answer a sentence in character.

    A fact comes out only if the question is of a type that reveals it and touches its topic;
    whatever else is said is turned away, by mood and never with the same words twice running.
    """
    fact = None if heard.rude else _brought_out(scenario, state, heard)
    known = fact.id if fact else None
    after = _moved(scenario, state, heard.question, known, rude=heard.rude)
    told = fact.answers.of(language) if fact else scenario.deflections.of(after.mood, language)
    reply = _freshest(told, state)
    turn = Turn(heard.said, heard.question, known, reply)
    return turn, replace(after, replies=(*after.replies, reply))


def is_over(scenario: Scenario, state: State) -> bool:
    """Tell whether all that the customer knows has come out."""
    return len(state.revealed) == len(scenario.facts)


def _brought_out(scenario: Scenario, state: State, heard: Heard) -> Fact | None:
    """Find the fact that a question touches most, the earlier of two."""
    fitting = [
        fact
        for fact in scenario.facts
        if heard.question in fact.revealed_by and fact.id not in state.revealed
    ]
    touched = max(fitting, key=lambda fact: fact.touched_by(heard.said), default=None)
    return touched if touched and touched.touched_by(heard.said) else None


def _moved(
    scenario: Scenario, state: State, question: Question | None, fact: str | None, *, rude: bool
) -> State:
    """Move the mood: by an insult at once, by a run of questions, not by a mere statement."""
    if rude:
        return replace(state, mood=_step(state.mood, 1), streak=0)
    if question is None:
        return state
    if fact is None:
        streak = min(state.streak, 0) - 1
        dropped = -streak >= scenario.mood.drops_after
        return _turned(state, streak, 1) if dropped else replace(state, streak=streak)
    known = replace(state, revealed=(*state.revealed, fact))
    streak = max(state.streak, 0) + 1
    lifted = streak >= scenario.mood.lifts_after
    return _turned(known, streak, -1) if lifted else replace(known, streak=streak)


def _turned(state: State, streak: int, by: int) -> State:
    """Change the mood by one step, after which the run is counted anew."""
    return replace(state, mood=_step(state.mood, by), streak=0)


def _step(mood: Mood, by: int) -> Mood:
    at = MOODS.index(mood) + by
    return MOODS[max(0, min(at, len(MOODS) - 1))]


def _freshest(variants: Sequence[str], state: State) -> str:
    """Choose what was said longest ago or never; another round begins with another variant."""
    start = state.seed % len(variants)
    turned = (*variants[start:], *variants[:start])
    said_at = {reply: at for at, reply in enumerate(state.replies)}
    return min(turned, key=lambda variant: said_at.get(variant, -1))
