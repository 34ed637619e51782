"""What those who run Dakehu look at: `/healthz`, `/readyz`, `/metrics`."""

import asyncio
from typing import Literal

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel

from dakehu.gateway.channels.web.identity import TheGateway
from dakehu.gateway.parts import Gateway
from dakehu.gateway.problems import Problem, documented
from dakehu.storage.errors import StorageUnavailable

router = APIRouter(tags=["operations"])

type Verdict = Literal["ready", "away"]


class Health(BaseModel):
    """The gateway itself runs."""

    status: Literal["alive"] = "alive"


class Readiness(BaseModel):
    """Each part that an answer needs."""

    database: Verdict
    engine: Verdict
    actions: Verdict


@router.get("/healthz")
async def healthz() -> Health:
    """Tell that the process runs; it says nothing of the others."""
    return Health()


@router.get("/readyz", responses=documented(503))
async def readyz(it: TheGateway) -> Readiness:
    """Tell whether messages can be answered; what is away is named."""
    database, engine, actions = await asyncio.gather(
        _database_ready(it), it.engine.engine_ready(), it.engine.actions_ready()
    )
    checks = {"database": database, "engine": engine, "actions": actions}
    verdicts: dict[str, Verdict] = {
        name: "ready" if ready else "away" for name, ready in checks.items()
    }
    if away := [name for name, ready in checks.items() if not ready]:
        raise Problem(
            503, "not_ready", retry_after=2, more={"checks": verdicts}, parts=", ".join(away)
        )
    return Readiness(**verdicts)


@router.get("/metrics", response_class=PlainTextResponse)
async def metrics(it: TheGateway) -> PlainTextResponse:
    """Show the counters in Prometheus's text format."""
    await _database_ready(it)
    return PlainTextResponse(generate_latest(it.metrics.registry), media_type=CONTENT_TYPE_LATEST)


async def _database_ready(it: Gateway) -> bool:
    try:
        it.metrics.waiting.set(await it.threads.run(it.inbox.count_waiting))
    except StorageUnavailable:
        return False
    return True
