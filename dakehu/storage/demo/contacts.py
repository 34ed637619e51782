"""The people who speak for a customer."""

from random import Random

from dakehu.storage.demo.content import content, weighted_names
from dakehu.storage.demo.people import Names
from dakehu.storage.demo.world import Row, Speaker

_HABITS = {"diets": 0.25, "taboos": 0.2, "notes": 0.3}


class Contacts:
    """Makes contacts, numbered through; the surnames at one customer differ."""

    def __init__(self, rng: Random) -> None:
        words = content("people")
        self._rng = rng
        self._names = Names(rng)
        self._titles = {entry["title"]: entry for entry in words["titles"]}
        self._weighted = weighted_names(self._titles)
        self._words: dict[str, list[str]] = words
        self._count = 0

    def rows(self, customer_id: int, given: list[Row] | None) -> list[Row]:
        """Return rows of `contact`: those given, or one to four made-up ones, highest first."""
        people = given or sorted(self._make_up(), key=lambda person: self._rank(person["title"]))
        return [self._row(customer_id, person) for person in people]

    def speaker(self, row: Row) -> Speaker:
        """Return how a contact is spoken of: surname and the short of the title (王总)."""
        called: str = self._titles[row["title"]]["called"]
        columns = ("id", "name", "title", "rank", "diet", "taboo")
        facts = {column: row[column] for column in columns}
        return Speaker(**facts, called=row["name"][0] + called)

    def _make_up(self) -> list[Row]:
        count = self._rng.choices((1, 2, 3, 4), (25, 45, 20, 10))[0]
        people: dict[str, Row] = {}
        for _ in range(count):
            name = self._names.draw(but=people)
            people[name[0]] = self._person(name)
        return list(people.values())

    def _person(self, name: str) -> Row:
        rng = self._rng
        habits = {
            kind.removesuffix("s"): rng.choice(self._words[kind])
            for kind, share in _HABITS.items()
            if rng.random() < share
        }
        return {"name": name, "title": self._weighted.draw(rng)} | habits

    def _rank(self, title: str) -> int:
        rank: int = self._titles[title]["rank"]
        return rank

    def _row(self, customer_id: int, person: Row) -> Row:
        self._count += 1
        # Mobile numbers from a block that is used as a placeholder everywhere (138 0000 ...).
        phone = f"138{self._count + 1000:08d}"
        facts = {"id": self._count, "customer_id": customer_id, "phone": phone}
        empty = dict.fromkeys(("diet", "taboo", "note"))
        return facts | empty | person | {"rank": self._rank(person["title"])}
