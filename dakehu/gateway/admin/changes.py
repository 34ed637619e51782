"""The audit, to be looked at."""

import json
from typing import Any

from starlette.requests import Request
from starlette_admin import TextAreaField

from dakehu.gateway.admin import fields
from dakehu.gateway.admin.records import Shown
from dakehu.gateway.admin.words import later


class Values(TextAreaField):
    """Columns with their values, as lines."""

    async def serialize_value(self, request: Request, value: Any) -> str:
        """Return a line a column."""
        return json.dumps(value, ensure_ascii=False, indent=1)


def _values(name: str) -> Values:
    return Values(name, later(f"fields.{name}"), exclude_from_list=True)


class Changes(Shown):
    """Who changed what, when, and what was refused."""

    mark = "fa-solid fa-clock-rotate-left"
    unique = "action"
    searchable_fields = ("staff_id", "action", "subject", "channel", "message_id")
    sortable_fields = ("id",)
    fields = (
        fields.key(),
        fields.moment("at"),
        fields.person(),
        fields.shown("channel"),
        fields.shown("action"),
        fields.shown("subject"),
        fields.shown("subject_id"),
        _values("before"),
        _values("after"),
        fields.shown("message_id", exclude_from_list=True),
    )
