"""Who listens for what is said, and when to look into the history for it."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class Bell:
    """Rings for one listener; it may ring early, so the listener looks before it speaks."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()
        self.over = False

    def ring(self) -> None:
        """Tell the listener to look."""
        self._rung.set()

    async def wait(self, seconds: float) -> None:
        """Wait for the ring, or so many seconds at most."""
        try:
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        except TimeoutError:
            return
        self._rung.clear()


class Listeners:
    """Everyone who listens, by person."""

    def __init__(self) -> None:
        self._bells: defaultdict[int, set[Bell]] = defaultdict(set)

    @contextmanager
    def listening(self, staff_id: int) -> Iterator[Bell]:
        """Give a bell that rings when something was said by or to this person."""
        bell = Bell()
        self._bells[staff_id].add(bell)
        try:
            yield bell
        finally:
            self._bells[staff_id].discard(bell)
            if not self._bells[staff_id]:
                del self._bells[staff_id]

    def wake(self, staff_id: int) -> None:
        """Ring for a person's listeners."""
        for bell in self._bells.get(staff_id, ()):
            bell.ring()

    def close(self) -> None:
        """Send every listener away; they come back with their cursor."""
        for bells in self._bells.values():
            for bell in bells:
                bell.over = True
                bell.ring()
