"""A report taken apart: clauses with their roles, and the times in them both ways."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dakehu.handbook.codes import find
from dakehu.language.characters import plain
from dakehu.language.extraction.clauses import Clause, Role, role_of, split
from dakehu.language.extraction.told import Told
from dakehu.language.times import TimeExpression, find_times

_SETTLED = ("point", "span", "invalid")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with its clauses and times.

    Attributes:
        text: As typed.
        now: The present moment.
        clauses: In order.
        past: Times as a report of the past reads them.
        future: The same words as a plan reads them.
    """

    text: str
    now: datetime
    clauses: Sequence[Clause]
    past: Sequence[TimeExpression]
    future: Sequence[TimeExpression]

    def of(self, *roles: Role) -> list[Clause]:
        """Return the clauses of some roles."""
        return [clause for clause in self.clauses if clause.role in roles]

    def told[T](self, value: T, span: tuple[int, int]) -> Told[T]:
        """Return a value with the words that it went by."""
        return Told(value, self.text[slice(*span)], span)

    def words(self, start: int, end: int) -> Told[str] | None:
        """Return words as they were typed; None where nothing is left of them."""
        while start < end and self.text[start] in _EDGES:
            start += 1
        while end > start and self.text[end - 1] in _EDGES:
            end -= 1
        said = self.text[start:end]
        return Told(said, said, (start, end)) if any(map(str.isalnum, said)) else None


_EDGES = " ，。；！？,;!?.、\n:：-的了"


def read(text: str, now: datetime) -> Sentence:
    """Take a text apart."""
    typed = plain(text)
    past, future = (_times(text, now, way) for way in ("past", "future"))
    clauses = [_with_role(clause, future) for clause in _whole(split(typed), past)]
    return Sentence(text, now, clauses, past, future)


def _times(text: str, now: datetime, way: str) -> list[TimeExpression]:
    prefer = "past" if way == "past" else "future"
    return [t for t in find_times(text, now, prefer) if t.kind in _SETTLED]  # type: ignore[arg-type]


def _whole(clauses: Iterable[Clause], times: Iterable[TimeExpression]) -> list[Clause]:
    """Join clauses again that were cut inside a time (“next Wednesday, 3pm”)."""
    joined: list[Clause] = []
    cuts = [t.span for t in times]
    for clause in clauses:
        if joined and any(a < joined[-1].end <= clause.start < b for a, b in cuts):
            before = joined.pop()
            gap = clause.start - before.end
            text = before.text + " " * gap + clause.text
            clause = Clause(before.start, clause.end, text)
        joined.append(clause)
    return joined


def _with_role(clause: Clause, future: Iterable[TimeExpression]) -> Clause:
    times = [t for t in future if clause.holds(t.span)]
    techniques = bool(find("question", clause.text) or find("opener", clause.text))
    return replace(clause, role=role_of(clause, times, techniques))
