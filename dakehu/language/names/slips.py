"""Names with one slip of the keyboard: a wrong, missing, doubled or misplaced character."""

from collections.abc import Hashable, Iterator

from rapidfuzz.distance import OSA

from dakehu.language.names.heard import widened
from dakehu.language.names.keys import ENDING, LEAST_CHINESE, LEAST_LATIN
from dakehu.language.names.match import NameMatch
from dakehu.language.names.pinyin import is_plain_english
from dakehu.language.names.registry import Registry
from dakehu.language.names.spelling import is_han
from dakehu.language.names.typed import Typed
from dakehu.language.names.words import ordinary_words, trade_words

LONGEST = 8
"""Characters of a Chinese stem."""

MOST_WORDS = 5
"""Latin words in which a slip is looked for."""

CROWDED = 400
"""Names under one key, beyond which it tells nothing."""

SWAPPED, DOUBLED, WRONG, MISSING = 0.78, 0.74, 0.7, 0.66
"""Scores: the more of a name is left, the higher."""


def chinese_slips[Id: Hashable](typed: Typed, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find Chinese stems with one slip."""
    for start in range(len(typed.bare) - LEAST_CHINESE + 2):
        for end in range(start + LEAST_CHINESE - 1, min(start + LONGEST, len(typed.bare)) + 1):
            said = typed.bare[start:end]
            if not is_han(said[-2:]) or said[:2] in trade_words():  # a trade alone is no name
                break
            for stem, score in _meant(said, registry):
                for form in registry.stems[stem]:
                    span = typed.span(*widened(typed, start, end, form.company))
                    yield NameMatch(form.id, span, form.text, score, "typo")


def _meant[Id: Hashable](said: str, registry: Registry[Id]) -> Iterator[tuple[str, float]]:
    """Yield stems that may be meant, each with its score."""
    crossed = said[:-3] + said[-2] + said[-3] + said[-1]  # 华机东电
    if crossed in registry.stems and said[-2] != said[-3]:
        yield crossed, SWAPPED
    if said[:2] not in registry.lengths and said[-2:] not in registry.endings:
        return  # any other slip leaves the beginning or the end
    for at in range(len(said) - 1):
        if said[at] == said[at + 1]:
            if (stem := said[:at] + said[at + 1 :]) in registry.stems:
                yield stem, DOUBLED
        elif (stem := said[:at] + said[at + 1] + said[at] + said[at + 2 :]) in registry.stems:
            yield stem, SWAPPED
    if said[-ENDING:] in registry.endings:
        if said not in trade_words():
            yield from ((stem, MISSING) for stem in registry.slips.get(said, ()))
        yield from _wrong_before_ending(said, registry)
    yield from _wrong_in_ending(said, registry)


def _wrong_before_ending[Id: Hashable](
    said: str, registry: Registry[Id]
) -> Iterator[tuple[str, float]]:
    for at in range(len(said) - ENDING):
        for stem in registry.slips.get(said[:at] + said[at + 1 :], ()):
            if len(stem) == len(said) and stem[:at] == said[:at] and stem[at] != said[at]:
                yield stem, WRONG


def _wrong_in_ending[Id: Hashable](
    said: str, registry: Registry[Id]
) -> Iterator[tuple[str, float]]:
    """Find trades of a brand with one of two characters wrong or missing."""
    ending = said[-ENDING:]
    if ending not in trade_words() and ending not in ordinary_words():
        for stem in registry.branded.get(said[:-ENDING], ()):
            if len(stem) == len(said) and (stem[-1] == said[-1]) != (stem[-2] == said[-2]):
                yield stem, WRONG
    for stem in registry.branded.get(said[:-1], ()):
        if len(stem) == len(said) + 1 and said[-1] in stem[-ENDING:]:
            yield stem, MISSING


def latin_slips[Id: Hashable](typed: Typed, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find Latin names with one wrong letter."""
    for row in typed.rows():
        for size in range(1, min(len(row), MOST_WORDS) + 1):
            start, end = row[0][0], row[size - 1][1]
            said = typed.bare[start:end]
            if len(said) >= LEAST_LATIN and not is_plain_english(typed, row[:size]):
                for form in registry.forms(_near(said, registry)):
                    yield NameMatch(form.id, typed.span(start, end), form.text, 0.75, "typo")


def _near[Id: Hashable](said: str, registry: Registry[Id]) -> set[str]:
    """Return the stems of Latin names at a distance of one."""
    stems: set[str] = set()
    for half in _halves(said):
        names = registry.halves.get(half, ())
        if len(names) <= CROWDED:
            for name in names:
                if OSA.distance(said, name, score_cutoff=1) == 1:
                    stems.update(registry.branded.get(name, [name]))
    return stems


def _halves(said: str) -> Iterator[str]:
    """Yield the halves under which a name of nearly this length may be registered."""
    for length in {(len(said) + by) // 2 for by in (-1, 0, 1)}:
        rest = len(said) - length
        yield said[:length] + "*"
        yield from ("*" + said[-size:] for size in (rest, rest + 1) if size > 1)
