"""A text as it was typed, made ready for looking up pieces of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dakehu.language.names.spelling import compact, folded, is_joining, plain

LONGEST_LATIN = 12
"""Words of a name in Latin letters; its syllables may stand apart (hua dong ji dian)."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A text, and the same without the spaces and strokes that a name may have inside.

    Attributes:
        text: As typed.
        plain: In plain characters, every position kept.
        bare: Plain, without what only joins the parts of a name; spans below are in it.
        places: The position in `text` of each character of `bare`.
        words: Spans of the Latin words.
        inside: Positions within Latin words, where no name begins or ends.
        heard: The folded syllable of each character.
    """

    text: str
    plain: str
    bare: str
    places: list[int]
    words: list[tuple[int, int]]
    inside: frozenset[int]
    heard: list[str]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a piece stands in the text."""
        return self.places[start], self.places[end - 1] + 1

    def pieces(self, lengths: Mapping[str, set[int]]) -> Iterator[tuple[int, int]]:
        """Yield pieces that begin like a name, by two characters, and are as long as one."""
        for start in range(len(self.bare) - 1):
            if start not in self.inside:
                for length in lengths.get(self.bare[start : start + 2], ()):
                    end = start + length
                    if end <= len(self.bare) and end not in self.inside:
                        yield start, end

    def rows(self) -> Iterator[list[tuple[int, int]]]:
        """Yield, for each Latin word, it and those that follow it."""
        for first in range(len(self.words)):
            last = first + 1
            while last < len(self.words) and self.words[last - 1][1] == self.words[last][0]:
                last += 1
            yield self.words[first : min(last, first + LONGEST_LATIN)]


def read(text: str) -> Typed:
    """Make a text ready."""
    written = plain(text)
    bare = compact(written)
    places = [at for at, char in enumerate(written) if not is_joining(char)]
    words = list(_words(bare, places))
    inside = frozenset(at for start, end in words for at in range(start + 1, end))
    return Typed(text, written, bare, places, words, inside, folded(bare))


def _words(bare: str, places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield runs of Latin letters and digits; one that was interrupted in the text is two."""
    start: int | None = None
    for at in range(len(bare) + 1):
        latin = at < len(bare) and bare[at].isascii() and bare[at].isalnum()
        if start is not None and (not latin or places[at] != places[at - 1] + 1):
            yield start, at
            start = None
        if latin and start is None:
            start = at
