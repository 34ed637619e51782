"""Who comes to a banquet: the host's side, the customer's contacts, and who they bring."""

from collections.abc import Iterator
from random import Random

from dakehu.storage.demo.bookings import Application
from dakehu.storage.demo.content import content
from dakehu.storage.demo.people import Names
from dakehu.storage.demo.world import Person, Row

_COMPANION_RANK = 9
_HOST_RANKS = {"manager": 5, "specialist": 7}


def guests(
    banquet_id: int, application: Application, manager: Person, names: Names, rng: Random
) -> Iterator[Row]:
    """Give the rows of `banquet_guest`."""
    company = application.company
    reply = _reply(application.state, rng)
    for host in (manager, company.owner):
        rank = _HOST_RANKS[host.role]
        yield _guest(banquet_id, host.name, "host", rank, next(reply))
    for speaker in company.speakers:
        habits = {"title": speaker.title, "diet": speaker.diet, "taboo": speaker.taboo}
        yield _guest(banquet_id, speaker.name, "guest", speaker.rank, next(reply)) | habits
    for _ in range(rng.randint(1, 5)):
        companion = _guest(banquet_id, names.draw(), "guest", _COMPANION_RANK, next(reply))
        yield companion | {"relation": rng.choice(content("bookings")["relations"])}


def _guest(banquet_id: int, name: str, side: str, rank: int, reply: str | None) -> Row:
    unknown = dict.fromkeys(("title", "relation", "diet", "taboo"))
    known = {"banquet_id": banquet_id, "name": name, "side": side, "rank": rank, "reply": reply}
    return unknown | known | {"interpreter": False}


def _reply(state: str, rng: Random) -> Iterator[str | None]:
    """Most accept in the end; nobody is asked before the banquet is approved."""
    odds = {"done": (0, 92, 8), "approved": (50, 45, 5)}.get(state)
    while True:
        replies = ("invited", "accepted", "declined")
        yield rng.choices(replies, odds)[0] if odds else None
