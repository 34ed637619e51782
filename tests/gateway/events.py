"""Reading an event stream, one event at a time."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from .people import Visitor


@dataclass
class Stream:
    """An open stream."""

    lines: AsyncIterator[str]
    last_id: str = ""

    async def next(self) -> dict[str, Any]:
        """Wait for the next event, and return its data."""
        fields: dict[str, str] = {}
        while line := await anext(self.lines):
            name, _, value = line.partition(":")
            fields[name] = value.strip()
        if "data" not in fields:  # a comment, to keep the connection open
            return await self.next()
        self.last_id = fields["id"]
        return json.loads(fields["data"])


@asynccontextmanager
async def listening(
    visitor: Visitor, after: str | None = None, *, everything: bool = False, **headers: str
) -> AsyncIterator[Stream]:
    """Open a stream; it listens once this is entered."""
    query = {"everything": "true"} if everything else {}
    if after is not None:
        query["after"] = after
    timeout = httpx.Timeout(10)
    async with visitor.http.stream(
        "GET", "/api/events", params=query, headers=headers, timeout=timeout
    ) as answer:
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        lines = answer.aiter_lines()
        assert "listening" in await anext(lines)
        yield Stream(lines)
