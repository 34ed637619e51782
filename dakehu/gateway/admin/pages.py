"""Pages of our own beside the library's lists and forms."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette_admin import CustomView

from dakehu.gateway.parts import Gateway


class Page(CustomView):
    """A page that no menu leads to."""

    add_to_menu = False

    def __init__(self, gateway: Gateway) -> None:
        self.gateway = gateway
        super().__init__()

    def show(
        self, request: Request, template: str, problem: str | None, **context: Any
    ) -> Response:
        """Render the page; with a problem it says that nothing was done."""
        assert self._admin is not None
        status = 422 if problem else 200
        context |= {"title": self.title(request), "problem": problem}
        return self._admin._template_response(request, template, context, status)

    def number(self, request: Request, name: str) -> int:
        """Return the key in the address; 0, which nothing has, for what is none."""
        typed = request.query_params.get(name, "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
