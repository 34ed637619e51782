"""What was said, for an administrator who states a reason: written down first, shown once."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette_admin import route
from starlette_admin.i18n import format_datetime, get_tzinfo

from dakehu.gateway.admin.pages import Page
from dakehu.gateway.admin.records import session_of
from dakehu.gateway.admin.words import later, say
from dakehu.gateway.text import storable
from dakehu.storage.audit import Change, record
from dakehu.storage.tables import History, Inbox, Outbox, Staff

LEAST = 10
MOST = 500
LATEST = 50
_SUBJECTS: dict[str, type[Staff | Inbox | Outbox]] = {
    "staff": Staff,
    "inbox": Inbox,
    "outbox": Outbox,
}


@dataclass(frozen=True)
class Line:
    """Something that was said, by whom, and all that came with it."""

    who: str
    at: datetime
    message: dict[str, Any]

    @property
    def when(self) -> str:
        """Return when that was, in the department's zone."""
        return format_datetime(self.at, tzinfo=get_tzinfo())

    @property
    def rest(self) -> str:
        """Return what came with the text."""
        more = {key: value for key, value in self.message.items() if key != "text" and value}
        return json.dumps(more, ensure_ascii=False, indent=1) if more else ""


class ConversationPage(Page):
    """Asks for a reason, and then shows a message with its answer, or a person's last ones."""

    path = "/conversation"
    route_name = "conversation"
    menu_label = later("views.conversation.one")

    @route("", methods=["GET", "POST"], name="conversation")
    async def index(self, request: Request) -> Response:
        """Ask for a reason, or show what was said."""
        session = session_of(request)
        subject = self._subject(request)
        name = session.get_one(Staff, _staff_id(subject)).name
        typed = (await request.form()).get("reason")
        reason = storable(typed).strip() if isinstance(typed, str) else ""
        lines = problem = None
        if LEAST <= len(reason) <= MOST:
            _write_down(session, subject, reason)
            lines = _lines(session, subject)
        elif request.method == "POST":
            problem = say("said.reason_short", least=LEAST, most=MOST)
        context = {"reason": reason, "lines": lines, "least": LEAST, "most": MOST}
        why = say("said.read_why", name=name, least=LEAST)
        return self.show(request, "conversation.html", problem, why=why, **context)

    def _subject(self, request: Request) -> Staff | Inbox | Outbox:
        for name, table in _SUBJECTS.items():
            if name in request.query_params:
                found = session_of(request).get(table, self.number(request, name))
                if isinstance(found, table):
                    return found
        raise HTTPException(404)


def _write_down(session: Session, subject: Staff | Inbox | Outbox, reason: str) -> None:
    after = {"reason": reason}
    record(session, Change("conversation.read", subject.__tablename__, subject.id, after=after))


def _staff_id(subject: Staff | Inbox | Outbox) -> int:
    return subject.id if isinstance(subject, Staff) else subject.staff_id


def _lines(session: Session, subject: Staff | Inbox | Outbox) -> list[Line]:
    chosen = select(History)
    if isinstance(subject, Staff):
        chosen = chosen.where(History.staff_id == subject.id)
    elif isinstance(subject, Inbox):
        chosen = chosen.where(History.inbox_id == subject.id)
    else:
        return [Line(say("said.assistant"), subject.sent_at or subject.due_at, subject.payload)]
    latest = session.scalars(chosen.order_by(History.id.desc()).limit(LATEST)).all()
    who = {True: say("said.person"), False: say("said.assistant")}
    return [Line(who[row.from_person], row.at, row.message) for row in reversed(latest)]
