"""Which of the names that might be meant are reported."""

from collections.abc import Hashable, Iterable

from dakehu.language.names.context import is_followed
from dakehu.language.names.judge import GUESSES, SHORT, is_named
from dakehu.language.names.match import NameMatch
from dakehu.language.names.typed import Typed

MANY = 50
"""Customers for which one word may be a slip; with more, it tells nothing."""

SURE = 0.95
"""A match of this score rules out others at its place."""

CLEAR, BONUS = 0.85, 0.6
"""A name of this score that is written so counts for so much more than overlapping guesses."""

NEAR = 0.15
"""Candidates that are less likely than the best by more than this are left out."""

type Place[Id] = dict[Id, NameMatch[Id]]
"""The best match of each customer for the same words."""


def choose[Id: Hashable](hits: Iterable[NameMatch[Id]], typed: Typed) -> list[NameMatch[Id]]:
    """Keep the longest and surest of overlapping matches, each customer once a place.

    Args:
        hits: All that was found.
        typed: The text.
    """
    places = _by_place(hits, typed)
    kept: list[tuple[int, int]] = []
    for span in sorted(places, key=lambda span: _weight(span, places[span], typed), reverse=True):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    found = [hit for span in kept for hit in _candidates(list(places[span].values()), typed)]
    return sorted(found, key=lambda hit: (-hit.score, hit.span))


def _by_place[Id: Hashable](
    hits: Iterable[NameMatch[Id]], typed: Typed
) -> dict[tuple[int, int], Place[Id]]:
    places: dict[tuple[int, int], Place[Id]] = {}
    judged: dict[tuple[tuple[int, int], str, float], bool] = {}
    for hit in hits:
        here = places.get(hit.span, {})
        if hit.id in here and here[hit.id].score >= hit.score:
            continue
        kind = hit.span, hit.how, hit.score
        if kind not in judged:
            judged[kind] = is_named(hit, typed)
        if judged[kind]:
            places.setdefault(hit.span, {})[hit.id] = hit
    return places


def _weight[Id: Hashable](span: tuple[int, int], hits: Place[Id], typed: Typed) -> float:
    """Weigh the words for a name: by length and by how sure it is."""
    start, end = span
    best = max(hit.score for hit in hits.values())
    is_clear = any(hit.score >= CLEAR and hit.how not in GUESSES for hit in hits.values())
    is_alone = end - start > SHORT or is_followed(typed.plain, end)
    return (end - start) * best + BONUS * (is_clear and is_alone)


def _candidates[Id: Hashable](hits: list[NameMatch[Id]], typed: Typed) -> list[NameMatch[Id]]:
    """Leave out guesses where a name itself is there, and where there are too many."""
    is_latin = typed.plain[hits[0].span[0]].isascii()  # pinyin is then no guess
    named = [h for h in hits if h.how not in GUESSES or (is_latin and h.how == "pinyin")]
    best = max(hit.score for hit in named or hits)
    if best >= SURE:
        sure = [hit for hit in named if hit.score >= SURE]
        others = [hit for hit in named if hit.score < SURE]
        return sure + others if len(others) <= MANY else sure
    likely = [hit for hit in named or hits if hit.score > best - NEAR]
    return likely if named or len(likely) <= MANY else []
