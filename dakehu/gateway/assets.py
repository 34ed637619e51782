"""The page's files, read and compressed once; a browser is told when it has the same already."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

# Text of a web page is UTF-8, whatever a machine's own table of media types says.
_TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}


@dataclass(frozen=True)
class Asset:
    """A file that does not change as long as the process lives."""

    path: Path

    @cached_property
    def content(self) -> bytes:
        """What is in it."""
        return self.path.read_bytes()

    @cached_property
    def compressed(self) -> bytes:
        """The same, smaller."""
        return gzip.compress(self.content, mtime=0)

    @cached_property
    def tag(self) -> str:
        """What tells one version of it from another."""
        return f'"{hashlib.sha256(self.content).hexdigest()[:32]}"'

    @property
    def media_type(self) -> str:
        """What kind of file it is."""
        guessed = mimetypes.guess_type(self.path.name)[0] or "application/octet-stream"
        return _TYPES.get(self.path.suffix, guessed)

    def answer(self, request: Request) -> Response:
        """Give it, compressed where the browser takes that; nothing where it has it already."""
        headers = {"ETag": self.tag, "Vary": "Accept-Encoding"}
        if self.tag in request.headers.get("If-None-Match", ""):
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return Response(self.compressed, headers=headers, media_type=self.media_type)
        return Response(self.content, headers=headers, media_type=self.media_type)
