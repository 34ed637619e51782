"""A report taken apart: clauses with their roles, times both ways, customers and people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dakehu.language.characters import plain
from dakehu.language.extraction.clauses import Clause, Role, Span, split
from dakehu.language.extraction.coded import find_codes
from dakehu.language.extraction.cues import pattern
from dakehu.language.extraction.heard import heard
from dakehu.language.extraction.roles import with_roles
from dakehu.language.extraction.told import Lookup, Told
from dakehu.language.names import NameMatch
from dakehu.language.people import PersonMention, find_people
from dakehu.language.times import TimeExpression, find_both_ways

_SETTLED = ("point", "span", "invalid")
_EDGES = " ，。；！？,;!?.、\n:：-"


@dataclass(frozen=True, slots=True)
class Sentence[Id]:
    """A text with all that is found in it.

    Attributes:
        text: As typed.
        plain: In plain lower-case characters, commands to the bot blanked out, slips put right.
        now: The present moment.
        clauses: In order.
        past: Times as a report of the past reads them.
        future: The same words as a plan reads them.
        lengths: Places of how long something took.
        matches: Customers, best first.
        people: In order.
        means: Words for how the visit was, each with its code of `codes.VisitMethod`.
        elsewhere: Words in a customer's place where none that is known is named.
    """

    text: str
    plain: str
    now: datetime
    clauses: Sequence[Clause]
    past: Sequence[TimeExpression]
    future: Sequence[TimeExpression]
    lengths: Sequence[Span]
    matches: Sequence[NameMatch[Id]]
    people: Sequence[PersonMention]
    means: Sequence[Told[str]]
    elsewhere: Told[str] | None = None

    @property
    def known(self) -> list[Span]:
        """Places of times, customers and means, which are fields of their own."""
        times, customers = [t.span for t in self.past], [m.span for m in self.matches]
        elsewhere = [self.elsewhere.span] if self.elsewhere else []
        return [*times, *customers, *elsewhere, *(one.span for one in self.means)]

    def of(self, *roles: Role) -> list[Clause]:
        """Return the clauses of some roles, in order."""
        return [clause for clause in self.clauses if clause.role in roles]

    def told[T](self, value: T, span: Span) -> Told[T]:
        """Return a value with the words that it went by."""
        return Told(value, self.text[slice(*span)], span)

    def words(self, span: Span) -> Told[str] | None:
        """Return words as they were typed; None where nothing is left of them."""
        start, end = span
        while start < end and self.text[start] in _EDGES:
            start += 1
        while end > start and self.text[end - 1] in _EDGES:
            end -= 1
        said = self.text[start:end]
        return Told(said, said, (start, end)) if any(map(str.isalnum, said)) else None


def read[Id](text: str, now: datetime, names: Lookup[Id]) -> Sentence[Id]:
    """Take a text apart."""
    matches = tuple(names(text))
    named = [match.span for match in matches]
    typed = heard(_without_commands(plain(text)), named)
    reported, planned = find_both_ways(typed, now)
    past = [t for t in reported if t.kind in _SETTLED]
    future = [t for t in planned if t.kind in _SETTLED]
    times = {t.span for t in (*past, *future)}
    people = find_people(blanked(text, [*named, *times]))
    called = [person.span for person in people]
    clauses = split(typed, times, called)
    return Sentence(
        text=text,
        plain=typed,
        now=now,
        clauses=with_roles(clauses, past, future, [*named, *called], now),
        past=past,
        future=future,
        lengths=[t.span for t in reported if t.kind == "duration"],
        matches=matches,
        people=people,
        means=find_codes("visit_method", text, typed),
    )


def _without_commands(text: str) -> str:
    """Blank out what is said to the bot (帮我记一次拜访), every position kept."""
    return blanked(text, [found.span() for found in pattern("command_patterns").finditer(text)])


def blanked(text: str, spans: Sequence[Span]) -> str:
    """Return a text with spaces in some places, every position kept."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
