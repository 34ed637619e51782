"""The one place where readings that exclude each other are settled.

Rules, signs and the model each *claim* words for a field; they know nothing of one another. Here it
is decided who gets what:

1. The better ground wins: what is named (目的是…) before what a word beside it tells, that before
   what the words are by themselves, that before a mere sign, and last what the model marked.
2. On equal ground the first that was told wins; of an outcome the last, which is how it ended.
3. Of two that begin at the same place the longer wins.
4. Times, figures and people are of one field only: who lost their words takes what else they
   claimed, if anything. Other words may tell two things (晚宴: a meal, and how formal it is).

What is equal in all of this goes to whichever was claimed first.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from dakehu.language.extraction.told import Told
from dakehu.language.people import PersonMention
from dakehu.language.times import TimeExpression

LAST_TOLD = frozenset({"outcome"})
"""Fields of which the last that was told counts."""

OF_ONE_FIELD = (TimeExpression, datetime, PersonMention, int)
"""Kinds of values whose words are of one field only; satisfaction's 4 is no number of people."""


class Ground(IntEnum):
    """Why words are taken for a field; the higher, the surer."""

    MODEL = 1
    DOUBT = 2
    SIGN = 3
    WORD = 4
    CUE = 5
    NAME = 6


@dataclass(frozen=True, slots=True)
class Claim:
    """A reading: a value for a field, with its words and the ground on which it is taken."""

    field: str
    told: Told[Any]
    ground: Ground = Ground.WORD


def settle(claims: Iterable[Claim]) -> Mapping[str, Told[Any]]:
    """Return the winner of each field that anything was claimed for."""
    won: dict[str, Claim] = {}
    for claim in sorted(claims, key=_rank):
        if claim.field not in won and not any(_exclude(claim, other) for other in won.values()):
            won[claim.field] = claim
    return {field: claim.told for field, claim in won.items()}


def claims(
    field: str, told: Iterable[Told[Any] | None], ground: Ground = Ground.WORD
) -> Iterator[Claim]:
    """Claim each of some readings for a field, all on one ground."""
    return (Claim(field, one, ground) for one in told if one)


def _rank(claim: Claim) -> tuple[int, int, int]:
    start, end = claim.told.span
    return -claim.ground, -start if claim.field in LAST_TOLD else start, -end


def _exclude(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are for the same words, which can only be of one field."""
    exclusive = isinstance(one.told.value, OF_ONE_FIELD)
    alike = isinstance(other.told.value, OF_ONE_FIELD)
    (start, end), (first, last) = one.told.span, other.told.span
    return exclusive and alike and start < last and first < end
