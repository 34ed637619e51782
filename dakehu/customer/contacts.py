"""The people at a customer, and what one may call them."""

from collections.abc import Mapping

from dakehu import access
from dakehu.access import Task
from dakehu.customer.editing import Change
from dakehu.customer.records import Contact
from dakehu.desk import Desk
from dakehu.problems import Problem, name_problems, refuse, text_problems

_NAME_LIMIT = 50
_LIMITS = {"title": 50, "phone": 40, "diet": 200, "taboo": 200, "note": 500}


def contacts(desk: Desk, customer_id: int) -> list[Contact]:
    """List a customer's contacts.

    Raises:
        Denied: The customer is not within reach.
        Missing: No such customer.
    """
    access.require_customer(desk, Task.SEE_CUSTOMER, customer_id)
    return desk.customers.contacts(customer_id)


def add_contact(
    desk: Desk, customer_id: int, name: str, title: str | None = None, phone: str | None = None
) -> Contact:
    """Add a person at a customer; one of the same name is brought up to date instead.

    Raises:
        Denied: The customer is not within reach.
        Missing: No such customer.
        Invalid: A text is missing, too long or not readable.
    """
    access.require_customer(desk, Task.EDIT_CUSTOMER, customer_id)
    refuse(_problems({"name": name, "title": title, "phone": phone}))
    name = name.strip()
    for known in desk.customers.contacts(customer_id):
        if known.name == name:
            told = {key: value for key, value in (("title", title), ("phone", phone)) if value}
            update_contact(desk, known.id, told)
            return desk.customers.contact(known.id) or known
    return desk.customers.add_contact(customer_id, name, title, phone)


def update_contact(desk: Desk, contact_id: int, changes: Mapping[str, str | None]) -> Change:
    """Change what is known of a contact: name, title, phone, diet, taboo or note.

    Raises:
        Denied: The customer is not within reach.
        Missing: No such contact.
        Invalid: Another field, or a text is too long or not readable.
    """
    contact = access.require_contact(desk, Task.EDIT_CUSTOMER, contact_id)
    refuse(_problems(changes))
    facts = {key: (value or "").strip() or None for key, value in changes.items()}
    after = {key: value for key, value in facts.items() if getattr(contact, key) != value}
    if after:
        desk.customers.update_contact(contact_id, after)
    return Change({key: getattr(contact, key) for key in after}, dict(after))


def _problems(facts: Mapping[str, str | None]) -> list[Problem]:
    return [problem for field, value in facts.items() for problem in _field_problems(field, value)]


def _field_problems(field: str, value: str | None) -> list[Problem]:
    if field == "name":
        return name_problems(field, value, _NAME_LIMIT)
    if field not in _LIMITS:
        return [Problem("not_allowed", field)]
    return text_problems(field, value, _LIMITS[field])
