"""A report on several customers, taken apart: 今天跑了三家：华新聊了，恒通没见着，北辰签了."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from dakehu.language.extraction.cues import pattern
from dakehu.language.extraction.told import Lookup
from dakehu.language.times import find_times

SURE = 0.8
"""A name that fits worse does not begin a part."""

_NUMBER = r"\d{1,2}[、.)]\s*"
_CLAUSE = re.compile(rf"(?:{_NUMBER})?[^，,；;。\n:：、]+")


def split_reports[Id](text: str, now: datetime, names: Lookup[Id]) -> list[str]:
    """Split a report on several customers into one for each.

    A part begins where a clause does, with a customer or with going there; a time may stand
    before it. What stands before the first part ("three visits today:") goes with each.

    Args:
        text: What a person typed.
        now: The present moment, aware.
        names: Finds customers in a text.

    Returns:
        The parts, each a report of its own; the text alone where it is about one customer.
    """
    starts = list(_starts(text, now, names))
    if len(starts) < 2:
        return [text]
    head, ends = text[: starts[0]], [*starts[1:], len(text)]
    parts = [text[a:b].strip(" ，,；;。、\n") for a, b in zip(starts, ends, strict=True)]
    return [head + re.sub(f"^{_NUMBER}", "", part) for part in parts]


def _starts[Id](text: str, now: datetime, names: Lookup[Id]) -> Iterator[int]:
    """Find where clauses begin that are about a customer not named before."""
    times = [time.span for time in find_times(text, now)]
    seen: set[Id] = set()
    for clause in _CLAUSE.finditer(text):
        found = [match for match in names(clause.group()) if match.score >= SURE]
        if not found:
            continue
        first = min(found, key=lambda match: match.span)
        before = _without(times, text, clause.start(), clause.start() + first.span[0])
        ids = {match.id for match in found if match.span == first.span}
        if not ids & seen and pattern("visit_leads_patterns").fullmatch(before.strip()):
            seen |= ids
            yield clause.start()


def _without(times: Sequence[tuple[int, int]], text: str, start: int, end: int) -> str:
    """Return a piece of a text without the times in it."""
    return "".join(text[at] for at in range(start, end) if not any(a <= at < b for a, b in times))
