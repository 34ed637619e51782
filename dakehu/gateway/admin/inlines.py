"""Records that are looked after on the page of what they belong to."""

from collections.abc import Sequence
from typing import Any, cast

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette_admin.contrib.sqla import InlineModelView

from dakehu.gateway.admin.records import Records
from dakehu.gateway.admin.words import later, say
from dakehu.gateway.parts import Gateway
from dakehu.storage.tables import Base


class Parts(InlineModelView):
    """Records that belong to another and are looked after on its page; gone ones are not shown."""

    fk_attr = "customer_id"

    def __init__(self, parent_view: Any = None) -> None:
        name = cast(type[Base], self.model).__tablename__
        self.key = name
        self.display_name = later(f"views.{name}.one")
        self.menu_label = later(f"views.{name}.many")
        super().__init__(parent_view)

    async def find_by_parent(self, request: Request, parent: Any) -> Sequence[Any]:
        """Return those that are not gone."""
        rows = await super().find_by_parent(request, parent)
        return [row for row in rows if row.deleted_at is None]

    async def find_by_pk(self, request: Request, pk: Any) -> Any:
        """Find one; a form that names none is not one of ours."""
        try:
            found = await super().find_by_pk(request, pk)
        except ValueError:
            found = None
        if found is None or found.deleted_at is not None:
            raise HTTPException(400, say("said.unusable"))
        return found

    async def delete(self, request: Request, pks: list[Any]) -> int | None:
        """Note that some are gone."""
        for pk in pks:
            (await self.find_by_pk(request, pk)).deleted_at = self.gateway.settings.clock.now()
        return len(pks)

    @property
    def gateway(self) -> Gateway:
        """The gateway of the page's records."""
        return cast(Records, self.parent_view).gateway
