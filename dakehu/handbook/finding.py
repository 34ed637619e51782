"""Which passage of the handbook answers a question, in Chinese or English.

A linear classifier learns from the ways of asking that stand beside each passage, and from
questions that none of them answers; each language for itself, which is four times quicker.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dakehu.codes import Language
from dakehu.handbook.passages import Passage, outside, passages
from dakehu.language.characters import plain

# Learning needs numpy and scipy, for which only who asks has to wait.
if TYPE_CHECKING:
    from dakehu.language.classifier import TextClassifier

NONE = "none"
"""The label of questions that no passage answers."""

SURE = 0.15
"""The confidence below which nothing is answered (docs/flows/handbook.md says how it was set)."""

CLEAR = 0.5
"""The confidence from which on each of several questions in a message is answered by itself."""

TOGETHER = 2
"""How many of them are answered at once."""

_QUESTION = re.compile(r"[^?？\n]+[?？]?")
_HAN = re.compile("[\u4e00-\u9fff]")


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
    labels = [label for label, _ in _ranking(text) if label != NONE]
    return [passages()[label] for label in labels[:count]]


def learn() -> None:
    """Learn all ways of asking, so that no question has to wait for it."""
    for language in Language:
        _finder(language)


def _found(text: str, sure: float) -> Passage | None:
    label, confidence = _ranking(text)[0]
    return passages()[label] if label != NONE and confidence >= sure else None


def _ranking(text: str) -> list[tuple[str, float]]:
    said = plain(text)
    return _finder(Language.ZH if _HAN.search(said) else Language.EN).ranking(said)


@cache
def _finder(language: Language) -> "TextClassifier":
    """Learn the ways of asking in a language, once a process; it takes a second or two."""
    from dakehu.language.learning import learnt

    return learnt(examples(language))


def examples(language: Language) -> Iterator[tuple[str, str]]:
    """Give every text to learn from with the id of the passage that it asks for, or tells."""
    for passage in passages().values():
        own = (passage.title.in_(language), passage.text.in_(language))
        for text in (*passage.asked.in_(language), *own):
            yield plain(text), passage.id
    for question in outside().in_(language):
        yield plain(question), NONE
