"""The review of a round: what was uncovered and missed, the score and its parts."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dakehu.coaching.practice.hearing import is_rude
from dakehu.coaching.practice.records import Turn
from dakehu.coaching.practice.scenarios import Fact, Scenario
from dakehu.coaching.wording_check import Breach
from dakehu.codes import Question

type BreachesOf = Callable[[str], Sequence[Breach]]
"""How a sentence's breaches of the wording rules are found."""

GOOD, FAIR = 2 / 3, 1 / 3
"""From which share of the worth on the customer takes leave content, or at least politely."""


@dataclass(frozen=True)
class Slip:
    """Something said against the wording rules; no breaches where it was an insult."""

    said: str
    breaches: Sequence[Breach]


@dataclass(frozen=True)
class Review:
    """What a round came to.

    Attributes:
        types: How often each type of question was used.
        uncovered: The facts that came out, in their order.
        missed: The other facts, the worthiest first.
        parts: The points of each part of the score.
        best: The weight of each part.
        slips: What was worded badly.
        closing: How the customer takes leave.
        earlier: The scores of one's own earlier rounds of the scenario, in their order.
    """

    types: Mapping[Question, int]
    uncovered: Sequence[Fact]
    missed: Sequence[Fact]
    parts: Mapping[str, int]
    best: Mapping[str, int]
    slips: Sequence[Slip]
    closing: Literal["good", "fair", "poor"]
    earlier: Sequence[int]

    @property
    def score(self) -> int:
        """The score, 0 to 100."""
        return sum(self.parts.values())


def review(
    scenario: Scenario, turns: Sequence[Turn], breaches_of: BreachesOf, earlier: Sequence[int] = ()
) -> Review:
    """Look back on a round.

    Statements count for nothing, insults as bad wording.
    """
    facts = {fact.id: fact for fact in scenario.facts}
    uncovered = [facts[turn.fact] for turn in turns if turn.fact in facts]
    missed = [fact for fact in scenario.facts if fact not in uncovered]
    slips = _slips(turns, breaches_of)
    share = sum(f.worth for f in uncovered) / sum(f.worth for f in scenario.facts)
    shares = _shares(scenario, turns, uncovered, slips) | {"uncovered": share}
    weights: dict[str, int] = scenario.scoring.model_dump()
    return Review(
        types=Counter(turn.question for turn in turns if turn.question),
        uncovered=uncovered,
        missed=sorted(missed, key=lambda fact: -fact.worth),
        parts={part: round(weight * shares[part]) for part, weight in weights.items()},
        best=weights,
        slips=slips,
        closing="good" if share >= GOOD else "fair" if share >= FAIR else "poor",
        earlier=tuple(earlier),
    )


def _shares(
    scenario: Scenario, turns: Sequence[Turn], uncovered: Sequence[Fact], slips: Sequence[Slip]
) -> dict[str, float]:
    """Return how much of each part but the uncovered is reached, 0 to 1."""
    asked = [turn.question for turn in turns if turn.question]
    judged = sum(turn.question is not None or is_rude(turn.said) for turn in turns)
    path = [fact for _, fact in scenario.best_path]
    places = [path.index(fact.id) for fact in uncovered if fact.id in path]
    return {
        "fitting_types": len(uncovered) / len(asked) if asked else 0,
        "order": _longest_rise(places) / len(path),
        "wording": (judged - len(slips)) / judged if judged else 0,
        "ending": float(asked[-1:] == [scenario.best_path[-1][0]]),
    }


def _slips(turns: Sequence[Turn], breaches_of: BreachesOf) -> list[Slip]:
    slips = []
    for turn in turns:
        rude = is_rude(turn.said)
        breaches = breaches_of(turn.said) if turn.question else ()
        if rude or breaches:
            slips.append(Slip(turn.said, breaches))
    return slips


def _longest_rise(places: Sequence[int]) -> int:
    """Return how many of the places stand in rising order, the others left out."""
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)
