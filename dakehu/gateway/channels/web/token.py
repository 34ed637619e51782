"""Where a request carries its session's token."""

from fastapi.security.utils import get_authorization_scheme_param
from starlette.requests import HTTPConnection

COOKIE = "dakehu_session"


def carried(request: HTTPConnection) -> str:
    """Return the token of a request, unread: `Authorization: Bearer` goes before the cookie."""
    scheme, token = get_authorization_scheme_param(request.headers.get("Authorization"))
    return token if scheme.lower() == "bearer" else request.cookies.get(COOKIE, "")
