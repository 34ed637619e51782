"""What the parts of the demo data share: its size, its days, its people and customers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cached_property
from itertools import batched
from random import Random
from typing import Any

from dakehu.storage.demo import seasonality
from dakehu.storage.tables import Base

Row = dict[str, Any]
Batch = tuple[type[Base], list[Row]]
BATCH = 10_000


def batches(table: type[Base], rows: Iterable[Row]) -> Iterator[Batch]:
    """Cut rows of a table into parts that are written at once."""
    return ((table, list(part)) for part in batched(rows, BATCH))


@dataclass(frozen=True)
class Size:
    """How much to make; `months` counts back from the current month, which is included.

    Fourteen months give the last two a year before them to be compared with.
    """

    customers: int = 60
    visits: int = 1_200
    months: int = 14
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Person:
    """One of the staff; `diligence` is the share of a plan that they tend to reach."""

    id: int
    login: str
    name: str
    role: str
    region: str
    team: int | None = None
    diligence: float = 1.0


@dataclass(frozen=True, slots=True)
class Speaker:
    """A contact of a customer, with the form of address used for them (王总)."""

    id: int
    name: str
    title: str
    rank: int
    called: str
    diet: str | None
    taboo: str | None


@dataclass(frozen=True, slots=True)
class Company:
    """A customer; visits fall between the days `first` and `last`."""

    id: int
    name: str
    owner: Person
    trade: str
    region: str
    level: str
    status: str
    created: date
    first: date
    last: date
    speakers: list[Speaker]
    frequency: float

    @property
    def days(self) -> int:
        """How many days after the first the last is; none where they left before the visits."""
        return max((self.last - self.first).days, 0)


@dataclass
class World:
    """A demo department in the making. Only the date of today matters, not the hour.

    `ahead` holds the visits planned from today on: the plan's id, and whom it is to.
    """

    size: Size
    today: date
    zone: tzinfo
    people: list[Person] = field(default_factory=list)
    companies: list[Company] = field(default_factory=list)
    visit_counts: Counter[tuple[int, str]] = field(default_factory=Counter)
    deals: list[tuple[Company, date]] = field(default_factory=list)
    ahead: list[tuple[int, Company]] = field(default_factory=list)
    _midnights: dict[date, datetime] = field(default_factory=dict)

    def rng(self, area: str) -> Random:
        """Return an area's own source of chance, so that areas do not disturb each other."""
        return Random(f"{self.size.seed}:{area}")  # noqa: S311 - demo data is no secret

    @cached_property
    def days(self) -> list[date]:
        """The days with visits: from the first month's first to yesterday."""
        first = seasonality.month_start(self.today, 1 - self.size.months)
        return seasonality.days_between(first, self.today)

    @cached_property
    def months(self) -> list[str]:
        """The months of the period as 'YYYY-MM', the current one last."""
        starts = (seasonality.month_start(self.today, -n) for n in range(self.size.months))
        return [f"{day:%Y-%m}" for day in starts][::-1]

    @cached_property
    def specialists(self) -> list[Person]:
        """Those who visit customers."""
        return [person for person in self.people if person.role == "specialist"]

    @cached_property
    def leaders(self) -> dict[int | None, Person]:
        """The manager of each team, by the team's number."""
        return {person.team: person for person in self.people if person.role == "manager"}

    @cached_property
    def office(self) -> Person:
        """Who arranges tours and guides visitors."""
        return next(person for person in self.people if person.role == "office")

    def at(self, day: date, minute: int) -> datetime:
        """Return the moment of a local minute of the day, in UTC."""
        midnight = self._midnights.get(day)
        if midnight is None:
            local = datetime(day.year, day.month, day.day, tzinfo=self.zone)
            midnight = self._midnights[day] = local.astimezone(UTC)
        return midnight + timedelta(minutes=minute)
