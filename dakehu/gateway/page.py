"""The page at `/`, its files and the widget, and headers that keep a browser strict about them."""

from collections.abc import Sequence
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request, Response
from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dakehu.gateway.assets import Asset
from dakehu.gateway.problems import Problem

WEB = Path(__file__).parents[2] / "web"

_INDEX = Asset(WEB / "index.html")
_WIDGET = Asset(WEB / "widget.js")
_FILES = {
    path.name: Asset(path)
    for path in (
        *WEB.glob("*.js"),
        *WEB.glob("*.css"),
        WEB / "node_modules/deep-chat/dist/deepChat.bundle.js",  # of the package, this file only
    )
}
# Scripts and styles come from our own files only; who may frame the page, the settings say.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; frame-ancestors {framing}"
)
_HEADERS = {
    "Referrer-Policy": "no-referrer",  # a sign-in link carries its code in the address
    "X-Content-Type-Options": "nosniff",
}
# A browser keeps page and files, and asks each time whether they are still the same (ETag).
_ASK_EACH_TIME = "no-cache"
_KEEP_NOTHING = "no-store"
_WORTH_COMPRESSING = 1000  # bytes

router = APIRouter(include_in_schema=False)


@router.get("/")
async def index(request: Request) -> Response:
    """Give the chat page."""
    return _INDEX.answer(request)


@router.get("/widget.js")
async def widget(request: Request) -> Response:
    """Give the script that puts a button for the page on a page of somebody else's."""
    return _WIDGET.answer(request)


@router.get("/static/{name}")
async def static(name: str, request: Request) -> Response:
    """Give a file of the page's."""
    if name not in _FILES:
        raise Problem(404, "not_found")
    return _FILES[name].answer(request)


def install(app: FastAPI, widget_origins: Sequence[str]) -> None:
    """Serve the page and its files; pages of these origins may show it in a frame."""
    app.include_router(router)
    # It leaves alone what is compressed already, and streams of events.
    app.add_middleware(GZipMiddleware, minimum_size=_WORTH_COMPRESSING)
    app.add_middleware(StrictHeaders, framing=" ".join(widget_origins) or "'none'")


class StrictHeaders:
    """Adds the headers to every response."""

    def __init__(self, app: ASGIApp, framing: str) -> None:
        self._app = app
        self._headers = {**_HEADERS, "Content-Security-Policy": _POLICY.format(framing=framing)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its response back with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        private = scope["path"].startswith("/api/")

        async def send_strictly(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                headers["Cache-Control"] = _KEEP_NOTHING if private else _ASK_EACH_TIME
            await send(message)

        await self._app(scope, receive, send_strictly)
