"""Changing a customer's facts, a contact, or the owner (docs/flows/customer_update.md)."""

from collections.abc import Mapping, Sequence
from typing import Any

from actions.forms.draft import Draft
from actions.forms.field import Field, Found, Reading
from actions.forms.flow import Done, Flow
from actions.forms.kinds.code import Code
from actions.forms.kinds.colleague import Colleague
from actions.forms.kinds.contact import match
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
        about, rest = _split(text, turn)
        whose = self.fields[0].kind.read(about, turn, draft) if about else None
        told = readings_of(extract_customer(rest), rest, turn)
        told.pop("name", None)  # an existing customer's name is how it is called, not a change
        for edit in parse_edit(rest, words("customer_update_field")):
            field = self.field(edit.field) if edit.field else None
            if field and field.name != "customer":
                told[field.name] = field.kind.read(edit.new_text, turn, draft)
        if find("talk", rest) == ["hand_over"]:
            access.require(turn.desk, Task.REASSIGN)
        if owner := self.fields[-1].kind.read(rest, turn, draft):
            told["owner"] = owner
        if "contact_name" in told:
            told["contact_name"] = _on_file(told["contact_name"], whose, turn, draft)
        readings = {n: r for n, r in told.items() if self.field(n) and r is not None}
        return (
            readings if "customer" in draft.values or not whose else {"customer": whose, **readings}
        )

    def needs(self, draft: Draft) -> list[Field]:
        """Ask for the customer, then for at least one change."""
        if "customer" not in draft.values:
            return [self.fields[0]]
        return [] if len(draft.values) > 1 else [WHAT]

    def unfilled(self, draft: Draft) -> Sequence[Field]:
        """Name nothing: only what changes is told."""
        return ()

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


def _split(text: str, turn: Turn) -> tuple[str, str]:
    """Take a customer's name out of a sentence: its 电气 is no trade, its 华东 no region."""
    found = turn.names.find(text)
    if not found:
        return "", text
    start, end = found[0].span
    return text[start:end], f"{text[:start]} {text[end:]}"


def _on_file(told: Reading, whose: Reading, turn: Turn, draft: Draft) -> Reading:
    """Call a person that is on file by the name there: 沈总监 is 沈立群."""
    chosen = whose.value if isinstance(whose, Found) else draft.values.get("customer")
    if not chosen or not isinstance(told, Found):
        return told
    known = match(str(told.value), turn, Draft(draft.flow, values={"customer": chosen}))
    return Found(known.value["name"]) if isinstance(known, Found) else told


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
