"""The gateway does what `/openapi.json` says, for whatever schemathesis thinks of.

Left out: `/api/events`, a stream that never ends.
"""

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.schemas import BaseSchema

from dakehu.clock import FrozenClock
from dakehu.gateway import parts

from .fake_engine import serving
from .people import Visitor, hire, new_code, settings_for, visiting

ENDLESS = 1_000_000


@pytest.fixture(scope="module")
def visitor(
    tmp_path_factory: pytest.TempPathFactory, _sqlite_template: Path, clock: FrozenClock
) -> Iterator[Visitor]:
    """Run a gateway in a thread of its own, and give somebody who visits it."""
    path = tmp_path_factory.mktemp("openapi") / "dakehu.db"
    path.write_bytes(_sqlite_template.read_bytes())
    ready: SimpleQueue[Visitor] = SimpleQueue()
    over = threading.Event()

    async def run() -> None:
        async with serving() as engine:
            limits = {"rate_limit": ENDLESS}
            async with visiting(settings_for(f"sqlite:///{path}", engine, clock, **limits)) as it:
                hire(it.gateway.database)
                ready.put(it)
                await asyncio.to_thread(over.wait)

    patched = pytest.MonkeyPatch()
    patched.setattr(parts, "WRONG_CODES_PER_MINUTE", ENDLESS)
    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    yield ready.get(timeout=10)
    over.set()
    thread.join()
    patched.undo()


@pytest.fixture
def token(visitor: Visitor) -> str:
    """Sign in for one operation; one of them signs out."""
    code = new_code(visitor.gateway.database, 1)
    token: str = httpx.post(f"{visitor.url}/api/session", json={"code": code}).json()["token"]
    return token


@pytest.fixture(scope="module")
def api(visitor: Visitor) -> BaseSchema:
    schema = schemathesis.openapi.from_url(f"{visitor.url}/openapi.json")
    return schema.exclude(path="/api/events")


schema = schemathesis.pytest.from_fixture("api")


@schema.parametrize()
@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_gateway_does_what_its_description_says(case: Case, token: str) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {token}"})
