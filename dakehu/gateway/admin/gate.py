"""The way in: administrators only, as the database has them now; forms from our own pages only."""

import logging
from urllib.parse import urlsplit

from sqlalchemy.exc import DataError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette_admin.i18n import set_database_timezone, set_locale, set_timezone

from dakehu.codes import Role
from dakehu.gateway.admin.refusals import Refusals
from dakehu.gateway.channels.web.token import carried
from dakehu.gateway.parts import Gateway
from dakehu.storage.audit import Change, record
from dakehu.storage.errors import StorageUnavailable
from dakehu.storage.messages.sessions import SignedIn

log = logging.getLogger(__name__)

_READING = ("GET", "HEAD")


class Gate:
    """Lets administrators through, in their language, and tells everybody else why not."""

    def __init__(self, app: ASGIApp, gateway: Gateway, refusals: Refusals) -> None:
        self._app = app
        self._gateway = gateway
        self._refusals = refusals

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it."""
        request = Request(scope, receive)
        if request.url.path.startswith("/admin/static/"):
            await self._app(scope, receive, send)
            return
        try:
            refused = await self._refused(request)
            await (refused or self._app)(scope, receive, send)
        except StorageUnavailable:
            await self._refusals.broken(request, "not_kept", 503)(scope, receive, send)
        except (DataError, OverflowError):  # a value that no column takes
            await self._refusals.broken(request, "unusable", 400)(scope, receive, send)
        except Exception:
            log.exception("%s %s failed", request.method, request.url.path)
            await self._refusals.broken(request, "internal", 500)(scope, receive, send)

    async def _refused(self, request: Request) -> Response | None:
        person = await self._person(request)
        if person is None:
            return RedirectResponse("/", 303)
        set_locale(person.language)
        set_timezone(str(self._gateway.settings.timezone))
        set_database_timezone("UTC")
        if person.role is not Role.ADMIN:
            await self._gateway.threads.run(self._write_down, person)
            return self._refusals.refused(request, "not_admin")
        if request.method not in _READING and not self._is_ours(request):
            return self._refusals.refused(request, "foreign_form")
        request.state.asking = person
        return None

    async def _person(self, request: Request) -> SignedIn | None:
        claim = self._gateway.session_tokens.read(carried(request))
        if claim is None:
            return None
        return await self._gateway.threads.run(self._gateway.sessions.find, claim.fingerprint)

    def _is_ours(self, request: Request) -> bool:
        """Tell whether a form comes from here: the browser says where its page is from."""
        origin = request.headers.get("Origin", "")
        public = urlsplit(self._gateway.settings.web_address)
        ours = (
            f"{public.scheme}://{public.netloc}",
            f"{request.url.scheme}://{request.url.netloc}",
        )
        return origin in ours

    def _write_down(self, person: SignedIn) -> None:
        with self._gateway.database.transaction(
            staff_id=person.staff_id, channel="admin"
        ) as session:
            record(session, Change("denied", "admin"))
