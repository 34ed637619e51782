"""A sign-in code for somebody, shown once."""

from datetime import UTC, datetime

from anyio.to_thread import run_sync
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette_admin import route

from dakehu.gateway.admin.pages import Page
from dakehu.gateway.admin.records import session_of
from dakehu.gateway.admin.words import later, say
from dakehu.sign_in import issue
from dakehu.storage.audit import Change, record
from dakehu.storage.sign_in_codes import SqlCodes
from dakehu.storage.tables import Staff


class CodePage(Page):
    """Issues a code; only its keyed hash is kept, so it cannot be shown again."""

    path = "/code"
    route_name = "code"
    menu_label = later("views.code.one")

    @route("", methods=["GET", "POST"], name="code")
    async def index(self, request: Request) -> Response:
        """Ask whether a code is wanted, or give it."""
        session = session_of(request)
        person = session.get(Staff, self.number(request, "staff"))
        if person is None:
            raise HTTPException(404)
        problem = None if person.active else say("said.code_inactive")
        code = None
        if request.method == "POST" and person.active:
            secret = self.gateway.settings.secret
            now = datetime.now(UTC)
            code = await run_sync(issue, SqlCodes(session), secret, person.id, now)
            record(session, Change("sign_in_code.create", "staff", person.id))
        link = f"{self.gateway.settings.web_address}/?code={code}"
        return self.show(request, "code.html", problem, person=person, code=code, link=link)
