"""The inbox and the outbox: how far messages came, without what they say, and a second try."""

from typing import Any

from starlette.requests import Request
from starlette_admin import link_row_action, row_action
from starlette_admin.exceptions import ActionFailed
from starlette_admin.flash import flash
from starlette_admin.helpers import on_commit

from dakehu.gateway.admin import fields
from dakehu.gateway.admin.records import Shown, session_of
from dakehu.gateway.admin.words import later, say
from dakehu.storage.messages import retrying
from dakehu.storage.tables import Inbox, Outbox


class InboxRecords(Shown):
    """What came in; a message that was given up can be answered after all."""

    mark = "fa-solid fa-inbox"
    searchable_fields = ("staff_id", "state", "channel", "external_id")
    sortable_fields = ("id", "state", "attempts", "received_at")
    row_actions = ("view", "read", "retry")
    fields = (
        fields.key(),
        fields.person(),
        fields.choice("channel", "channel"),
        fields.shown("external_id", "message_external_id"),
        fields.choice("state", "inbox_state"),
        fields.shown("attempts"),
        fields.moment("received_at"),
        fields.moment("answered_at"),
    )

    @link_row_action("read", later("said.read"), icon_class="fa-solid fa-comments")
    def read(self, request: Request, pk: Any) -> str:
        """Lead to what was said, after a reason."""
        return str(request.url_for("admin:conversation").include_query_params(inbox=pk))

    @row_action("retry", later("said.retry"), icon_class="fa-solid fa-rotate-right")
    async def retry(self, request: Request, pk: Any) -> None:
        """Have a message answered after all."""
        message = await self.find_by_pk(request, pk)
        if not retrying.is_given_up(message):
            raise ActionFailed(say("said.unusable"))
        retrying.answer_again(session_of(request), message)
        on_commit(request, self.gateway.turns.recover)
        flash(request, say("said.retried"), "success")

    async def is_row_action_allowed_for_obj(self, request: Request, name: str, obj: Inbox) -> bool:
        """Offer a second try where the first was given up."""
        return retrying.is_given_up(obj) if name == "retry" else True


class OutboxRecords(Shown):
    """What goes out unasked; what did not go out can be tried again at once."""

    mark = "fa-solid fa-paper-plane"
    searchable_fields = ("staff_id", "channel", "dedupe_key")
    sortable_fields = ("id", "attempts", "due_at", "sent_at")
    row_actions = ("view", "read", "retry")
    fields = (
        fields.key(),
        fields.person(),
        fields.choice("channel", "channel"),
        fields.shown("dedupe_key"),
        fields.shown("attempts"),
        fields.moment("due_at"),
        fields.moment("not_before"),
        fields.moment("sent_at"),
        fields.moment("withdrawn_at"),
        fields.yes_no("parked"),
        # A database's error quotes what was to be written, from its second line on.
        fields.shown("error", getter=lambda _request, row: (row.error or "").partition("\n")[0]),
    )

    @link_row_action("read", later("said.read"), icon_class="fa-solid fa-comments")
    def read(self, request: Request, pk: Any) -> str:
        """Lead to what was said, after a reason."""
        return str(request.url_for("admin:conversation").include_query_params(outbox=pk))

    @row_action("retry", later("said.retry"), icon_class="fa-solid fa-rotate-right")
    async def retry(self, request: Request, pk: Any) -> None:
        """Have a message sent at once."""
        message = await self.find_by_pk(request, pk)
        if not retrying.may_go_out(message):
            raise ActionFailed(say("said.unusable"))
        retrying.send_again(session_of(request), message)
        on_commit(request, lambda: self.gateway.outbox.ring(message.channel))
        flash(request, say("said.retried"), "success")

    async def is_row_action_allowed_for_obj(self, request: Request, name: str, obj: Outbox) -> bool:
        """Offer another try for what has not gone out."""
        return retrying.may_go_out(obj) if name == "retry" else True
