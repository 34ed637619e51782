"""Filters by a choice: numbers and codes alike are compared as they stand in the address."""

from typing import Any, cast

from sqlalchemy import String, func, sql
from starlette_admin.contrib.sqla import ModelView
from starlette_admin.contrib.sqla.filters import InFilter, NotInFilter
from starlette_admin.filters import FilterApplyContext


class OneOf(InFilter):
    """One of the chosen."""

    def apply(self, ctx: FilterApplyContext) -> Any:
        """Return the condition."""
        return _as_text(ctx).in_(ctx.value)


class NoneOf(NotInFilter):
    """None of the chosen; nothing at all is none of them."""

    def apply(self, ctx: FilterApplyContext) -> Any:
        """Return the condition."""
        return _as_text(ctx).not_in(ctx.value)


def _as_text(ctx: FilterApplyContext) -> Any:
    column = getattr(cast(ModelView, ctx.view).model, ctx.field_name)
    return func.coalesce(sql.cast(column, String), "")
