"""Messages in and their answers out, `/api/messages`."""

from datetime import UTC, datetime
from uuid import UUID

from fastapi import APIRouter

from dakehu.gateway.channels.web import render
from dakehu.gateway.channels.web.identity import SIGNED, Asking, Claimed, TheGateway
from dakehu.gateway.channels.web.schemas import (
    LONGEST_TEXT,
    VISIBLE,
    ButtonPress,
    GivenCursor,
    History,
    Replies,
    TextMessage,
)
from dakehu.gateway.parts import Gateway
from dakehu.gateway.problems import Problem, documented
from dakehu.gateway.signing import Claim
from dakehu.gateway.text import storable
from dakehu.storage.messages.incoming import Incoming, SignedOut

PAGE = 200  # entries of the history in one answer

router = APIRouter(prefix="/api/messages", tags=["messages"], dependencies=SIGNED)


@router.post("", responses=documented(400, 401, 403, 413, 429, 503))
async def say(body: TextMessage | ButtonPress, claim: Claimed, it: TheGateway) -> Replies:
    """Say something, or press a button; the same id again gives the same answer."""
    if wait := it.messages_limit.take(claim.staff_id):
        raise Problem(429, "too_many", retry_after=wait, seconds=round(wait) + 1)
    if isinstance(body, TextMessage):
        incoming = _text(body, claim)
    else:
        incoming = await _press(body, claim, it)
    try:
        with it.metrics.seconds.time():
            entries = await it.turns.take(incoming)
    except SignedOut:
        raise Problem(401, "unsigned") from None
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


def _text(body: TextMessage, claim: Claim) -> Incoming:
    if len(body.text) > LONGEST_TEXT:
        raise Problem(413, "too_long", limit=LONGEST_TEXT)
    text = storable(body.text)
    if not VISIBLE.search(text):
        raise Problem(400, "blank")
    return _incoming(body.id, claim, text, {"text": text})


async def _press(body: ButtonPress, claim: Claim, it: Gateway) -> Incoming:
    place = it.button_tokens.read(body.button)
    entry = await it.threads.run(it.history.entry, place[0]) if place else None
    if place is None or entry is None or entry.staff_id != claim.staff_id:
        raise Problem(403, "not_your_button")
    button = entry.message["buttons"][place[1]]
    label = button["title"]
    if entry.expires_at is None or entry.expires_at <= datetime.now(UTC):
        return _incoming(body.id, claim, label, {"text": label, "notice": "button_expired"})
    payload = {"text": label, "payload": button["payload"]}
    return _incoming(body.id, claim, label, payload, place)


def _incoming(
    message_id: UUID,
    claim: Claim,
    shown: str,
    payload: dict[str, str],
    press: tuple[int, int] | None = None,
) -> Incoming:
    return Incoming(
        session=claim.fingerprint,
        channel=claim.channel,
        external_id=f"{claim.staff_id}:{message_id}",
        staff_id=claim.staff_id,
        shown={"id": str(message_id), "text": shown},
        payload=payload,
        press=press,
    )
