"""What questions and openers led to: rates beside their cases, ranked where there are enough."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import groupby

from dakehu import access, people
from dakehu.access import Denied, Reason, Task
from dakehu.coaching.effect.asking import Asked
from dakehu.coaching.effect.records import Cases, Dimension, Group, Tally
from dakehu.codes import Role
from dakehu.desk import Desk
from dakehu.people import Person, Reach

ENOUGH = 10
"""Cases under which a rate says too little to be ranked."""


@dataclass(frozen=True)
class Line:
    """A rate with its cases; without a rank where these are too few.

    Attributes:
        name: Of the person, where figures are split by people.
    """

    tally: Tally
    rank: int | None
    name: str | None = None


@dataclass(frozen=True)
class Effect:
    """An answer: its lines in order, those with too few cases after the ranked ones of a group.

    Attributes:
        person: The name of whom it is about, where that is one person of a team.
        own_only: Everybody was asked for, and only the person's own may be shown.
    """

    asked: Asked
    lines: Sequence[Line]
    person: str | None = None
    own_only: bool = False

    @property
    def best(self) -> Line | None:
        """The line that the question is after: the highest rank, or the lowest where asked so."""
        ranked = [line for line in self.lines if line.rank]
        return min(ranked, key=lambda line: _order(line.tally, self.asked.lowest), default=None)

    def leaders(self) -> list[Line]:
        """Return the first line of each group."""
        return [next(lines) for _, lines in groupby(self.lines, lambda line: line.tally.group)]


def effect(desk: Desk, asked: Asked) -> Effect:
    """Count what was asked for.

    Raises:
        Denied: The role may not, or it is about somebody whose figures one may not see.
    """
    access.require(desk, Task.SEE_FIGURES)
    team = _team(desk)
    if asked.person is not None and asked.person not in team:
        raise Denied(Reason.NOT_YOURS, "figures", asked.person)
    chosen = frozenset({asked.person} if asked.person is not None else team)
    cases = _cases(desk, asked, chosen)
    tallies = desk.effects.tallies(asked.metric, cases, asked.by, each=asked.each)
    of_people = asked.by is Dimension.SPECIALIST
    own_only = of_people and desk.person.role is Role.SPECIALIST
    person = team[asked.person] if asked.person else None
    return Effect(asked, list(_lines(tallies, asked, team)), person, own_only)


def known(desk: Desk) -> list[Person]:
    """List the people whose names a question may hold, those too whom one may not ask about."""
    return desk.staff.all_specialists()


def _team(desk: Desk) -> dict[int, str]:
    """Return whose figures the person may see: their specialists', leavers too, or their own."""
    own = people.colleagues(desk) if desk.person.role is Role.MANAGER else [desk.person]
    return {person.id: person.name for person in own}


def _cases(desk: Desk, asked: Asked, chosen: frozenset[int]) -> Cases:
    return Cases(
        Reach(chosen),
        _midnight(asked.start, desk),
        _midnight(asked.end, desk),
        asked.techniques,
        asked.customers,
        asked.industry,
        asked.stage,
        asked.level,
        asked.region,
    )


def _midnight(day: str, desk: Desk) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), desk.now.tzinfo)


def _lines(tallies: Sequence[Tally], asked: Asked, team: dict[int, str]) -> Iterator[Line]:
    """Put the techniques of each group in order, and the groups by the first of each."""
    apart: dict[Group, list[Tally]] = {}
    for tally in tallies:
        apart.setdefault(None if asked.compares_groups else tally.group, []).append(tally)
    ranked = [list(_ranked(group, asked.lowest)) for group in apart.values()]
    for group in sorted(ranked, key=lambda lines: _order(lines[0].tally, asked.lowest)):
        for line in group:
            of_people = asked.by is Dimension.SPECIALIST
            yield replace(line, name=team[int(line.tally.group or 0)] if of_people else None)


def _ranked(tallies: Sequence[Tally], lowest: bool) -> Iterator[Line]:
    """Rank those with enough cases, 1 the highest rate; the same rate has the same rank."""
    ordered = sorted(tallies, key=lambda tally: _order(tally, lowest))
    rates = sorted((t.rate for t in tallies if t.cases >= ENOUGH), reverse=True)
    for tally in ordered:
        yield Line(tally, rates.index(tally.rate) + 1 if tally.cases >= ENOUGH else None)


def _order(tally: Tally, lowest: bool) -> tuple[object, ...]:
    """Sort by rate, then by more cases; too few cases come last, whatever the rate."""
    few = tally.cases < ENOUGH
    rate = 0.0 if few else tally.rate if lowest else -tally.rate
    return few, rate, -tally.cases, str(tally.technique), str(tally.group)
