"""What all kinds of records have in common: nothing is deleted, every clash gets a clear answer."""

from collections.abc import Sequence
from typing import Any, ClassVar, cast

from sqlalchemy import ColumnElement, false, or_
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from starlette.requests import Request
from starlette.responses import Response
from starlette_admin.contrib.sqla import ModelView
from starlette_admin.exceptions import ActionFailed, FormValidationError
from starlette_admin.export import CsvExporter, ExportContext

from dakehu.gateway.admin.fields import Choice
from dakehu.gateway.admin.words import later, say
from dakehu.gateway.parts import Gateway
from dakehu.gateway.text import storable
from dakehu.storage.audit import Change, record
from dakehu.storage.messages.sessions import SignedIn
from dakehu.storage.tables import Base

_MOST_DIGITS = 9  # of a key: more do not fit PostgreSQL's integers


def session_of(request: Request) -> Session:
    """Return the transaction of a request."""
    return cast(Session, request.state.session)


def asking(request: Request) -> SignedIn:
    """Return the administrator whose request it is."""
    return cast(SignedIn, request.state.asking)


class Records(ModelView):
    """A kind of records, in lists of 25, found by some of its fields.

    Attributes:
        unique: The field that a clash of names is told at.
        mark: The icon in the menu.
    """

    unique: ClassVar[str] = "name"
    mark: ClassVar[str] = ""
    page_size = 25
    page_size_options = (25, 100)
    column_visibility = False
    actions: Sequence[str] = ()
    row_actions: Sequence[str] = ("view", "edit")
    fields_default_sort = (("id", True),)
    exporters = (CsvExporter(escape_formulas=True),)
    importers = ()

    def __init__(self, model: type[Base], gateway: Gateway) -> None:
        """Show a table; the gateway is there for what follows from a change."""
        name = model.__tablename__
        self.gateway = gateway
        super().__init__(
            model,
            icon=self.mark,
            key=name,
            display_name=later(f"views.{name}.one"),
            menu_label=later(f"views.{name}.many"),
        )

    def can_delete(self, request: Request) -> bool:
        """Nothing is ever deleted."""
        return False

    def can_import(self, request: Request) -> bool:
        """Nothing comes in by the heap: each record is checked where it is typed."""
        return False

    def get_search_query(self, request: Request, term: str) -> ColumnElement[bool]:
        """Find what was typed in lines, and in what codes and people are called."""
        sought = storable(term).casefold()
        clauses: list[ColumnElement[bool]] = [false()]
        for each in self.get_fields_list(request):
            column = getattr(self.model, each.name)
            if isinstance(each, Choice) and each.searchable:
                named = [key for key, name in each.offered(request) if sought in name.casefold()]
                clauses.append(column.in_(named))
            elif each.searchable:
                clauses.append(column.icontains(sought, autoescape=True))
        return or_(*clauses)

    async def find_by_pk(self, request: Request, pk: Any) -> Any:
        """Find a record; there is none by what is no key."""
        return await super().find_by_pk(request, pk) if _is_key(pk) else None

    async def find_by_pks(self, request: Request, pks: list[Any]) -> Sequence[Any]:
        """Find records, likewise."""
        return await super().find_by_pks(request, [pk for pk in pks if _is_key(pk)])

    async def handle_row_action(self, request: Request, pk: Any, name: str) -> Response | None:
        """Do something with a record that is there."""
        if await self.find_by_pk(request, pk) is None:
            raise ActionFailed(say("said.unusable"))
        return await super().handle_row_action(request, pk, name)

    async def repr(self, obj: Any, request: Request) -> str:
        """Return what a message calls a record."""
        return str(getattr(obj, self.unique, obj.id))

    async def handle_exception(self, request: Request, exc: Exception) -> None:
        """Turn what the database refuses into words at the field that it is about."""
        if isinstance(exc, IntegrityError):
            raise FormValidationError({self.unique: say("said.taken")}) from exc
        if isinstance(exc, StaleDataError):
            values = {"who": say("said.somebody"), "what": "…"}
            raise FormValidationError(
                {self.unique: say("said.changed_meanwhile", **values)}
            ) from exc
        raise exc

    async def before_export(self, request: Request, ctx: ExportContext) -> None:
        """Write down who took a list away."""
        after = {"rows": len(ctx.rows)}
        record(session_of(request), Change(f"{self.key}.export", self.key, after=after))


def _is_key(typed: Any) -> bool:
    digits = str(typed)
    return digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS


class Shown(Records):
    """Records that are looked at only."""

    row_actions: Sequence[str] = ("view",)

    def can_create(self, request: Request) -> bool:
        """They come about elsewhere."""
        return False

    def can_edit(self, request: Request) -> bool:
        """They stay as they are."""
        return False
