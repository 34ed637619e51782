"""Which of the names that might be meant are reported."""

from collections.abc import Hashable, Iterable

from dakehu.language.names.match import NameMatch

MANY = 20
"""Customers that one word may stand for and still be worth asking about."""


def choose[Id: Hashable](hits: Iterable[NameMatch[Id]], text: str) -> list[NameMatch[Id]]:
    """Keep the longest and surest of overlapping matches, each customer once a place.

    Args:
        hits: All that was found.
        text: The text as typed.
    """
    places: dict[tuple[int, int], dict[Id, NameMatch[Id]]] = {}
    for hit in hits:
        here = places.setdefault(hit.span, {})
        if hit.id not in here or here[hit.id].score < hit.score:
            here[hit.id] = hit
    kept: list[tuple[int, int]] = []
    for span in sorted(places, key=lambda s: -_weight(s, places[s].values())):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    found = [hit for span in kept if len(places[span]) <= MANY for hit in places[span].values()]
    return sorted(found, key=lambda hit: (-hit.score, hit.span))


def _weight[Id: Hashable](span: tuple[int, int], hits: Iterable[NameMatch[Id]]) -> float:
    return (span[1] - span[0]) * max(hit.score for hit in hits)
