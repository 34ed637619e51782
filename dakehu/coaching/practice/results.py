"""What practice comes to: one's own rounds, and for a manager the team's progress."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean
from typing import Literal

from dakehu import access, people
from dakehu.access import Task
from dakehu.coaching.practice.records import Round, Tally
from dakehu.coaching.practice.scenarios import scenarios
from dakehu.desk import Desk
from dakehu.people import Person, Reach

RECENT = 3
"""How many of the last rounds are held against the ones before."""
STEADY = 3
"""Points by which the average must move to count as a trend."""


@dataclass(frozen=True)
class Progress:
    """Somebody and what their rounds come to; None where they finished none."""

    person: Person
    tally: Tally | None


def done_rounds(desk: Desk) -> list[Round]:
    """List one's own rounds that were played to their review, the earliest first."""
    access.require(desk, Task.PRACTISE)
    return [r for r in desk.practice.done(desk.person.id) if r.scenario in scenarios()]


def trend(scores: Sequence[int]) -> Literal["up", "down", "steady"] | None:
    """Tell whether the last rounds went better than the ones before; None where there are none."""
    recent = scores[-RECENT:] if len(scores) > RECENT else scores[-1:]
    before = scores[: len(scores) - len(recent)]
    if not before:
        return None
    moved = fmean(recent) - fmean(before)
    return "up" if moved > STEADY else "down" if moved < -STEADY else "steady"


def team_progress(desk: Desk, start: datetime, end: datetime) -> list[Progress]:
    """Sum up the rounds of a manager's specialists, the most practised first.

    Raises:
        Denied: The person leads no team.
    """
    access.require(desk, Task.SEE_PRACTICE)
    return _progress(desk, people.colleagues(desk), start, end)


def progress_of(desk: Desk, person: Person, start: datetime, end: datetime) -> Progress:
    """Sum up one person's rounds: one's own, or those of one's team.

    Raises:
        Denied: They are somebody else's.
    """
    access.require(desk, Task.PRACTISE)
    return _progress(desk, [access.require_colleague(desk, person.id)], start, end)[0]


def named(desk: Desk, text: str) -> Person | None:
    """Find the specialist whom a text names; of namesakes, the one within reach."""
    mine = [desk.person, *people.colleagues(desk)]
    everyone = [*mine, *desk.staff.all_specialists()]
    return next((p for p in everyone if p.name in text or p.login in text.split()), None)


def _progress(
    desk: Desk, persons: Sequence[Person], start: datetime, end: datetime
) -> list[Progress]:
    reach = Reach(frozenset(person.id for person in persons))
    tallies = {tally.staff_id: tally for tally in desk.practice.tallies(reach, start, end)}
    found = [Progress(p, tallies.get(p.id)) for p in persons if p.active or p.id in tallies]
    return sorted(found, key=lambda one: -(one.tally.rounds if one.tally else 0))
