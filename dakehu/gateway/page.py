"""The page at `/`, and the headers that keep a browser strict about everything from here."""

from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

WEB = Path(__file__).parents[2] / "web"

_HEADERS = {
    # Scripts and styles come from our own files only; nothing may frame the page.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",  # a sign-in link carries its code in the address
    "X-Content-Type-Options": "nosniff",
}
# A browser keeps page and files, and asks each time whether they are still the same (ETag).
_ASK_EACH_TIME = "no-cache"
_KEEP_NOTHING = "no-store"

router = APIRouter(include_in_schema=False)


@router.get("/")
async def index() -> FileResponse:
    """Give the chat page."""
    return FileResponse(WEB / "index.html")


def install(app: FastAPI) -> None:
    """Serve the page and its files."""
    app.include_router(router)
    app.mount("/static", StaticFiles(directory=WEB))
    app.add_middleware(StrictHeaders)


class StrictHeaders:
    """Adds the headers to every response."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its response back with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        private = scope["path"].startswith("/api/")

        async def send_strictly(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                headers["Cache-Control"] = _KEEP_NOTHING if private else _ASK_EACH_TIME
            await send(message)

        await self._app(scope, receive, send_strictly)
