"""One transaction for each request: read-only to look, audited to change."""

from collections.abc import Iterator
from contextlib import contextmanager

from fastapi.concurrency import contextmanager_in_threadpool
from sqlalchemy.orm import Session
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp
from starlette_admin.helpers import run_on_commit_callbacks

from dakehu.gateway.admin.records import asking
from dakehu.storage.database import Database


class _Undo(Exception):
    """The answer is a refusal, so nothing is kept."""


class OneTransaction(BaseHTTPMiddleware):
    """Opens the session that the library's views work with, and commits before the answer."""

    def __init__(self, app: ASGIApp, database: Database) -> None:
        super().__init__(app)
        self._database = database

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        """Answer a request within a transaction."""
        if not hasattr(request.state, "asking"):  # the library's own files
            return await call_next(request)
        await request.body()  # whoever sends slowly must not hold the database's lock
        try:
            async with contextmanager_in_threadpool(self._session(request)) as session:
                request.state.session = session
                response = await call_next(request)
                if response.status_code >= 400:
                    raise _Undo
        except _Undo:
            return response
        await run_on_commit_callbacks(request)
        return response

    @contextmanager
    def _session(self, request: Request) -> Iterator[Session]:
        if request.method in ("GET", "HEAD"):
            with self._database.reading() as session:
                yield session
            return
        staff_id = asking(request).staff_id
        with self._database.transaction(staff_id=staff_id, channel="admin") as session:
            session.connection()  # waits for the lock here, off the event loop
            yield session
