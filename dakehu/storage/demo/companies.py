"""Customers, their aliases and contacts: the fixed ones first, then made-up ones."""

from collections.abc import Iterator
from datetime import date, timedelta

from dakehu.storage.demo import seasonality
from dakehu.storage.demo.company_names import CompanyNames
from dakehu.storage.demo.contacts import Contacts
from dakehu.storage.demo.content import content, weighted
from dakehu.storage.demo.world import BATCH, Batch, Company, Row, World
from dakehu.storage.tables import Contact, Customer, CustomerAlias

_FREQUENCY = {"A": 4.0, "B": 2.0, "C": 1.0}
_AT_HOME = 0.7
_WON_BEFORE = 0.55


def build(world: World) -> Iterator[Batch]:
    """Make the customers, in batches of each table."""
    maker = _Maker(world)
    for first in range(0, world.size.customers, BATCH):
        customers: list[Row] = []
        aliases: list[Row] = []
        contacts: list[Row] = []
        for number in range(first, min(first + BATCH, world.size.customers)):
            entry = maker.entry(number)
            company, people = maker.company(number + 1, entry)
            world.companies.append(company)
            customers.append(maker.row(company, entry))
            aliases += [{"customer_id": company.id, "alias": alias} for alias in entry["aliases"]]
            contacts += people
        yield Customer, customers
        yield CustomerAlias, aliases
        yield Contact, contacts


class _Maker:
    def __init__(self, world: World) -> None:
        words = content("companies")
        self._world = world
        self._rng = world.rng("companies")
        self._fixed: list[Row] = content("fixed")
        self._names = CompanyNames(self._rng)
        self._contacts = Contacts(self._rng)
        self._levels, self._statuses = weighted(words["levels"]), weighted(words["statuses"])
        self._ways = weighted(words["acquired_via"])
        self._regions = weighted(words["region_weights"])
        self._owners = {person.login: person for person in world.specialists}
        self._trades = list(content("trades"))

    def entry(self, number: int) -> Row:
        """Return what `data/fixed.yml` says of a customer, or make it up."""
        if number < len(self._fixed):
            return self._fixed[number]
        owner = self._world.specialists[number % len(self._world.specialists)]
        at_home = self._rng.random() < _AT_HOME
        region = owner.region if at_home else self._regions.draw(self._rng)
        trade = self._rng.choice(self._trades)
        level, status = self._levels.draw(self._rng), self._statuses.draw(self._rng)
        facts = {"trade": trade, "region": region, "level": level, "status": status}
        return facts | {"owner": owner.login} | self._names.draw(trade, region)

    def company(self, number: int, entry: Row) -> tuple[Company, list[Row]]:
        """Return a customer and its rows of `contact`."""
        created = self._created(fixed="contacts" in entry)
        contacts = self._contacts.rows(number, entry.get("contacts"))
        facts = {key: entry[key] for key in ("name", "trade", "region", "level", "status")}
        company = Company(
            **facts,
            id=number,
            owner=self._owners[entry["owner"]],
            created=created,
            first=max(created, self._world.days[0]),
            last=self._last_day(created, entry),
            speakers=[self._contacts.speaker(contact) for contact in contacts],
            frequency=_FREQUENCY[entry["level"]] * self._rng.lognormvariate(0, 0.4),
        )
        return company, contacts

    def row(self, company: Company, entry: Row) -> Row:
        """Return the row of `customer`."""
        facts = {key: entry[key] for key in ("name", "short_name", "region", "level", "status")}
        return facts | {
            "id": company.id,
            "industry": company.trade,
            "acquired_via": self._ways.draw(self._rng),
            "owner_id": company.owner.id,
            "created_at": self._world.at(company.created, self._rng.randrange(540, 1050)),
        }

    def _created(self, *, fixed: bool) -> date:
        """Many were customers before the visits begin; the others came over the months."""
        rng, days = self._rng, self._world.days
        if fixed or rng.random() < _WON_BEFORE:
            return days[0] - timedelta(days=rng.randrange(20, 900))
        day = rng.choice(days)
        return day if seasonality.is_workday(day) else self._created(fixed=False)

    def _last_day(self, created: date, entry: Row) -> date:
        """Return when visits end: those who left, and some who are simply forgotten."""
        ends = {"dormant": (60, 240), "lost": (20, 300)}
        shortest, longest = ends.get(entry["status"], (0, 1))
        forgotten = "contacts" not in entry and self._rng.random() < 0.12
        if longest == 1 and forgotten:
            shortest, longest = 31, 80
        last = self._world.today - timedelta(days=self._rng.randrange(shortest, longest))
        return max(last, created)
