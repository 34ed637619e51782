"""The names that a person may use: an index of their customers, kept between turns."""

from collections import OrderedDict
from dataclasses import dataclass

from dakehu import customer
from dakehu.desk import Desk
from dakehu.language.names import NameIndex, NameMatch

KEPT = 256
"""How many people's indexes stay in memory; a manager's 20,000 names take some 50 MB."""


@dataclass(frozen=True)
class Names:
    """The customers that one person may see, by whatever they are called."""

    index: "NameIndex[int]"
    display: dict[int, str]

    def find(self, text: str) -> list[NameMatch[int]]:
        """Find customers named in a text, best first; several where it is ambiguous."""
        return self.index.find(text)


class NameCache:
    """Indexes by person, rebuilt when a customer that they may see was added or renamed."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[object, Names]] = OrderedDict()

    def of(self, desk: Desk) -> Names:
        """Return the names of the desk's person."""
        stamp, person = customer.names_stamp(desk), desk.person.id
        kept = self._kept.pop(person, None)
        if kept is None or kept[0] != stamp:
            kept = (stamp, _build(desk))
        self._kept[person] = kept
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return kept[1]


def _build(desk: Desk) -> Names:
    named = customer.names(desk)
    index = NameIndex((n.id, list(n.forms)) for n in named)
    return Names(index, {n.id: n.forms[0] for n in named})
