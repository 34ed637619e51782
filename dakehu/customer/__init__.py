"""Customers: finding them, adding them, what is known of them and of the people there."""

from dakehu.customer.card import Card, card, get, names, names_stamp, recent
from dakehu.customer.contacts import add_contact, contacts, update_contact
from dakehu.customer.editing import EDITABLE, Change, Taken, add, check, reassign, update
from dakehu.customer.naming import Alike, alike, core
from dakehu.customer.records import (
    Contact,
    Customer,
    Customers,
    Named,
    NewCustomer,
    OpenMatters,
    Owned,
)

__all__ = [
    "EDITABLE",
    "Alike",
    "Card",
    "Change",
    "Contact",
    "Customer",
    "Customers",
    "Named",
    "NewCustomer",
    "OpenMatters",
    "Owned",
    "Taken",
    "add",
    "add_contact",
    "alike",
    "card",
    "check",
    "contacts",
    "core",
    "get",
    "names",
    "names_stamp",
    "reassign",
    "recent",
    "update",
    "update_contact",
]
