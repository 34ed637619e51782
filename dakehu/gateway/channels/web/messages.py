"""Messages in and their answers out, `/api/messages`."""

from fastapi import APIRouter

from dakehu.gateway import incoming
from dakehu.gateway.channels.web import render
from dakehu.gateway.channels.web.identity import SIGNED, Asking, Claimed, TheGateway
from dakehu.gateway.channels.web.schemas import (
    VISIBLE,
    ButtonPress,
    FileMessage,
    GivenCursor,
    History,
    Replies,
    Said,
    TextMessage,
)
from dakehu.gateway.incoming import LONGEST_TEXT, NotYourButton, Sender
from dakehu.gateway.parts import Gateway
from dakehu.gateway.problems import Problem, documented
from dakehu.gateway.signing import Claim
from dakehu.gateway.text import storable
from dakehu.storage.messages.incoming import Incoming, SessionProof, SignedOut

PAGE = 200  # entries of the history in one answer

router = APIRouter(prefix="/api/messages", tags=["messages"], dependencies=SIGNED)


@router.post("", responses=documented(400, 401, 403, 413, 429, 503))
async def say(body: Said, claim: Claimed, it: TheGateway) -> Replies:
    """Say something, press a button or hand a file over; the same id gives the same answer."""
    if wait := it.messages_limit.take(claim.staff_id):
        raise Problem(429, "too_many", retry_after=wait, seconds=round(wait) + 1)
    try:
        kept = await _incoming(body, claim, it)
        with it.metrics.seconds.time():
            entries = await it.turns.take(kept)
    except SignedOut:
        raise Problem(401, "unsigned") from None
    except NotYourButton:
        raise Problem(403, "not_your_button") from None
    return Replies(messages=[render.message(entry, it.button_tokens) for entry in entries])


@router.get("", responses=documented(400, 401, 503))
async def history(person: Asking, it: TheGateway, after: GivenCursor = None) -> History:
    """Read what was said after a cursor; without one, the last of it."""
    if after is None:
        entries = await it.threads.run(it.history.latest, person.staff_id, PAGE)
    else:
        entries = await it.threads.run(it.history.after, person.staff_id, int(after), PAGE)
    used = await it.threads.run(it.history.used_buttons, entries)
    return History(
        messages=[render.history_message(entry, it.button_tokens, used) for entry in entries],
        cursor=str(entries[-1].id) if entries else after or "0",
    )


async def _incoming(body: Said, claim: Claim, it: Gateway) -> Incoming:
    proof, own_id = SessionProof(claim.fingerprint), f"{claim.staff_id}:{body.id}"
    sender = Sender(proof, claim.channel, claim.staff_id, own_id, str(body.id))
    match body:
        case TextMessage():
            return incoming.text(sender, _checked(body.text))
        case ButtonPress():
            return await it.presses.press(sender, body.button)
        case FileMessage():
            file = await it.threads.run(it.files.find, int(body.file), claim.staff_id)
            if file is None:
                raise Problem(403, "not_your_file")
            return it.uploads.message(sender, file, body.text)


def _checked(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise Problem(413, "too_long", limit=LONGEST_TEXT)
    if not VISIBLE.search(storable(text)):
        raise Problem(400, "blank")
    return text
