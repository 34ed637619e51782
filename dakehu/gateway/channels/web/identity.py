"""Who a request is from: decided by its session, looked up on every request."""

from typing import Annotated, cast

from fastapi import Depends, Request
from fastapi.security import APIKeyCookie, HTTPAuthorizationCredentials, HTTPBearer

from dakehu.gateway.parts import Gateway
from dakehu.gateway.problems import Problem
from dakehu.storage.messages.sessions import SignedIn

COOKIE = "dakehu_session"

_cookie = APIKeyCookie(name=COOKIE, auto_error=False)
_bearer = HTTPBearer(auto_error=False)


def gateway(request: Request) -> Gateway:
    """Return what the app was made with."""
    return cast(Gateway, request.app.state.gateway)


type TheGateway = Annotated[Gateway, Depends(gateway)]


async def find(gateway: Gateway, token: str | None) -> SignedIn | None:
    """Return whom a token signs in, now."""
    fingerprint = gateway.session_tokens.fingerprint(token or "")
    if fingerprint is None:
        return None
    return await gateway.threads.run(gateway.sessions.find, fingerprint)


async def signed_in(
    request: Request,
    gateway: TheGateway,
    cookie: Annotated[str | None, Depends(_cookie)],
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> SignedIn:
    """Return who is asking; problems are told in their language from here on.

    Raises:
        Problem: 401, nobody is signed in.
    """
    person = await find(gateway, bearer.credentials if bearer else cookie)
    if person is None:
        raise Problem(401, "unsigned")
    request.state.language = person.language
    return person


type Asking = Annotated[SignedIn, Depends(signed_in)]
