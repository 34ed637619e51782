"""Split a report into clauses."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from dakehu.language.extraction.cues import compile_words, cues, pattern

Role = Literal["event", "talk", "reaction", "technique", "next_step", "next_visit", "aside"]
Span = tuple[int, int]

_STOPS = re.compile(
    r"(?:[，。；！？;!?\n]|,(?!\d{3}(?!\d)))+|(?<!\bmr)(?<!\bms)(?<!\bdr)(?<!\bmrs)(?<!\bco)\.(?=\s|$)|\s-\s|(?<=[一-鿿])-(?=[一-鿿])"
)
_CHINESE_GAP = re.compile(r"(?<=[一-鿿])\s+(?=[一-鿿\d])|(?<=\d)\s+(?=[一-鿿])")
_JOINTS = " ，。；！？,;!?.、\n:：-"
_JOINED_BY = re.compile(r"\s+(and|but|then|so)\s*$|(然后|但是|而且|并且|不过|并)$")
_JOINING = re.compile(r"(and|but|then|so)\s+|然后|但是|但|而且|并且|不过|结果是?")


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a text that says one thing; `text` is plain and lower case."""

    start: int
    end: int
    text: str
    role: Role = "event"

    def holds(self, span: Span) -> bool:
        """Tell whether a place of the text lies in this clause."""
        return self.start <= span[0] < self.end


def split(text: str, times: Collection[Span], people: Collection[Span]) -> list[Clause]:
    """Split a plain text at punctuation and before words that begin something new.

    Args:
        text: Plain text.
        times: Places of times, which are not cut, nor cut off from what follows (30号他们开会).
        people: Places of people; who is said to do something begins a clause (…王总说).
    """
    acting = dict(_acting(text, people))
    cuts = ({0, len(text), *_cuts(text)} - set(acting.values())) | set(acting)
    cuts = {at for at in cuts if not any(a < at < b for a, b in times)}
    cuts |= _before_later_times(text, times, sorted(cuts))
    cuts -= _after_lone_times(text, times, sorted(cuts))
    clauses = (_clause(text, start, end) for start, end in pairwise(sorted(cuts)))
    return [clause for clause in clauses if clause.start < clause.end]


def _cuts(text: str) -> Iterator[int]:
    for stop in _STOPS.finditer(text):
        yield from stop.span()
    for gap in _CHINESE_GAP.finditer(text):
        yield gap.start()
    before = 0
    for start in _starts().finditer(text):
        joined = before and not text[before : start.start()].strip()
        if not joined and not _is_bound(text[: start.start()]):
            yield start.start()
        before = start.end()


def _is_bound(before: str) -> bool:
    """Tell whether what follows belongs to the words before it (跟他, if he)."""
    if pattern("subordinate_patterns").search(before):
        return True
    return before.endswith(cues("binding")) and not before.endswith(cues("not_binding"))


def _acting(text: str, people: Collection[Span]) -> Iterator[Span]:
    """Find who does something right after other words (打了电话沈总监没接)."""
    for start, end in people:
        before = text[:start]
        if _is_bound(before) or pattern("leads_to_person_patterns").search(before):
            continue
        if pattern("acts_patterns").match(text, end):
            yield start, end


def _before_later_times(text: str, times: Collection[Span], cuts: list[int]) -> set[int]:
    """Cut before a second time of a clause, where it is of another visit (…下周三再去)."""
    found = set()
    for start, end in pairwise(cuts):
        for time in sorted(t for t in times if start <= t[0] < end)[1:]:
            if pattern("next_visit").search(text, time[1], end):
                found.add(time[0])
    return found


def _after_lone_times(text: str, times: Collection[Span], cuts: list[int]) -> set[int]:
    """Find cuts between a time and what it is the time of."""
    spans = {(start, end) for start, end in times}
    return {
        end
        for start, end in pairwise(cuts)
        if 0 < end < len(text)
        and text[end - 1] not in _JOINTS
        and (start + len(text[start:end]) - len(text[start:end].lstrip(_JOINTS)), end) in spans
    }


def _clause(text: str, start: int, end: int) -> Clause:
    """Leave out the words and signs that only join clauses."""
    tail = _JOINED_BY.search(text, start, end)
    end = tail.start() if tail and tail.start() > start else end
    while end > start and text[end - 1] in _JOINTS:
        end -= 1
    while start < end and text[start] in _JOINTS:
        start += 1
    head = _JOINING.match(text, start, end)
    start = head.end() if head and head.end() < end else start
    return Clause(start, end, text[start:end])


@cache
def _starts() -> re.Pattern[str]:
    return compile_words((*cues("starts"), *cues("starts_english")))
