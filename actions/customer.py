"""A new customer (docs/flows/customer.md)."""

from collections.abc import Mapping, Sequence
from typing import Any

from actions.forms.draft import Draft, Option
from actions.forms.field import Field, Reading
from actions.forms.flow import Done, Flow, Question
from actions.forms.kinds.code import Code
from actions.forms.kinds.text import Text
from actions.forms.reading import readings_of
from actions.turn import Turn
from dakehu import customer
from dakehu.access import Task
from dakehu.codes import CustomerLevel, CustomerStatus
from dakehu.customer import Alike, NewCustomer
from dakehu.language.extraction import extract_customer
from dakehu.problems import Problem


class CustomerFlow(Flow):
    """A customer to be added, with its first contact."""

    name = "customer"
    task = Task.ADD_CUSTOMER
    intents = ("add_customer",)
    absorbs = ("update_customer",)
    fields = (
        Field("name", Text(), required=True, open=True),
        Field("short_name", Text(), open=True),
        Field("industry", Text(), open=True),
        Field("region", Code("region"), required=True),
        Field("level", Code("customer_level")),
        Field("status", Code("customer_status")),
        Field("acquired_via", Text(), open=True),
        Field("contact_name", Text(), open=True),
        Field("contact_phone", Text(), open=True),
    )

    def read(self, text: str, turn: Turn, draft: Draft) -> Mapping[str, Reading]:
        """Read the facts of a customer from a sentence."""
        return readings_of(extract_customer(text), text, turn)

    def problems(self, turn: Turn, draft: Draft) -> Sequence[Problem]:
        """Check the facts against the rules."""
        return customer.check(_new(draft)) if "name" in draft.values else ()

    def review(self, turn: Turn, draft: Draft) -> Question | None:
        """Point out customers that may be the same; what was typed is kept."""
        if "name" not in draft.values or "alike" in draft.settled:
            return None
        near = customer.alike(turn.desk, draft.values["name"], draft.values.get("short_name"))
        if not near:
            return None
        names = turn.phrase("comma").join(_show(turn, one) for one in near)
        options = [
            Option(turn.phrase("customer_different"), True),
            Option(turn.phrase("customer_same"), False),
        ]
        if any(one.exact for one in near):
            options = [Option(turn.phrase("name_another"), "again"), options[1]]
            return Question("taken", options, {"names": names})
        return Question("alike", options, {"names": names})

    def settle(self, turn: Turn, draft: Draft, key: str, choice: Any) -> Draft | None:
        """Go on with a different customer or another name, or drop it."""
        if key == "taken":
            draft.settled.remove(key)
            draft.drop("name")
        return draft if choice else None

    def changed(self, draft: Draft, name: str) -> None:
        """Another name may be like other customers'."""
        if name == "name":
            draft.settled = [key for key in draft.settled if key != "alike"]

    def save(self, turn: Turn, draft: Draft) -> Done:
        """Add the customer and its contact."""
        added = customer.add(turn.desk, _new(draft))
        if contact := draft.values.get("contact_name"):
            phone = draft.values.get("contact_phone")
            customer.add_contact(turn.desk, added.id, contact, phone=phone)
        gives = {"customer": {"id": added.id, "name": added.name}}
        return Done("customer_saved", {"name": added.name}, gives)


def _new(draft: Draft) -> NewCustomer:
    values = draft.values
    return NewCustomer(
        name=values["name"],
        short_name=values.get("short_name"),
        industry=values.get("industry"),
        region=values.get("region"),
        level=CustomerLevel(values.get("level", CustomerLevel.C)),
        status=CustomerStatus(values.get("status", CustomerStatus.PROSPECT)),
        acquired_via=values.get("acquired_via"),
    )


def _show(turn: Turn, one: Alike) -> str:
    if one.yours or not one.owner_name:
        return one.name
    return turn.phrase("customer_alike_one", name=one.name, owner=one.owner_name)
