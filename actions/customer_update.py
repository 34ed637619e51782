"""Changing a customer's facts, a contact, or the owner (docs/flows/customer_update.md)."""

from collections.abc import Mapping
from typing import Any

from actions.forms.draft import Draft
from actions.forms.field import Field, Reading
from actions.forms.flow import Done, Flow
from actions.forms.kinds.code import Code
from actions.forms.kinds.colleague import Colleague
from actions.forms.kinds.customer import Customer
from actions.forms.kinds.phone import Phone
from actions.forms.kinds.text import Text
from actions.forms.reading import readings_of
from actions.turn import Turn
from dakehu import access, customer
from dakehu.access import Task
from dakehu.handbook.codes import find, words
from dakehu.language.extraction import extract_customer, parse_edit

FACTS = ("name", "short_name", "industry", "region", "level", "status")
CONTACT = ("contact_name", "contact_title", "contact_phone")


class CustomerUpdateFlow(Flow):
    """What is known of a customer changes."""

    name = "customer_update"
    task = Task.EDIT_CUSTOMER
    intents = ("update_customer",)
    fields = (
        Field("customer", Customer(), required=True),
        Field("name", Text(), open=True),
        Field("short_name", Text(), open=True),
        Field("industry", Text(), open=True),
        Field("region", Code("region")),
        Field("level", Code("customer_level")),
        Field("status", Code("customer_status")),
        Field("contact_name", Text(), open=True),
        Field("contact_title", Text(), open=True),
        Field("contact_phone", Phone()),
        Field("owner", Colleague()),
    )

    def read(self, text: str, turn: Turn, draft: Draft) -> Mapping[str, Reading]:
        """Read whose facts change, and to what ("把恒通的级别改成A")."""
        readings: dict[str, Reading] = {}
        if "customer" not in draft.values and turn.names.find(text):
            readings["customer"] = self.fields[0].kind.read(text, turn, draft)
        told = readings_of(extract_customer(text), text, turn)
        told.pop("name", None)  # an existing customer's name is how it is called, not a change
        for edit in parse_edit(text, words("customer_update_field")):
            field = self.field(edit.field) if edit.field else None
            if field and field.name != "customer":
                told[field.name] = field.kind.read(edit.new_text, turn, draft)
        if find("talk", text) == ["hand_over"]:
            access.require(turn.desk, Task.REASSIGN)
        if owner := self.fields[-1].kind.read(text, turn, draft):
            told["owner"] = owner
        return readings | {n: r for n, r in told.items() if self.field(n) and r is not None}

    def needs(self, draft: Draft) -> list[Field]:
        """Ask for the customer, then for at least one change."""
        if "customer" not in draft.values:
            return [self.fields[0]]
        return [] if len(draft.values) > 1 else [WHAT]

    def save(self, turn: Turn, draft: Draft) -> Done:
        """Change what differs."""
        chosen, values = draft.values["customer"], draft.values
        facts = {name: values[name] for name in FACTS if name in values}
        changed = bool(customer.update(turn.desk, chosen["id"], facts).after) if facts else False
        changed |= _save_contact(turn, chosen["id"], values)
        if "owner" in values:
            customer.reassign(turn.desk, chosen["id"], values["owner"]["id"])
            changed = True
        lines = [
            f"{turn.label('customer_update_field', f.name)} {f.kind.show(values[f.name], turn)}"
            for f in self.fields[1:]
            if f.name in values
        ]
        name = "customer_update_saved" if changed else "customer_update_nothing"
        said = {"customer": chosen["name"], "changes": turn.phrase("comma").join(lines)}
        return Done(name, said)


class _What(Text):
    """A change that is still to be told."""

    def read(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Take nothing as it is: `CustomerUpdateFlow.read` finds what changes."""
        return None


WHAT = Field("what", _What())


def _save_contact(turn: Turn, customer_id: int, values: Mapping[str, Any]) -> bool:
    """Add a contact, or bring the one of that name up to date."""
    if "contact_name" not in values:
        return False
    name, title, phone = values["contact_name"], *map(values.get, CONTACT[1:])
    known = {c.name: c for c in customer.contacts(turn.desk, customer_id)}
    called = [c for c in known.values() if name in c.forms]
    told = {k: v for k, v in (("title", title), ("phone", phone)) if v}
    if len(called) == 1:
        return bool(customer.update_contact(turn.desk, called[0].id, told).after)
    customer.add_contact(turn.desk, customer_id, name, title, phone)
    return True
