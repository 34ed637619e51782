"""A bound on what a request may send, so that nobody fills the memory.

Starlette's own limit answers in plain text, whatever handlers an application has.
"""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class BodyLimit:
    """Ends a request with 413 as soon as it has sent too much."""

    def __init__(self, app: ASGIApp, most: int, files: int) -> None:
        """Let so many bytes through to an application, and more where files are sent."""
        self._app = app
        self._most = most
        self._files = files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and count its body as it is read."""
        left = self._files if scope.get("path") == "/api/files" else self._most

        async def receive_counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413)
            return message

        await self._app(scope, receive_counted, send)
