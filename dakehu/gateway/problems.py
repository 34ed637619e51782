"""Errors as RFC 9457 problem JSON, in the person's language."""

import logging
import math
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from dakehu.gateway import wording
from dakehu.gateway.channels.web.token import carried
from dakehu.gateway.engine import EngineAway
from dakehu.storage.errors import StorageUnavailable

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
_BY_STATUS = {404: "not_found", 405: "not_allowed", 413: "too_long"}


class ProblemDetail(BaseModel):
    """A problem (RFC 9457); `title` and `detail` are for people to read."""

    type: str
    title: str
    status: int
    detail: str


class Problem(Exception):
    """Ends a request with a problem.

    Attributes:
        status: The HTTP status.
        key: The problem's name in `wording.yml`.
        retry_after: Seconds after which trying again makes sense.
        more: Members besides those of the RFC.
        values: What the wording has gaps for.
    """

    def __init__(
        self,
        status: int,
        key: str,
        *,
        retry_after: float | None = None,
        more: Mapping[str, object] | None = None,
        **values: object,
    ) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.headers: dict[str, str] = {}
        if retry_after is not None:
            self.headers["Retry-After"] = str(math.ceil(retry_after))
        self.more = more or {}
        self.values = values


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI responses of a route that may end with these problems."""
    content = {MEDIA_TYPE: {"schema": ProblemDetail.model_json_schema()}}
    return {status: {"description": "Problem", "content": content} for status in statuses}


async def respond(request: Request, problem: Problem) -> JSONResponse:
    """Render a problem in the language of the request's person, where that is known."""
    language = await request.app.state.gateway.language(carried(request))
    title, detail = wording.problem(problem.key, language, **problem.values)
    body = ProblemDetail(
        type=f"urn:dakehu:problem:{problem.key}", title=title, status=problem.status, detail=detail
    )
    members = {**body.model_dump(), **problem.more}
    return JSONResponse(members, problem.status, headers=problem.headers, media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Turn every error of the app into a problem."""
    for error, handler in _HANDLERS.items():
        app.add_exception_handler(error, handler)


async def _on_problem(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Problem)
    return await respond(request, error)


async def _on_invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return await respond(request, Problem(400, "bad_request", reason=f"{where}: {first['msg']}"))


async def _on_http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    key = _BY_STATUS.get(error.status_code, "bad_request")
    problem = Problem(error.status_code, key, reason=error.detail, limit=4000)
    problem.headers.update(error.headers or {})
    if described := request.app.openapi()["paths"].get(request.url.path):
        # Starlette names the methods of one route only, and an address may have several.
        problem.headers["Allow"] = ", ".join(sorted(described)).upper()
    return await respond(request, problem)


async def _on_unavailable(request: Request, error: Exception) -> JSONResponse:
    log.error("%s %s: %s", request.method, request.url.path, error)
    return await respond(request, Problem(503, "not_kept", retry_after=5))


async def _on_engine_away(request: Request, error: Exception) -> JSONResponse:
    return await respond(request, Problem(503, "engine_away", retry_after=2))


async def _on_crash(request: Request, error: Exception) -> JSONResponse:
    return await respond(request, Problem(500, "internal"))


_HANDLERS = {
    Problem: _on_problem,
    RequestValidationError: _on_invalid,
    HTTPException: _on_http,
    StorageUnavailable: _on_unavailable,
    EngineAway: _on_engine_away,
    Exception: _on_crash,
}
