"""Which of the names that might be meant are reported."""

from collections.abc import Hashable, Iterable

from dakehu.language.names.context import (
    SHORT,
    is_expected,
    is_joined,
    is_surely_named,
    ordinary_words,
)
from dakehu.language.names.match import NameMatch

MANY = 50
"""Customers for which one word may be a slip; with more, it tells nothing."""

FEW = 5
"""Other customers that a registered name may also be short for and that are offered with it."""

SURE = 0.95
"""A match of this score rules out slips and homophones at its place."""


def choose[Id: Hashable](hits: Iterable[NameMatch[Id]], text: str) -> list[NameMatch[Id]]:
    """Keep the longest and surest of overlapping matches, each customer once a place.

    Args:
        hits: All that was found.
        text: The text in plain characters.
    """
    places: dict[tuple[int, int], dict[Id, NameMatch[Id]]] = {}
    for hit in hits:
        here = places.setdefault(hit.span, {})
        if (hit.id not in here or here[hit.id].score < hit.score) and _is_named(hit, text):
            here[hit.id] = hit
    kept: list[tuple[int, int]] = []
    for span in sorted(filter(places.get, places), key=lambda s: -_weight(s, places[s])):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    found = [hit for span in kept for hit in _candidates(list(places[span].values()))]
    return sorted(found, key=lambda hit: (-hit.score, hit.span))


def _weight[Id: Hashable](span: tuple[int, int], hits: dict[Id, NameMatch[Id]]) -> float:
    return (span[1] - span[0]) * max(hit.score for hit in hits.values())


def _candidates[Id: Hashable](hits: list[NameMatch[Id]]) -> list[NameMatch[Id]]:
    """Leave out guesses where the name itself is there, and where there are too many."""
    best = max(hit.score for hit in hits)
    if best >= SURE:
        sure = [hit for hit in hits if hit.score >= SURE]
        shared = [hit for hit in hits if hit.score < SURE and hit.how == "abbreviation"]
        return sure + shared if len(shared) <= FEW else sure
    likely = [hit for hit in hits if hit.score > best - 0.1]
    return likely if len(likely) <= MANY or likely[0].how == "abbreviation" else []


def _is_named[Id: Hashable](hit: NameMatch[Id], text: str) -> bool:
    """Tell whether a match is a company here, and no other words that look like it."""
    start, end = hit.span
    said = text[start:end]
    if said.isascii():
        return hit.score > 0.7 or is_expected(text, start, end)
    if end - start > SHORT:
        return True
    if is_joined(text, start, end):
        return False
    if said in ordinary_words():
        return is_surely_named(text, start, end)
    guessed = hit.how not in ("exact", "alias") and end - start == 2
    return not guessed or is_expected(text, start, end)
