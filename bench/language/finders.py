"""Who looks for names: `NameIndex`, and rapidfuzz over all that is registered."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import fuzz, process, utils

from bench.language.register import Entry
from dakehu.language.names import NameIndex

OFFERED = 10
"""The best of a peer's that count as its candidates."""

LEAST = 60
"""Under this score nobody is found."""

Answer = list[tuple[int, float]]
"""Who was found, by number in the register, with a score of 0 to 100; best first."""


@dataclass(frozen=True)
class Finder:
    """Somebody who finds names in a text, and the scores at which their answers may be cut."""

    name: str
    find: Callable[[str], Answer]
    cuts: Sequence[int]


def ours(register: Sequence[Entry]) -> Finder:
    """Return our index of a register."""
    index = NameIndex((number, entry.forms) for number, entry in enumerate(register))

    def find(text: str) -> Answer:
        return [(match.id, 100 * match.score) for match in index.find(text)]

    return Finder("Dakehu", find, [LEAST])


def peers(register: Sequence[Entry]) -> Iterator[Finder]:
    """Yield rapidfuzz's two scorers for a short text in a long one."""
    owners = [number for number, entry in enumerate(register) for _ in entry.forms]
    forms = [utils.default_process(form) for form in chain(*(e.forms for e in register))]

    def finder(scorer: Callable[..., float]) -> Callable[[str], Answer]:
        def find(text: str) -> Answer:
            said = utils.default_process(text)
            best = process.extract(said, forms, scorer=scorer, limit=OFFERED, score_cutoff=LEAST)
            return [(owners[number], score) for _, score, number in best]

        return find

    for name, scorer in (("WRatio", fuzz.WRatio), ("partial_ratio", fuzz.partial_ratio)):
        yield Finder(f"rapidfuzz {name}", finder(scorer), range(LEAST, 101, 5))
