"""A place between two processes at which a message can be caught, so that one can be killed."""

import asyncio
import threading
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, Literal

WAIT = 60  # seconds in which a message has to come by

type Moment = Literal["request", "answer"]


class Dropped(Exception):
    """What was held is thrown away."""


class FaultPoint:
    """Passes bytes on to a port, and holds the next POST or its answer when told to."""

    def __init__(self, target: int) -> None:
        """Stand before a port of the loopback, on a port of its own: `port`."""
        self._target = target
        self._moment: Moment | None = None
        self._reached = threading.Event()
        self._dropping = False
        self._loop = asyncio.new_event_loop()
        self._go = asyncio.Event()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = self._in_loop(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port: int = self._server.sockets[0].getsockname()[1]

    def hold(self, moment: Moment) -> None:
        """Hold the next POST before its target gets it, or its answer before the sender does."""
        self._reached.clear()
        self._loop.call_soon_threadsafe(self._go.clear)
        self._dropping = False
        self._moment = moment

    def wait(self) -> None:
        """Wait until something is held."""
        assert self._reached.wait(WAIT), "nothing came by"

    def release_until(self, moment: Moment) -> None:
        """Pass on what is held, and hold again at another moment."""
        self._reached.clear()
        self._moment = moment

        def once() -> None:
            self._go.set()  # whoever waits goes on, and whoever comes next waits
            self._go = asyncio.Event()

        self._loop.call_soon_threadsafe(once)

    def drop(self) -> None:
        """Throw away what is held, cut its connections, and pass everything on again."""
        self._dropping = True
        self.release()

    def release(self) -> None:
        """Pass on what is held, and everything after it."""
        self._moment = None
        self._loop.call_soon_threadsafe(self._go.set)

    def close(self) -> None:
        """Cut everything."""

        async def end() -> None:
            self._server.close()
            tasks = asyncio.all_tasks() - {asyncio.current_task()}
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

        self._in_loop(end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _in_loop(self, call: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(call, self._loop).result(WAIT)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ends = [writer]
        with suppress(OSError, Dropped):
            there_reader, there_writer = await asyncio.open_connection("127.0.0.1", self._target)
            ends.append(there_writer)
            posting = threading.Event()
            pumps = [
                asyncio.create_task(self._pump(reader, there_writer, posting, "request")),
                asyncio.create_task(self._pump(there_reader, writer, posting, "answer")),
            ]
            _, others = await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
            for other in others:
                other.cancel()
            await asyncio.gather(*pumps, return_exceptions=True)
        for end in ends:
            end.close()

    async def _pump(
        self,
        source: asyncio.StreamReader,
        target: asyncio.StreamWriter,
        posting: threading.Event,
        moment: Moment,
    ) -> None:
        while data := await source.read(65536):
            if moment == "request":
                _note(data, posting)
            if posting.is_set() and self._moment == moment:
                await self._held()
            target.write(data)
            await target.drain()

    async def _held(self) -> None:
        self._reached.set()
        await self._go.wait()
        if self._dropping:
            raise Dropped


def _note(data: bytes, posting: threading.Event) -> None:
    """Remember whether a connection's present request is a POST."""
    if data.startswith(b"POST "):
        posting.set()
    elif data.startswith(b"GET "):
        posting.clear()
