"""Staff, teams, and the accounts they chat with."""

from datetime import UTC, datetime
from typing import Any

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette_admin import link_row_action, row_action
from starlette_admin.exceptions import ActionFailed, FormValidationError
from starlette_admin.flash import flash

from dakehu.codes import Role
from dakehu.gateway.admin import fields
from dakehu.gateway.admin.records import Records, asking, session_of
from dakehu.gateway.admin.words import later, say
from dakehu.storage import staffing
from dakehu.storage.messages.accounts import AccountTaken, bind
from dakehu.storage.tables import ChannelAccount, Staff


class StaffRecords(Records):
    """People; who leaves is deactivated, and keeps all that is theirs."""

    mark = "fa-solid fa-user"
    unique = "login"
    searchable_fields = ("login", "name", "role", "team_id", "region")
    sortable_fields = ("id", "login", "name", "role", "region")
    row_actions = ("view", "edit", "code", "read", "deactivate", "reactivate")
    fields = (
        fields.key(),
        fields.text("login", required=True),
        fields.text("name", "person_name", required=True),
        fields.choice("role", "role", required=True),
        fields.team(),
        fields.text("region"),
        fields.choice("language", "language", required=True, default="zh"),
        fields.choice("preferred_channel", "channel"),
        fields.yes_no("active", read_only=True, exclude_from_create=True, exclude_from_edit=True),
    )

    async def edit(self, request: Request, pk: Any, data: dict[str, Any]) -> Any:
        """Change a person; administrators keep their own role."""
        if pk == str(asking(request).staff_id) and data["role"] != Role.ADMIN:
            raise FormValidationError({"role": say("said.not_yourself")})
        return await super().edit(request, pk, data)

    @link_row_action("code", later("said.give_code"), icon_class="fa-solid fa-key")
    def give_code(self, request: Request, pk: Any) -> str:
        """Lead to a code that signs the person in."""
        return str(request.url_for("admin:code").include_query_params(staff=pk))

    @link_row_action("read", later("said.read"), icon_class="fa-solid fa-comments")
    def read(self, request: Request, pk: Any) -> str:
        """Lead to what was said, after a reason."""
        return str(request.url_for("admin:conversation").include_query_params(staff=pk))

    @row_action(
        "deactivate",
        later("said.deactivate"),
        confirmation=later("said.deactivate_sure"),
        submit_btn_text=later("said.deactivate"),
        icon_class="fa-solid fa-user-slash",
    )
    async def deactivate(self, request: Request, pk: Any) -> None:
        """Let a person go."""
        person = await self.find_by_pk(request, pk)
        if person.id == asking(request).staff_id:
            raise ActionFailed(say("said.not_yourself"))
        now = datetime.now(UTC)
        await run_sync(staffing.deactivate, session_of(request), person.login, now)
        flash(request, say("said.deactivated"), "success")

    @row_action("reactivate", later("said.reactivate"), icon_class="fa-solid fa-user-check")
    async def reactivate(self, request: Request, pk: Any) -> None:
        """Take a person back in."""
        (await self.find_by_pk(request, pk)).active = True
        flash(request, say("said.reactivated"), "success")

    async def is_row_action_allowed_for_obj(self, request: Request, name: str, obj: Staff) -> bool:
        """Offer what fits whether the person works here."""
        if name in ("deactivate", "code"):
            return obj.active
        return not obj.active if name == "reactivate" else True


class TeamRecords(Records):
    """Teams and who leads them."""

    mark = "fa-solid fa-users"
    searchable_fields = ("name",)
    sortable_fields = ("id", "name")
    fields = (
        fields.key(),
        fields.text("name", required=True),
        fields.person("manager_id"),
    )


class AccountRecords(Records):
    """Chat accounts: bound to somebody by hand, and unbound."""

    mark = "fa-solid fa-link"
    unique = "external_id"
    searchable_fields = ("staff_id", "external_id", "name", "channel")
    sortable_fields = ("id", "external_id", "bound_at", "heard_at")
    row_actions = ("view", "unbind")
    fields = (
        fields.key(),
        fields.person(required=True),
        fields.choice("channel", "channel", required=True),
        fields.text("external_id", required=True),
        fields.text("name", "account_name"),
        fields.moment("bound_at"),
        fields.moment("heard_at"),
        fields.moment("blocked_at"),
        fields.moment("ended_at"),
    )

    def can_edit(self, request: Request) -> bool:
        """Whose an account is, is not edited: it is unbound, and bound anew."""
        return False

    async def create(self, request: Request, data: dict[str, Any]) -> Any:
        """Bind an account; one that was unbound before is bound again."""
        session = session_of(request)
        try:
            account = await run_sync(lambda: bind(session, **data))
        except AccountTaken:
            raise FormValidationError({"external_id": say("said.account_taken")}) from None
        account.heard_at = None  # nobody has written from there yet
        await run_sync(session.flush)
        return account

    @row_action(
        "unbind",
        later("said.unbind"),
        confirmation=later("said.unbind_sure"),
        submit_btn_text=later("said.unbind"),
        icon_class="fa-solid fa-link-slash",
    )
    async def unbind(self, request: Request, pk: Any) -> None:
        """End a binding."""
        (await self.find_by_pk(request, pk)).ended_at = datetime.now(UTC)
        flash(request, say("said.unbound"), "success")

    async def is_row_action_allowed_for_obj(
        self, request: Request, name: str, obj: ChannelAccount
    ) -> bool:
        """Offer to unbind what is bound."""
        return obj.ended_at is None if name == "unbind" else True
