"""Which questions and openers a visit uses, and how they move its outcome."""

from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate, combinations
from math import prod
from random import Random
from typing import Any

from dakehu.storage.demo.content import Weighted, content

Names = tuple[str, ...]
# How often a visit uses none, one, two or three of them.
_QUESTIONS = (0.0, 0.4, 0.4, 0.2)
_OPENERS = (0.25, 0.6, 0.15)


@dataclass(frozen=True, slots=True)
class Technique:
    """What one visit used; `engaged` says of each opener whether the customer took it up."""

    questions: Names
    openers: Names
    engaged: list[bool]
    outcome: str


class Techniques:
    """Draws techniques; outcomes follow from them, from the customer's status and from luck."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        words = content("visits")
        self._questions: Mapping[str, Any] = words["questions"]
        self._openers: Mapping[str, Any] = words["openers"]
        self._asked = _subsets(self._questions, _QUESTIONS)
        self._said = _subsets(self._openers, _OPENERS)
        self._status: Mapping[str, float] = words["statuses"]
        self._limits = list(words["limits"].values())
        self._outcomes = [*words["limits"], "deal"]

    def draw(self, statuses: list[str]) -> list[Technique]:
        """Return the techniques of visits to customers of these statuses."""
        count = len(statuses)
        questions = self._asked.draws(self._rng, count)
        openers = self._said.draws(self._rng, count)
        return list(map(self._technique, statuses, questions, openers))

    def _technique(self, status: str, questions: Names, openers: Names) -> Technique:
        rng = self._rng
        score = rng.gauss() + self._status[status]
        for question in questions:
            score += self._questions[question]["effect"]
        engaged = [rng.random() < self._openers[opener]["engaged"] for opener in openers]
        for opener, taken_up in zip(openers, engaged, strict=True):
            score += self._openers[opener]["effect"] if taken_up else -0.1
        outcome = self._outcomes[bisect(self._limits, score)]
        return Technique(questions, openers, engaged, outcome)


def _subsets(entries: Mapping[str, Any], sizes: tuple[float, ...]) -> Weighted[Names]:
    """Prepare all sets of up to so many names, likelier where their members are common."""
    subsets: list[Names] = []
    weights: list[float] = []
    for size, share in enumerate(sizes):
        group = list(combinations(entries, size))
        odds = [prod(entries[name]["weight"] for name in names) for names in group]
        subsets += group
        weights += [share * odd / sum(odds) for odd in odds]
    return Weighted(subsets, list(accumulate(weights)))
