"""What is said, as server-sent events, `/api/events`: unasked, or all of it."""

from collections.abc import AsyncIterator
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Header, Query
from fastapi.sse import EventSourceResponse, ServerSentEvent

from dakehu.gateway.channels.web import render
from dakehu.gateway.channels.web.identity import SIGNED, Asking, TheGateway
from dakehu.gateway.channels.web.schemas import GivenCursor
from dakehu.gateway.parts import Gateway
from dakehu.gateway.problems import documented
from dakehu.storage.messages.sessions import SignedIn

BATCH = 50
LOOK_AGAIN = 15.0  # seconds after which the session is checked, ring or not
RECONNECT = 2000  # milliseconds that a browser waits

router = APIRouter(prefix="/api/events", tags=["messages"], dependencies=SIGNED)


@router.get("", response_class=EventSourceResponse, responses=documented(400, 401, 503))
async def events(
    person: Asking,
    it: TheGateway,
    after: GivenCursor = None,
    everything: Annotated[bool, Query()] = False,
    last_event_id: Annotated[GivenCursor, Header()] = None,
) -> AsyncIterator[ServerSentEvent]:
    """Follow what is said unasked after a cursor (`Last-Event-ID` goes first), or from now on.

    With `everything`, also what is asked and answered, on whatever channel.
    """
    known = last_event_id or after
    cursor = int(known) if known else await it.threads.run(it.history.end, person.staff_id)
    with it.metrics.listeners.track_inprogress(), it.listeners.listening(person.staff_id) as bell:
        yield ServerSentEvent(comment="listening", retry=RECONNECT)
        while not bell.over and await _still_signed_in(it, person):
            read = partial(it.history.after, person.staff_id, limit=BATCH, unasked=not everything)
            while entries := await it.threads.run(read, cursor):
                for entry in entries:
                    cursor = entry.id
                    shown = render.history_message(entry, it.button_tokens)
                    yield ServerSentEvent(id=str(cursor), event="message", data=shown)
            await bell.wait(LOOK_AGAIN)


async def _still_signed_in(it: Gateway, person: SignedIn) -> bool:
    return await it.threads.run(it.sessions.find, person.fingerprint) is not None
