"""Split a report into clauses, and say what each is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dakehu.language.extraction.cues import cues, pattern
from dakehu.language.times import TimeExpression

Role = Literal["event", "talk", "technique", "next_step", "next_visit"]

_STOPS = re.compile(r"[，。；！？,;!?\n]+|\.(?=\s|$)(?<!mr\.)(?<!ms\.)(?<!dr\.)(?<!mrs\.)(?<!co\.)")
_CHINESE_GAP = re.compile(r"(?<=[一-鿿])\s+|\s+(?=[一-鿿])")
_JOINTS = " ，。；！？,;!?.、\n:：-"
_CONJUNCTIONS = re.compile(r"\s+(and|but|then|so)\s*$|(然后|但是|而且|并且|不过|并)$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a text that says one thing; `text` is plain and lower case."""

    start: int
    end: int
    text: str
    role: Role = "event"

    def holds(self, span: tuple[int, int]) -> bool:
        """Tell whether a place of the text lies in this clause."""
        return self.start <= span[0] < self.end


def split(text: str) -> list[Clause]:
    """Split a plain text at punctuation and before words that begin something new."""
    found = []
    for start, end in _pieces(text):
        tail = _CONJUNCTIONS.search(text, start, end)
        end = tail.start() if tail and tail.start() > start else end
        while start < end and text[start] in _JOINTS:
            start += 1
        while end > start and text[end - 1] in _JOINTS:
            end -= 1
        if start < end:
            found.append(Clause(start, end, text[start:end]))
    return found


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    cuts = {0, len(text)}
    for found in _STOPS.finditer(text):
        cuts |= {found.start(), found.end()}
    cuts |= {found.start() for found in _CHINESE_GAP.finditer(text)}
    cuts |= {found.start() for found in _starts().finditer(text) if not _bound(text, found)}
    ordered = sorted(cuts)
    return zip(ordered, ordered[1:], strict=False)


@cache
def _starts() -> re.Pattern[str]:
    chinese = "|".join(map(re.escape, sorted(cues("starts"), key=len, reverse=True)))
    english = "|".join(map(re.escape, sorted(cues("starts_english"), key=len, reverse=True)))
    return re.compile(f"{chinese}|(?<![a-z])({english})")


def _bound(text: str, found: re.Match[str]) -> bool:
    """Tell whether the word is governed by the one before it (跟他们, to do)."""
    return text[: found.start()].endswith(cues("binding"))


def role_of(clause: Clause, times: list[TimeExpression], techniques: bool) -> Role:
    """Say what a clause is about.

    Args:
        clause: The clause.
        times: Times in it, as they lie in the future.
        techniques: Whether it names a type of question or an opener.
    """
    if techniques:
        return "technique"
    if times and pattern("next_visit").search(clause.text):
        return "next_visit"
    if pattern("next_step").search(clause.text):
        return "next_step"
    return "talk" if pattern("talk").search(clause.text) else "event"
