"""Names by their sound, in Latin letters."""

from collections.abc import Hashable, Iterator, Sequence
from functools import cache

from dakehu.language.names.company import Company
from dakehu.language.names.match import NameMatch
from dakehu.language.names.registry import Registry
from dakehu.language.names.spelling import letters
from dakehu.language.names.typed import Typed
from dakehu.language.names.words import english, places, trade_words

_LEAST, _LONGEST = 4, 30
"""Letters of a brand in pinyin."""


def spelled[Id: Hashable](typed: Typed, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find brands in pinyin, with their trade in pinyin or in English."""
    for row in typed.rows():
        start = row[0][0]
        longest = min(row[-1][1] - start, _LONGEST)
        for size in range(_LEAST, longest + 1):
            brands = registry.spelled.get(typed.bare[start : start + size], ())
            for form in registry.forms(stem for one in brands for stem in registry.branded[one]):
                if found := _reach(typed, row, size, form.company):
                    end, score = found
                    span = typed.span(start, end)
                    yield NameMatch(form.id, span, form.text, score, "pinyin")


def _reach(
    typed: Typed, row: Sequence[tuple[int, int]], size: int, company: Company
) -> tuple[int, float] | None:
    """Return where a brand and what follows it of its trade ends, with a score.

    Args:
        typed: The text.
        row: Latin words; the first one begins with the brand.
        size: Letters of the brand.
        company: What the brand belongs to.

    Returns:
        None where a word ends within a syllable, or where the words are plain English.
    """
    start, ends = row[0][0], [end for _, end in row]
    position, score = start + size, 0.72 if company.trades else 0.85
    breaks = {position, *_syllable_ends(company.brand, start)}
    for word in (*company.trades, "公司", "集团"):
        if typed.bare.startswith(letters(word), position):
            breaks.update(_syllable_ends(word, position))
            position += len(letters(word))
            score = 0.9
        elif position in ends and (end := _english(typed, position, ends, word)):
            breaks.update(end for end in ends if end > position)
            position, score = end, 0.8
    words = [span for span in row if span[1] <= position]
    if position not in ends or not breaks.issuperset(end for _, end in words):
        return None
    return None if is_plain_english(typed, words) else (position, score)


def _syllable_ends(text: str, start: int) -> Iterator[int]:
    for char in text:
        start += len(letters(char))
        yield start


def _english(typed: Typed, position: int, ends: list[int], word: str) -> int | None:
    """Return where an English word for a trade's word ends, if one stands here."""
    fitting = (
        position + len(one)
        for one in trade_words().get(word, ())
        if typed.bare.startswith(one, position) and position + len(one) in ends
    )
    return max(fitting, default=None)


def initials[Id: Hashable](typed: Typed, registry: Registry[Id]) -> Iterator[NameMatch[Id]]:
    """Find brand and trade by the first letters of their pinyin: hdjd."""
    for start, end in typed.words:
        said = typed.bare[start:end]
        if said not in english():
            for form in registry.forms(registry.initials.get(said, ())):
                yield NameMatch(form.id, typed.span(start, end), form.text, 0.6, "pinyin")


def is_plain_english(typed: Typed, words: Sequence[tuple[int, int]]) -> bool:
    """Tell whether Latin words are ordinary ones, or a place."""
    if typed.bare[words[0][0] : words[-1][1]] in _places():
        return True
    return all(typed.bare[start:end] in english() for start, end in words)


@cache
def _places() -> frozenset[str]:
    """Return what Chinese places are called in English."""
    return frozenset(map(letters, places()))
