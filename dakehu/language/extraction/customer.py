"""The facts of a customer, new or known."""

import re

from dakehu.handbook.codes import find
from dakehu.language.extraction.fields import CustomerFields
from dakehu.language.extraction.told import Lookup, Told
from dakehu.language.names import NameMatch
from dakehu.language.numbers import find_numbers
from dakehu.language.people import find_people

_NAME = re.compile(
    r"(?:新增|添加|新建|录入|登记|加|建|增加|开发)(?:一个|个|一家|家|了)*(?:新)?(?:客户|公司)?\s*[:：,，叫]*\s*"
    r"(?P<name>[一-鿿A-Za-z0-9()（）&]{2,40}?)(?=[\s,，。]|$)"
    r"|(?i:(?:add|new|create|register|enter)\s+(?:a\s+|an\s+|the\s+)?(?:new\s+)?(?:customer|client|company)"
    r"(?:\s+(?:called|named))?\s*:?\s*)(?P<latin>[A-Za-z0-9][\w&' -]{1,60}?)(?=[,.]|$)"
)


def extract_customer[Id](text: str, names: Lookup[Id] | None = None) -> CustomerFields[Id]:
    """Read the facts of a customer from a sentence.

    Args:
        text: What a person typed.
        names: Finds the customers that a text names, where one of them is changed.
    """
    person = next(iter(find_people(text)), None)
    return CustomerFields(
        customers=_customers(text, names),
        name=_name(text),
        industry=_coded("industry", text),
        region=_coded("region", text),
        level=_coded("customer_level", text),
        status=_coded("customer_status", text),
        contact_name=Told(person.text, person.text, person.span) if person else None,
        contact_phone=_phone(text),
    )


def _name(text: str) -> Told[str] | None:
    found = _NAME.search(text)
    group = "name" if found and found["name"] else "latin"
    return Told(found[group], found[group], found.span(group)) if found else None


def _coded(kind: str, text: str) -> Told[str] | None:
    found = find(kind, text)
    return Told(found[0], found[0], (0, 0)) if found else None


def _phone(text: str) -> Told[str] | None:
    for number in find_numbers(text):
        if number.kind == "phone":
            return Told(str(number.value), number.text, number.span)
    return None


def _customers[Id](text: str, names: Lookup[Id] | None) -> tuple[NameMatch[Id], ...]:
    found = names(text) if names else ()
    return tuple(match for match in found if match.span == found[0].span)
