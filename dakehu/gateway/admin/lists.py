"""What tours and banquets choose from; what is no longer offered is made inactive."""

from dakehu.gateway.admin import fields
from dakehu.gateway.admin.records import Records

_ACTIVE = {"default": True}


class RouteRecords(Records):
    """Ways through the works."""

    mark = "fa-solid fa-route"
    searchable_fields = ("name",)
    sortable_fields = ("id", "name", "capacity", "minutes")
    fields = (
        fields.key(),
        fields.text("name", required=True),
        fields.number("capacity", 1, 10_000, required=True),
        fields.number("minutes", 1, 1_440, required=True),
        fields.yes_no("needs_helmet"),
        fields.yes_no("magnetic"),
        fields.yes_no("active", **_ACTIVE),
    )


class VenueRecords(Records):
    """Places for banquets."""

    mark = "fa-solid fa-champagne-glasses"
    searchable_fields = ("name", "formality")
    sortable_fields = ("id", "name", "tables", "seats_per_table")
    fields = (
        fields.key(),
        fields.text("name", required=True),
        fields.coded("formality", "formality", required=True),
        fields.number("tables", 1, 1_000, required=True),
        fields.number("seats_per_table", 1, 100, required=True),
        fields.yes_no("active", **_ACTIVE),
    )


class DishRecords(Records):
    """Dishes for menus."""

    mark = "fa-solid fa-utensils"
    searchable_fields = ("name", "course", "contains")
    sortable_fields = ("id", "name", "course", "price")
    fields = (
        fields.key(),
        fields.text("name", required=True),
        fields.text("course", required=True),
        fields.text("contains"),
        fields.yuan("price"),
        fields.yes_no("active", **_ACTIVE),
    )
