"""Who a request is from: its token says so, and the database whether that still holds."""

from typing import Annotated, cast

from fastapi import Depends, Request
from fastapi.security import APIKeyCookie, HTTPBearer

from dakehu.gateway.channels.web.token import COOKIE, carried
from dakehu.gateway.parts import Gateway
from dakehu.gateway.problems import Problem
from dakehu.gateway.signing import Claim
from dakehu.storage.messages.sessions import SignedIn

# What `/openapi.json` says of routes that want a session: either way of carrying it will do.
SIGNED = [
    Depends(HTTPBearer(auto_error=False)),
    Depends(APIKeyCookie(name=COOKIE, auto_error=False)),
]


async def gateway(request: Request) -> Gateway:
    """Return what the app was made with."""
    return cast(Gateway, request.app.state.gateway)


type TheGateway = Annotated[Gateway, Depends(gateway)]


async def claimed(request: Request, gateway: TheGateway) -> Claim:
    """Return what the request's token says; the database has not been asked.

    Raises:
        Problem: 401, there is no token of ours.
    """
    claim = gateway.session_tokens.read(carried(request))
    if claim is None:
        raise Problem(401, "unsigned")
    return claim


type Claimed = Annotated[Claim, Depends(claimed)]


async def signed_in(claim: Claimed, gateway: TheGateway) -> SignedIn:
    """Return who is asking.

    Raises:
        Problem: 401, the session is over.
    """
    person = await gateway.threads.run(gateway.sessions.find, claim.fingerprint)
    if person is None:
        raise Problem(401, "unsigned")
    return person


type Asking = Annotated[SignedIn, Depends(signed_in)]
