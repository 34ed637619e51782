"""Blocking database work, kept off the event loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

# SQLite takes one writer at a time and has others poll for their turn: one thread is quicker.
_THREADS = {"sqlite": 1}
_THREADS_ELSEWHERE = 8


class DatabaseThreads:
    """Runs database calls in as many threads as serve the database well, first come first."""

    def __init__(self, backend: str) -> None:
        count = _THREADS.get(backend, _THREADS_ELSEWHERE)
        self._executor = ThreadPoolExecutor(count, thread_name_prefix="database")

    async def run[**P, T](self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a blocking call and wait for what it returns."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, lambda: call(*args, **kwargs))

    def close(self) -> None:
        """Wait for the calls that run, and end."""
        self._executor.shutdown()
