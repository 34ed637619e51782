"""Staff and teams, and where made-up names come from."""

from collections.abc import Collection, Iterator
from random import Random

from dakehu.storage.demo.content import content, weighted
from dakehu.storage.demo.world import Batch, Person, Row, World
from dakehu.storage.tables import Staff, Team

_CUSTOMERS_EACH = 45
_MOST_SPECIALISTS = 500
_TEAM_SIZE = 8


class Names:
    """Draws names of persons, common surnames more often."""

    def __init__(self, rng: Random) -> None:
        words = content("people")
        surnames: str = words["surnames"]
        self._surnames = weighted({name: 1 / (place + 8) for place, name in enumerate(surnames)})
        self._given: list[str] = [name for line in words["given"] for name in line.split()]
        self._rng = rng

    def draw(self, but: Collection[str] = ()) -> str:
        """Return a name whose surname is none of those given."""
        surname = self._surnames.draw(self._rng)
        while surname in but:
            surname = self._surnames.draw(self._rng)
        return surname + self._rng.choice(self._given)


def named() -> dict[str, str]:
    """Return the names of those who are in every demo database, by login."""
    return {entry["login"]: entry["name"] for entry in content("people")["staff"]}


def build(world: World) -> Iterator[Batch]:
    """Make the staff of `data/people.yml`, and more where there are many customers."""
    entries = [*content("people")["staff"], *_more_staff(world)]
    world.people += [Person(id=number, **entry) for number, entry in enumerate(entries, 1)]
    yield (
        Team,
        [
            {"id": team, "name": _team_name(team), "manager_id": leader.id}
            for team, leader in world.leaders.items()
            if team is not None
        ],
    )
    columns = ("id", "login", "name", "role", "region")
    yield (
        Staff,
        [
            {column: getattr(person, column) for column in columns} | {"team_id": person.team}
            for person in world.people
        ],
    )


def _more_staff(world: World) -> Iterator[Row]:
    """One specialist for so many customers; the teams after the first have eight each."""
    rng = world.rng("people")
    names = Names(rng)
    regions = weighted(content("companies")["region_weights"])
    wanted = min(_MOST_SPECIALISTS, world.size.customers // _CUSTOMERS_EACH)
    region = "华北"
    for number in range(4, wanted + 1):
        team, place = divmod(number + 2 * _TEAM_SIZE - 3, _TEAM_SIZE)
        if place == 0:
            region = regions.draw(rng)
            yield _entry("manager", team, names.draw(), team, region)
        specialist = _entry("specialist", number, names.draw(), team, region)
        yield specialist | {"diligence": round(rng.uniform(0.75, 1.1), 2)}


def _entry(role: str, number: int, name: str, team: int, region: str) -> Row:
    login = f"{role}{number}"
    return {"login": login, "name": name, "role": role, "team": team, "region": region}


def _team_name(number: int) -> str:
    """Return the name with a Chinese numeral: 大客户二十一部."""
    numerals: list[str] = content("people")["teams"]
    tens, ones = divmod(number, 10)
    written = (numerals[tens - 1] if tens > 1 else "") + ("十" if tens else "")
    return f"大客户{written}{numerals[ones - 1] if ones else ''}部"
