"""Tells the library's menu who is signed in, and lets them sign out."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates
from starlette_admin.auth import AdminUser, BaseAuthProvider

from dakehu.gateway.admin.records import asking
from dakehu.gateway.channels.web.token import COOKIE
from dakehu.gateway.parts import Gateway


class Who(BaseAuthProvider):
    """Believes the gate, which every request has passed."""

    def __init__(self, gateway: Gateway) -> None:
        super().__init__()
        self._gateway = gateway

    async def authenticate(self, request: Request) -> AdminUser | None:
        """Return the administrator."""
        return AdminUser(asking(request).name) if hasattr(request.state, "asking") else None

    def get_routes(self, templates: Jinja2Templates) -> list[Route]:
        """Return where one signs in, which is the chat page, and out."""
        return [
            Route("/login", self._sign_in, name="login"),
            Route("/logout", self._sign_out, methods=["POST"], name="logout"),
        ]

    async def _sign_in(self, _request: Request) -> Response:
        return RedirectResponse("/", 303)

    async def _sign_out(self, request: Request) -> Response:
        # Its own transaction; this request's would make it wait for itself.
        request.state.on_commit_callbacks = [lambda: self._close(asking(request).fingerprint)]
        response = RedirectResponse("/", 303)
        response.delete_cookie(COOKIE, httponly=True, samesite="strict")
        return response

    async def _close(self, fingerprint: str) -> None:
        await self._gateway.threads.run(self._gateway.sessions.close, fingerprint)
