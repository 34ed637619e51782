"""Signing in and out, `/api/session`."""

from datetime import UTC, datetime

from fastapi import APIRouter, Request, Response

from dakehu.codes import Channel
from dakehu.gateway.channels.web.identity import SIGNED, Asking, TheGateway
from dakehu.gateway.channels.web.schemas import Person, Session, SignIn
from dakehu.gateway.channels.web.token import COOKIE
from dakehu.gateway.parts import Gateway
from dakehu.gateway.problems import Problem, documented
from dakehu.gateway.text import storable
from dakehu.sign_in import redeem
from dakehu.storage.messages.sessions import SESSION_LIFE, open_session
from dakehu.storage.sign_in_codes import SqlCodes
from dakehu.storage.tables import Staff

router = APIRouter(prefix="/api/session", tags=["session"])


@router.post("", responses=documented(400, 401, 413, 429, 503))
async def sign_in(body: SignIn, request: Request, response: Response, it: TheGateway) -> Session:
    """Exchange a one-time code for a session."""
    address = request.client.host if request.client else ""
    if wait := it.wrong_codes.wait(address):
        raise Problem(429, "too_many", retry_after=wait, seconds=round(wait) + 1)
    opened = await it.threads.run(_open, it, body)
    if opened is None:
        it.wrong_codes.take(address)
        raise Problem(401, "wrong_code")
    token, person = opened
    _set_cookie(response, token, secure=request.url.scheme == "https")
    return Session(token=token, name=person.name, language=person.language)


@router.get("", responses=documented(401, 503), dependencies=SIGNED)
async def who_is_it(person: Asking) -> Person:
    """Tell who is signed in."""
    return Person(name=person.name, language=person.language)


@router.delete("", status_code=204, responses=documented(401, 503), dependencies=SIGNED)
async def sign_out(person: Asking, response: Response, it: TheGateway) -> None:
    """End the session; its token is worth nothing from now on."""
    await it.threads.run(it.sessions.close, person.fingerprint)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")


def _open(it: Gateway, body: SignIn) -> tuple[str, Staff] | None:
    channel = Channel(body.channel)
    with it.database.transaction() as session:
        code = storable(body.code)
        staff_id = redeem(SqlCodes(session), it.settings.secret, code, datetime.now(UTC))
        if staff_id is None:
            return None
        token = it.session_tokens.new(staff_id, channel)
        claim = it.session_tokens.read(token)
        assert claim is not None
        open_session(session, claim.fingerprint, staff_id, channel)
        return token, session.get_one(Staff, staff_id)


def _set_cookie(response: Response, token: str, *, secure: bool) -> None:
    seconds = int(SESSION_LIFE.total_seconds())
    response.set_cookie(
        COOKIE, token, max_age=seconds, httponly=True, samesite="strict", secure=secure
    )
