"""Customers with their other names and contacts."""

from typing import Any

from sqlalchemy import Select, func, select
from starlette.requests import Request
from starlette_admin import row_action
from starlette_admin.exceptions import FormValidationError
from starlette_admin.fields import IntegerField
from starlette_admin.flash import flash

from dakehu.gateway.admin import fields
from dakehu.gateway.admin.inlines import Parts
from dakehu.gateway.admin.records import Records, session_of
from dakehu.gateway.admin.words import later, say
from dakehu.storage.tables import Audit, Contact, Customer, CustomerAlias, Staff


class AliasParts(Parts):
    """Other names of a customer; one is not changed, but removed and another added."""

    model = CustomerAlias  # type: ignore[misc] # the library's own way to say it
    fields = (fields.text("alias", required=True),)

    async def create(self, request: Request, data: dict[str, Any]) -> Any:
        """Add a name, or take one back that was removed."""
        known = session_of(request).get(CustomerAlias, (data["customer_id"], data["alias"]))
        if known is None:
            known = await super().create(request, data)
        known.deleted_at = None
        _count_up(request, known)
        return known

    async def edit(self, request: Request, pk: Any, data: dict[str, Any]) -> Any:
        """Put another name in an old one's place."""
        old = await self.find_by_pk(request, pk)
        if old.alias == data["alias"]:
            return old
        await self.delete(request, [pk])
        return await self.create(request, data | {"customer_id": old.customer_id})

    async def delete(self, request: Request, pks: list[Any]) -> int | None:
        """Remove names."""
        for pk in pks:
            _count_up(request, await self.find_by_pk(request, pk))
        return await super().delete(request, pks)


def _count_up(request: Request, alias: CustomerAlias) -> None:
    # By the customers' versions it is known when what they are called has changed.
    session_of(request).get_one(Customer, alias.customer_id).version += 1


class ContactParts(Parts):
    """People at a customer."""

    model = Contact  # type: ignore[misc] # the library's own way to say it
    fields = (
        fields.text("name", "person_name", required=True),
        fields.text("title"),
        fields.text("phone"),
        fields.number("rank"),
        fields.text("diet"),
        fields.text("taboo"),
        fields.text("note"),
    )


class CustomerRecords(Records):
    """Customers; whoever saves what another has changed meanwhile is told so first."""

    mark = "fa-solid fa-building"
    searchable_fields = ("name", "short_name", "owner_id", "region", "industry", "level", "status")
    sortable_fields = ("id", "name", "region", "industry", "level", "status", "created_at")
    row_actions = ("view", "edit", "remove")
    inlines = (AliasParts, ContactParts)
    fields = (
        fields.key(),
        fields.text("name", required=True),
        fields.text("short_name"),
        fields.text("industry"),
        fields.text("region"),
        fields.coded("level", "customer_level", required=True, default="C"),
        fields.coded("status", "customer_status", required=True, default="prospect"),
        fields.text("acquired_via"),
        fields.person("owner_id", required=True),
        fields.moment("created_at"),
        IntegerField(
            "version",
            later("fields.version"),
            form_template="version.html",
            label_template="nothing.html",
            exclude_from_list=True,
            exclude_from_detail=True,
            exclude_from_create=True,
            exclude_from_export=True,
        ),
    )

    def get_list_query(self, request: Request) -> Select[Any]:
        """Leave out what is gone."""
        return select(Customer).where(Customer.deleted_at.is_(None))

    def get_count_query(self, request: Request) -> Select[Any]:
        """Count what is not gone."""
        return select(func.count()).select_from(Customer).where(Customer.deleted_at.is_(None))

    async def _populate_obj(
        self, request: Request, obj: Customer, data: dict[str, Any], is_edit: bool = False
    ) -> Any:
        if is_edit and data.pop("version") != obj.version:
            raise FormValidationError({"version": self._what_changed(request, obj)})
        if is_edit:
            data["version"] = obj.version
        else:
            obj.created_at = self.gateway.settings.clock.now()
        return await super()._populate_obj(request, obj, data, is_edit)

    async def edit(self, request: Request, pk: Any, data: dict[str, Any]) -> Any:
        """Change a customer; the form that comes back can be saved over what others did."""
        try:
            return await super().edit(request, pk, data)
        except FormValidationError as error:
            if error.has("version"):
                data["version"] = (await self.find_by_pk(request, pk)).version
            raise

    def _what_changed(self, request: Request, customer: Customer) -> str:
        last = (
            select(Audit.after, Staff.name)
            .outerjoin(Staff, Audit.staff_id == Staff.id)
            .where(Audit.subject == "customer", Audit.subject_id == customer.id)
            .order_by(Audit.id.desc())
        )
        row = session_of(request).execute(last).first()
        after = (row.after or {}) if row else {}
        labels = {each.name: each.label for each in self.fields if each.name != "version"}
        what = [f"{labels[name]}: {value}" for name, value in after.items() if name in labels]
        who = (row and row.name) or say("said.somebody")
        return say("said.changed_meanwhile", who=who, what="; ".join(what) or "…")

    @row_action(
        "remove",
        later("said.remove"),
        confirmation=later("said.remove_sure"),
        submit_btn_text=later("said.remove"),
        icon_class="fa-solid fa-trash",
    )
    async def remove(self, request: Request, pk: Any) -> None:
        """Have a customer show nowhere any more."""
        (await self.find_by_pk(request, pk)).deleted_at = self.gateway.settings.clock.now()
        flash(request, say("said.removed"), "success")
