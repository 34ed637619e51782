"""What somebody sees who may not enter, or for whom something failed."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.templating import Jinja2Templates

from dakehu.gateway.admin.words import say


class Refusals:
    """Pages without a menu."""

    def __init__(self, templates: Jinja2Templates) -> None:
        self._templates = templates

    def refused(self, request: Request, why: str) -> Response:
        """Return the page for who may not."""
        return self._page(request, say("said.refused_title"), say(f"said.{why}"), 403)

    def broken(self, request: Request, why: str, status: int) -> Response:
        """Return the page for what did not work."""
        return self._page(request, say("said.broken_title"), say(f"said.{why}"), status)

    def _page(self, request: Request, title: str, why: str, status: int) -> Response:
        context = {"title": title, "why": why}
        return self._templates.TemplateResponse(request, "refused.html", context, status)
