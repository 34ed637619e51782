"""The facts of a customer, new or known."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dakehu.language.characters import plain
from dakehu.language.extraction.clauses import Span
from dakehu.language.extraction.coded import find_codes
from dakehu.language.extraction.fields import CustomerFields
from dakehu.language.extraction.told import Lookup, Told
from dakehu.language.names import NameMatch
from dakehu.language.numbers import find_numbers
from dakehu.language.people import PersonMention, find_people

_SEPARATORS = " ,，。;；、:：\n"


def extract_customer[Id](text: str, names: Lookup[Id] | None = None) -> CustomerFields[Id]:
    """Read the facts of a customer from a sentence.

    Args:
        text: What a person typed.
        names: Finds the customers that a text names, where one of them is changed.
    """
    known = names(text) if names else ()
    name = None if known else _name(text)
    rest = _blanked(text, [m.span for m in known] + ([name.span] if name else []))
    person = next(iter(find_people(rest)), None)
    return CustomerFields(
        customers=_first_named(known),
        name=name,
        short_name=_matched("short_name", rest),
        industry=_cued("industry", rest),
        region=_cued("region", rest),
        level=_level(rest),
        status=_cued("customer_status", rest),
        acquired_via=_cued("acquired_via", rest),
        contact_name=_contact_name(person),
        contact_title=_position(rest, person),
        contact_phone=_phone(rest),
    )


def _name(text: str) -> Told[str] | None:
    """Find the name of a new customer."""
    for form in _forms()["names"]:
        found = re.search(form, text, re.IGNORECASE)
        if found and not re.match(_forms()["no_names"], found["name"], re.IGNORECASE):
            said = found["name"].rstrip("的")
            return Told(said, said, (found.start("name"), found.start("name") + len(said)))
    return None


def _blanked(text: str, spans: Sequence[Span]) -> str:
    for start, end in spans:
        text = text[:start] + "," * (end - start) + text[end:]
    return text


def _first_named[Id](known: Sequence[NameMatch[Id]]) -> tuple[NameMatch[Id], ...]:
    return tuple(match for match in known if match.span == known[0].span)


def _matched(fact: str, text: str) -> Told[str] | None:
    found = re.search(_forms()[fact], text, re.IGNORECASE)
    if found is None:
        return None
    group = next(name for name, said in found.groupdict().items() if said)
    return Told(found[group], found[group], found.span(group))


def _level(text: str) -> Told[str] | None:
    told = _matched("level", plain(text))
    return Told(told.value.upper(), text[slice(*told.span)], told.span) if told else None


def _cued(kind: str, text: str) -> Told[str] | None:
    """Find a code whose word is cued, or stands alone between signs."""
    typed, cues = plain(text), _forms()["cued"][kind]
    for told in find_codes(kind, text, typed):
        before, after = typed[: told.span[0]], typed[told.span[1] :]
        if told.text.isascii():  # between English words a space separates nothing
            before, after = before.rstrip(" "), after.lstrip(" ")
        if before[-1:] in _SEPARATORS and after[:1] in _SEPARATORS:
            return told
        if re.search(cues["before"], before) or re.search(cues["after"], after):
            return told
    return None


def _contact_name(person: PersonMention | None) -> Told[str] | None:
    return Told(person.text, person.text, person.span) if person else None


def _position(text: str, person: PersonMention | None) -> Told[str] | None:
    """Find the contact's position: in the form of address, or right after the name."""
    if person is None:
        return None
    start, end = person.span
    if person.title and len(person.title) > 1 and not person.title.isascii():
        start = end - len(person.title)
        return Told(person.title, person.title, (start, end))
    found = re.match(_forms()["position"], text[end:])
    if found is None:
        return None
    first, last = found.span("title")
    return Told(found["title"], found["title"], (end + first, end + last))


def _phone(text: str) -> Told[str] | None:
    for number in find_numbers(text):
        if number.kind == "phone":
            return Told(str(number.value), number.text, number.span)
    return None


@cache
def _forms() -> dict[str, Any]:
    text = (files("dakehu.language.extraction") / "customers.yml").read_text(encoding="utf-8")
    forms: dict[str, Any] = yaml.safe_load(text)
    return forms
