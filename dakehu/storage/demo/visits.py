"""The rows of visits and of the plans they came from."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count

from dakehu.storage.demo import schedule
from dakehu.storage.demo.schedule import DAY, NOTHING, Appointment
from dakehu.storage.demo.techniques import Technique, Techniques
from dakehu.storage.demo.telling import Telling
from dakehu.storage.demo.world import BATCH, Batch, Company, Row, World
from dakehu.storage.tables import Visit, VisitOpener, VisitPlan, VisitQuestion

_WEEK = 7 * DAY
# What became of the plans that did not lead to a visit, as shares of unplanned visits.
_MISSED, _CANCELLED = 0.12, 0.08


def build(world: World) -> Iterator[Batch]:
    """Make all past visits in order of time, then the plans that lie ahead."""
    ahead = schedule.upcoming(world)
    writer = _Writer(world, schedule.past(world, ahead))
    for first in range(0, world.size.visits, BATCH):
        yield from writer.batches(first, min(first + BATCH, world.size.visits))
    yield VisitPlan, [writer.ahead(appointment) for appointment in ahead]


class _Writer:
    """Numbers visits and plans through and writes them down."""

    def __init__(self, world: World, visits: schedule.Schedule) -> None:
        self._world = world
        self._visits = visits
        self._rng = world.rng("visits")
        self._techniques = Techniques(self._rng)
        self._telling = Telling(self._rng)
        self._plan_ids = count(1)
        self._day, self._number = date.min, 0

    def batches(self, first: int, end: int) -> Iterator[Batch]:
        """Give the rows of the visits from one place to another; plans come before visits."""
        rows: list[Row] = []
        plans: list[Row] = []
        questions: list[Row] = []
        openers: list[Row] = []
        companies = [self._world.companies[place] for place in self._visits.companies[first:end]]
        techniques = self._techniques.draw([company.status for company in companies])
        for place, company, technique in zip(range(first, end), companies, techniques, strict=True):
            rows.append(self._visit(place, company, technique))
            plans += self._plans(place, company, rows[-1])
            questions += [{"visit_id": place + 1, "question": name} for name in technique.questions]
            openers += _openers(place + 1, technique)
        yield from ((VisitPlan, plans), (Visit, rows))
        yield from ((VisitQuestion, questions), (VisitOpener, openers))

    def ahead(self, appointment: Appointment) -> Row:
        """Return the row of a visit that is planned."""
        company = appointment.company
        moment = self._world.at(appointment.day, appointment.minute)
        purpose = self._telling.purpose(company)
        plan_id = next(self._plan_ids)
        self._world.ahead.append((plan_id, company))
        return _plan(plan_id, company, moment, "planned", purpose)

    def _visit(self, place: int, company: Company, technique: Technique) -> Row:
        number, minute = divmod(self._visits.minutes[place], DAY)
        day = self._world.days[number]
        started = self._world.at(day, minute)
        self._count(company, day, technique.outcome)
        return self._telling.tell(company, minute, technique.outcome) | {
            "id": place + 1,
            "number": f"V{day.year}{day.month:02}{day.day:02}-{self._number:03}",
            "staff_id": company.owner.id,
            "customer_id": company.id,
            "started_at": started,
            "next_visit_at": self._following(place),
            "plan_id": next(self._plan_ids) if self._visits.planned[place] else None,
            # A visit is logged soon after, so that numbers follow the hours of the day.
            "created_at": started + timedelta(seconds=1_800 + self._rng.randrange(900)),
        }

    def _count(self, company: Company, day: date, outcome: str) -> None:
        self._number = self._number + 1 if day == self._day else 1
        self._day = day
        self._world.visit_counts[company.owner.id, f"{day.year}-{day.month:02}"] += 1
        if outcome == "deal":
            self._world.deals.append((company, day))

    def _following(self, place: int) -> datetime | None:
        minute = self._visits.following[place]
        return None if minute == NOTHING else self._moment(minute)

    def _moment(self, minute: int) -> datetime:
        day = self._world.days[0] + timedelta(days=minute // DAY)
        return self._world.at(day, minute % DAY)

    def _plans(self, place: int, company: Company, visit: Row) -> Iterator[Row]:
        """Give the plan that the visit came from, or one that failed a week before."""
        if visit["plan_id"]:
            plan = _plan(visit["plan_id"], company, visit["started_at"], "done", visit["purpose"])
            yield plan | {"visit_id": visit["id"]}
            return
        chance, minute = self._rng.random(), self._visits.minutes[place] - _WEEK
        if chance < _MISSED + _CANCELLED and minute >= self._since(company):
            state = "missed" if chance < _MISSED else "cancelled"
            moment, number = self._moment(minute), next(self._plan_ids)
            yield _plan(number, company, moment, state, visit["purpose"])

    def _since(self, company: Company) -> int:
        return (company.first - self._world.days[0]).days * DAY


def _plan(number: int, company: Company, moment: datetime, state: str, purpose: str) -> Row:
    return {
        "id": number,
        "staff_id": company.owner.id,
        "customer_id": company.id,
        "planned_at": moment,
        "purpose": purpose,
        "state": state,
        "visit_id": None,
    }


def _openers(visit_id: int, technique: Technique) -> Iterator[Row]:
    for name, engaged in zip(technique.openers, technique.engaged, strict=True):
        yield {"visit_id": visit_id, "opener": name, "engaged": engaged}
