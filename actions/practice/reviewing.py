"""The review of a round, short enough to be read on a phone."""

import json

from actions.turn import Turn
from actions.wording import Button
from dakehu.coaching import practice
from dakehu.coaching.practice import Review
from dakehu.coaching.practice.review import Slip

SLIPS = 3
"""Badly worded sentences shown at most."""


def show(turn: Turn, name: str, seen: Review, language: str) -> None:
    """Say the customer's last words and look back on the round.

    Args:
        turn: The turn.
        name: The scenario.
        seen: What the round came to.
        language: The language in which it was played.
    """
    scenario = practice.scenarios()[name]
    last_words = getattr(scenario.closing, seen.closing).of(language)
    turn.say("practice_reply", name=scenario.persona.name.of(language), reply=last_words)
    title = scenario.title.of(turn.language)
    if not seen.types:
        turn.say("practice_nothing_asked", *_buttons(turn, name), title=title)
        return
    turn.say(
        "practice_review",
        *_buttons(turn, name),
        title=title,
        score=seen.score,
        earlier=_earlier(turn, seen),
        parts=_parts(turn, seen),
        types=_types(turn, seen),
        uncovered=_uncovered(turn, seen),
        missed=_missed(turn, seen),
        slips="".join(f"\n{_slip(turn, slip)}" for slip in seen.slips[:SLIPS]),
    )
    turn.attach(data={"score": seen.score, "parts": dict(seen.parts)})


def _buttons(turn: Turn, name: str) -> list[Button]:
    again = f"/practise{json.dumps({'wish': name})}"
    return [
        turn.press("practice_button_again", again),
        turn.press("practice_button_other", '/practise{"do": "list"}'),
        turn.press("practice_button_scores", '/practise{"do": "scores"}'),
    ]


def _earlier(turn: Turn, seen: Review) -> str:
    """Compare with one's own earlier rounds of the scenario, and say how many there are."""
    if not seen.earlier:
        return turn.phrase("practice_first_time")
    moved = seen.score - seen.earlier[-1]
    how = "practice_higher" if moved > 0 else "practice_lower" if moved < 0 else "practice_same"
    moved_text = turn.phrase(how, points=abs(moved))
    best, count = max(seen.earlier), len(seen.earlier)
    return turn.phrase("practice_earlier", count=count, best=best, moved=moved_text)


def _parts(turn: Turn, seen: Review) -> str:
    return turn.phrase("comma").join(
        f"{turn.label('practice_part', part)} {points}/{seen.best[part]}"
        for part, points in seen.parts.items()
    )


def _types(turn: Turn, seen: Review) -> str:
    return turn.phrase("comma").join(
        f"{turn.label('question', kind)}×{count}" for kind, count in seen.types.items()
    )


def _uncovered(turn: Turn, seen: Review) -> str:
    facts = [fact.label.of(turn.language) for fact in seen.uncovered]
    return turn.phrase("comma").join(facts) or turn.phrase("practice_none")


def _missed(turn: Turn, seen: Review) -> str:
    """Name what did not come out, with a question that would have brought it out."""
    lines = [
        turn.phrase(
            "practice_missed_one",
            fact=fact.label.of(turn.language),
            ask=fact.ask.of(turn.language),
            kind=turn.label("question", fact.revealed_by[0]),
        )
        for fact in seen.missed
    ]
    return (
        "".join(f"\n{line}" for line in (turn.phrase("practice_missed"), *lines)) if lines else ""
    )


def _slip(turn: Turn, slip: Slip) -> str:
    if not slip.breaches:
        return turn.phrase("practice_rude", said=slip.said)
    return turn.phrase("practice_slip", said=slip.said, better=slip.breaches[0].better)
