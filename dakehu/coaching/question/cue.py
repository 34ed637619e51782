"""The words of a sentence that a judgement went by, as a phrase that one can read."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

WORDS = 8
"""The longest phrase in words; a Chinese letter counts as half of one."""

_CLAUSE = re.compile(r"[^,.;:?!，。；：？！、…—\n\"“”]+")
_WORD = re.compile(r"[\u4e00-\u9fff]|[^\s\u4e00-\u9fff]{1,20}")


def cue(text: str, evidence: Sequence[float]) -> str:
    """Return the clause of a text that speaks most, or of a long one the part that does.

    Args:
        text: The sentence.
        evidence: How much each of its letters speaks for the judgement.
    """
    clauses = [m.span() for m in _CLAUSE.finditer(text) if m.group().strip()]
    if not clauses:
        return ""
    clause = max(clauses, key=lambda span: sum(evidence[slice(*span)]))
    start, end = max(_phrases(text, *clause), key=lambda span: sum(evidence[slice(*span)]))
    return text[start:end].strip()


def _phrases(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """List the longest short phrases of a clause, one for each word that one begins with."""
    words = [(start + m.start(), start + m.end()) for m in _WORD.finditer(text[start:end])]
    for number, (first, _) in enumerate(words):
        lengths = accumulate(_length(text[slice(*word)]) for word in words[number:])
        last = sum(length <= WORDS for length in lengths)
        yield first, words[number + max(last, 1) - 1][1]
        if number + last == len(words):
            return


def _length(word: str) -> float:
    return 1.0 if word.isascii() else 0.5
