"""An index of names, for finding them in what people type."""

import gc
from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager

from dakehu.language.names.choose import choose
from dakehu.language.names.heard import homophones
from dakehu.language.names.match import NameMatch
from dakehu.language.names.pinyin import initials, spelled
from dakehu.language.names.registry import Registry
from dakehu.language.names.slips import chinese_slips, latin_slips
from dakehu.language.names.typed import read
from dakehu.language.names.written import written

_SEARCHES = (written, homophones, spelled, initials, latin_slips, chinese_slips)


class NameIndex[Id: Hashable]:
    """Customers by whatever they are called.

    A lookup costs milliseconds however many names there are; adding one does not rebuild it.
    """

    def __init__(self, entries: Iterable[tuple[Id, Iterable[str]]] = ()) -> None:
        self._registry: Registry[Id] = Registry()
        with _without_collecting():
            for one, forms in entries:
                self.add(one, forms)

    def add(self, id: Id, forms: Iterable[str]) -> None:
        """Register what a customer is called, its full name first.

        Args:
            id: The customer; what is registered for it already is kept.
            forms: Full name, short name, aliases.
        """
        self._registry.add(id, forms)

    def find(self, text: str) -> list[NameMatch[Id]]:
        """Find the customers that a text names.

        Args:
            text: What a person typed.

        Returns:
            Matches of score 0.6 and more, best first; where words fit several customers, all of
            them, with the same span.
        """
        typed = read(text)
        hits = (hit for search in _SEARCHES for hit in search(typed, self._registry))
        return choose(hits, typed)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Build without the garbage collector: there is none to find, and looking doubles the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
