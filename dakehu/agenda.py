"""The agenda: what is planned and what was done in a period, day by day, and what is due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from dakehu import access
from dakehu.access import Denied, Reason, Task
from dakehu.codes import Role
from dakehu.desk import Desk
from dakehu.people import Reach
from dakehu.plan.records import Plan
from dakehu.visit.records import Visit

_FOLLOW_UP_MEMORY = timedelta(days=60)


@dataclass(frozen=True)
class Entry:
    """A planned visit, a visit, or a plan and the visit that came of it."""

    at: datetime
    plan: Plan | None
    visit: Visit | None

    @property
    def staff_name(self) -> str:
        """Whose it is."""
        return (self.visit or self._planned).staff_name

    @property
    def customer_name(self) -> str:
        """With which customer."""
        return (self.visit or self._planned).customer_name

    @property
    def _planned(self) -> Plan:
        assert self.plan is not None, "an entry has a plan or a visit"
        return self.plan


@dataclass(frozen=True)
class Day:
    """The entries of one local day, by time."""

    date: date
    entries: list[Entry]


@dataclass(frozen=True)
class FollowUp:
    """A next step that is due, with nothing done or planned at the customer since."""

    visit: Visit
    due: datetime


@dataclass(frozen=True)
class Agenda:
    """A period's days that have entries, in order, and the follow-ups due by its end."""

    days: list[Day]
    follow_ups: list[FollowUp]


def agenda(
    desk: Desk, start: datetime, end: datetime, of: int | None = None, *, team: bool = False
) -> Agenda:
    """Show a period [start, end): one's own, one specialist's (`of`), or the whole team's.

    Raises:
        Denied: The role has no agenda, or asks for people who are not theirs to ask about.
    """
    access.require(desk, Task.SEE_AGENDA)
    whose = _whose(desk, of, team=team)
    entries = _entries(
        desk.plans.between(whose, start, end), desk.visits.between(whose, start, end)
    )
    due = desk.visits.unfollowed(whose, start - _FOLLOW_UP_MEMORY, end)
    return Agenda(list(_by_day(entries)), list(_follow_ups(due)))


def _whose(desk: Desk, of: int | None, *, team: bool) -> Reach:
    if of is not None:
        return Reach(frozenset({access.require_colleague(desk, of).id}))
    if team and desk.person.role is Role.SPECIALIST:
        raise Denied(Reason.ROLE, Task.SEE_AGENDA)
    return access.reach(desk) if team else Reach(frozenset({desk.person.id}))


def _entries(plans: Sequence[Plan], visits: Sequence[Visit]) -> list[Entry]:
    """Join each plan with the visit that came of it, and sort by time."""
    by_plan = {visit.plan_id: visit for visit in visits if visit.plan_id is not None}
    planned = {plan.id: plan for plan in plans}
    entries = [Entry(p.planned_at, p, None) for p in plans if p.id not in by_plan]
    entries += [Entry(v.started_at, planned.get(v.plan_id or 0), v) for v in visits]
    return sorted(entries, key=lambda entry: entry.at)


def _by_day(entries: Iterable[Entry]) -> Iterable[Day]:
    for day, those in groupby(entries, key=lambda entry: entry.at.date()):
        yield Day(day, list(those))


def _follow_ups(visits: Iterable[Visit]) -> Iterable[FollowUp]:
    for visit in visits:
        if visit.next_visit_at is not None:
            yield FollowUp(visit, visit.next_visit_at)
