"""How well each type of question fits a situation that somebody describes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, cycle
from typing import TYPE_CHECKING

from dakehu.coaching.question.cues import Weighed
from dakehu.codes import Language, Question
from dakehu.handbook.questions import material, no_situation

# Learning needs numpy and scipy, for which only who asks has to wait.
if TYPE_CHECKING:
    from dakehu.language.classifier import TextClassifier

NO_SITUATION = "no_situation"

LIKE = 0.25
"""The chance of a type from which on words without a cue are like a situation."""

SURE = 0.95
"""From here on words only ask for a question, whatever cue is in them (please suggest one)."""

_OTHER_CUES = 2
"""Weight that the cues of a text share with those it does not have: few of them settle little."""


@dataclass(frozen=True)
class Fit:
    """What a description says for each type, 0 to 2: half by the cues, half by what is like it.

    Attributes:
        told: Whether it describes a situation at all.
    """

    points: Mapping[Question, float]
    told: bool


def fit(text: str) -> Fit:
    """Judge a description, in Chinese or English; it may be any text."""
    chances = dict(classifier().ranking(text))
    weights = {kind: cues.weight(text) for kind, cues in _cues().items()}
    total = sum(weights.values())
    points = {kind: chances[kind] + weights[kind] / (total + _OTHER_CUES) for kind in Question}
    told = max(chances[kind] for kind in Question) >= LIKE or (
        total > 0 and chances[NO_SITUATION] < SURE
    )
    return Fit(points, told)


@cache
def classifier() -> "TextClassifier":
    """Learn from the handbook's situations, once a process; it takes part of a second."""
    from dakehu.language.learning import learnt

    return learnt(_examples())


def _examples() -> Iterator[tuple[str, str]]:
    """List the situations, every other one with a request, so that how one asks tells nothing."""
    for language in Language:
        requests = no_situation().in_(language)
        yield from ((request, NO_SITUATION) for request in requests)
        asked = cycle(chain.from_iterable(("", f", {request}") for request in requests))
        for kind in Question:
            for text in material(kind).situations.in_(language):
                yield f"{text}{next(asked)}", str(kind)


@cache
def _cues() -> Mapping[Question, Weighed]:
    return {kind: Weighed(material(kind).cues) for kind in Question}
