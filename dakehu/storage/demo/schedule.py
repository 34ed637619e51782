"""When who is visited: the past visits in order of time, and the visits planned from today on."""

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from dakehu.storage.demo import seasonality
from dakehu.storage.demo.world import Company, Person, World

DAY = 1_440
LUNCH, DINNER = 720, 1_110
NOTHING = -1
_QUARTER_HOURS = [*range(540, 720, 15), LUNCH, *range(810, 1050, 15), DINNER]
# Steps of eleven through the thirty times of a day: each once, neighbours far apart.
_TIMES = [_QUARTER_HOURS[11 * n % 30] for n in range(30)]
_PLANNED_SHARE = 0.6
_AHEAD = 14
_SOON = 45 * DAY


@dataclass
class Schedule:
    """The visits as columns, for memory's sake: minutes from the first day's midnight.

    `following` is when the customer's next visit was planned, or `NOTHING`.
    """

    minutes: "array[int]" = field(default_factory=lambda: array("l"))
    companies: "array[int]" = field(default_factory=lambda: array("l"))
    planned: bytearray = field(default_factory=bytearray)
    following: "array[int]" = field(default_factory=lambda: array("l"))


@dataclass(frozen=True, slots=True)
class Appointment:
    """A visit that lies ahead; the minute is the day's."""

    company: Company
    day: date
    minute: int


def past(world: World, ahead: list[Appointment]) -> Schedule:
    """Spread the visits over days, customers and hours."""
    rng = world.rng("schedule")
    schedule = Schedule()
    counts = seasonality.shares(world.days, world.size.visits, rng)
    for number, (day, count) in enumerate(zip(world.days, counts, strict=True)):
        for minute, place in sorted(_visits_of_day(world, day, count, rng)):
            schedule.minutes.append(number * DAY + minute)
            schedule.companies.append(place)
    schedule.planned = bytearray(rng.random() < _PLANNED_SHARE for _ in schedule.minutes)
    _look_ahead(schedule, world, ahead)
    return schedule


def upcoming(world: World) -> list[Appointment]:
    """Plan two weeks for every specialist, today included."""
    rng = world.rng("appointments")
    end = world.today + timedelta(days=_AHEAD + 1)
    days = [world.today, *seasonality.workdays(world.today + timedelta(days=1), end)]
    return [
        appointment
        for person, companies in _by_owner(world).items()
        for appointment in _appointments(person, companies, days, rng)
    ]


def _appointments(
    person: Person, companies: list[Company], days: list[date], rng: Random
) -> Iterator[Appointment]:
    """Two today and then about one a day, as many as there are customers to see."""
    chosen = rng.sample(companies, min(len(companies), len(days) + 1))
    places: Counter[date] = Counter()
    start = rng.randrange(len(_TIMES))
    for company, day in zip(chosen, [days[0], *days], strict=False):
        places[day] += 1
        yield Appointment(company, day, _TIMES[(start + places[day]) % len(_TIMES)])


def _by_owner(world: World) -> dict[Person, list[Company]]:
    groups: dict[Person, list[Company]] = {}
    for company in world.companies:
        if company.status in ("active", "prospect"):
            groups.setdefault(company.owner, []).append(company)
    return groups


def _visits_of_day(world: World, day: date, count: int, rng: Random) -> Iterator[tuple[int, int]]:
    """Give (minute, place of the company) of a day's visits; no two of one person at once.

    Past thirty visits a day a person's times repeat: nobody sees that many.
    """
    companies = world.companies
    weights = [
        company.frequency if company.first <= day <= company.last else 0.0 for company in companies
    ]
    total = list(accumulate(weights))
    if not count or not total or not total[-1]:
        return
    taken: dict[int, int] = {}
    for place in rng.choices(range(len(companies)), cum_weights=total, k=count):
        owner = companies[place].owner.id
        taken[owner] = taken[owner] + 1 if owner in taken else rng.randrange(len(_TIMES))
        yield _TIMES[taken[owner] % len(_TIMES)], place


def _look_ahead(schedule: Schedule, world: World, ahead: list[Appointment]) -> None:
    """Let each visit know the next one of its customer, where that was planned soon after."""
    today = len(world.days) * DAY
    next_planned = {
        appointment.company.id - 1: today
        + (appointment.day - world.today).days * DAY
        + appointment.minute
        for appointment in ahead
    }
    count = len(schedule.minutes)
    schedule.following = array("l", [NOTHING]) * count
    for number in range(count - 1, -1, -1):
        place, minute = schedule.companies[number], schedule.minutes[number]
        following = next_planned.get(place, NOTHING)
        if minute < following <= minute + _SOON:
            schedule.following[number] = following
        next_planned[place] = minute if schedule.planned[number] else NOTHING
