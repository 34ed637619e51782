"""The pieces of a text that may be a name."""

from collections.abc import Hashable, Iterator
from functools import lru_cache
from itertools import pairwise

from dakehu.language.names.registry import Registry
from dakehu.language.names.spelling import folded, is_han

LONGEST_LATIN = 6
"""Words of a Latin name."""


def chinese[Id: Hashable](text: str, registry: Registry[Id]) -> Iterator[tuple[int, int]]:
    """Yield places of pieces that begin like something registered and are as long."""
    for start in range(len(text) - 1):
        for length in registry.reach.get(text[start : start + 2], ()):
            if start + length <= len(text):
                yield start, start + length


def sounding[Id: Hashable](text: str, registry: Registry[Id]) -> Iterator[tuple[int, int]]:
    """Yield places of Chinese pieces that sound like the beginning of something registered."""
    heard = syllables(text)
    for start in range(len(text) - 1):
        for length in registry.reach.get(" ".join(heard[start : start + 2]), ()):
            end = start + length
            if end <= len(text) and is_han(text[start:end]):
                yield start, end


@lru_cache(maxsize=64)
def syllables(text: str) -> list[str]:
    """Return the folded syllables of a text, character by character."""
    return folded(text)


def latin(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the places of up to `LONGEST_LATIN` Latin words in a row."""
    words = list(_words(text))
    for first in range(len(words)):
        for last in range(first + 1, min(first + LONGEST_LATIN, len(words)) + 1):
            row = words[first:last]
            if all(text[a[1] : b[0]].strip(" .&-'") == "" for a, b in pairwise(row)):
                yield row


def _words(text: str) -> Iterator[tuple[int, int]]:
    start = None
    for at, char in enumerate(text + " "):
        inside = char.isascii() and char.isalnum()
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            yield start, at
            start = None
