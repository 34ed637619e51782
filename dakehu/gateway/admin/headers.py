"""What browsers are told of the record browser's pages: stricter than needed is just right."""

import secrets
from base64 import b64encode
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dakehu.gateway.admin.nonces import LIST_LENGTH_CHOSEN

_HASH = b64encode(sha256(LIST_LENGTH_CHOSEN.encode()).digest()).decode()
# docs/adr/0005-record-browser.md says why each exception.
_POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'unsafe-hashes' 'sha256-{hash}'; "
    "style-src 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; connect-src 'self'; "
    "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)


class AdminHeaders:
    """Puts the headers of `/admin` in place of the chat page's."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its response back with the headers."""
        path = scope.get("path", "")
        if not (path == "/admin" or path.startswith("/admin/")):
            await self._app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce

        async def send_strictly(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = _POLICY.format(nonce=nonce, hash=_HASH)
                # Without its own address, a page's forms would not say where they come from.
                headers["Referrer-Policy"] = "same-origin"
                if not path.startswith("/admin/static/"):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self._app(scope, receive, send_strictly)
