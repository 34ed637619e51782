"""Which passage of the handbook answers a question, in Chinese or English."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dakehu.handbook.passages import Asked, Passage, outside, passages

# Learning needs numpy and scipy, for which only who asks has to wait.
if TYPE_CHECKING:
    from dakehu.language.classifier import TextClassifier

NONE = "none"
"""The label of questions that no passage answers."""

SURE = 0.15
"""The confidence below which nothing is answered; set on questions that were kept apart."""

CLEAR = 0.5
"""The confidence from which on each of several questions in a message is answered by itself."""

TOGETHER = 2
"""How many of them are answered at once."""

_QUESTION = re.compile(r"[^?？\n]+[?？]?")


def find_passage(text: str) -> Passage | None:
    """Return the passage that answers a question; None where no passage does."""
    return _found(text, SURE)


def find_passages(text: str) -> list[Passage]:
    """Return what answers a message: one passage or none, and of clear questions the first two."""
    clear = [found for one in _QUESTION.findall(text) if (found := _found(one, CLEAR))]
    distinct = list(dict.fromkeys(clear))
    if len(distinct) > 1:
        return distinct[:TOGETHER]
    found = find_passage(text)
    return [found] if found else distinct


def nearest(text: str, count: int) -> list[Passage]:
    """Return the passages that come nearest to a question, the nearest first."""
    ranked = (label for label, _ in finder().ranking(text) if label != NONE)
    return [passages()[label] for label, _ in zip(ranked, range(count), strict=False)]


def _found(text: str, sure: float) -> Passage | None:
    label, confidence = finder().ranking(text)[0]
    return passages()[label] if label != NONE and confidence >= sure else None


@cache
def finder() -> "TextClassifier":
    """Learn the ways of asking once a process; it takes some seconds."""
    from dakehu.language.classifier import TextClassifier

    return TextClassifier.trained(_examples())


def _examples() -> Iterator[tuple[str, str]]:
    for passage in passages().values():
        told = Asked(
            zh=(*passage.asked.zh, passage.title.zh, passage.text.zh),
            en=(*passage.asked.en, passage.title.en, passage.text.en),
        )
        yield from _labelled(told, passage.id)
    yield from _labelled(outside(), NONE)


def _labelled(asked: Asked, label: str) -> Iterator[tuple[str, str]]:
    for question in (*asked.zh, *asked.en):
        yield question, label
