"""Which contact of a customer is meant."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pypinyin import lazy_pinyin

from dakehu.language.people.find import find_people
from dakehu.language.people.mention import PersonMention
from dakehu.language.people.positions import department_before, holds, said_position
from dakehu.language.people.titles import fits
from dakehu.language.people.words import surnames


@dataclass(frozen=True, slots=True)
class Known[Id]:
    """A contact of the customer in hand."""

    id: Id
    name: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class ContactMatch[Id]:
    """A contact that words of a text may mean.

    Attributes:
        id: The contact.
        score: How sure it is, 0 to 1.
        span: Place of the words in the text, end exclusive.
        text: The words as typed.
    """

    id: Id
    score: float
    span: tuple[int, int]
    text: str


def match_contact[Id](text: str, contacts: Iterable[Known[Id]]) -> list[ContactMatch[Id]]:
    """Find whom of a customer's contacts a text names.

    Args:
        text: A name, a form of address, or a sentence with one.
        contacts: The contacts of the customer in hand.

    Returns:
        Matches, best first; several of one score where it is ambiguous.
    """
    people, known = find_people(text), list(contacts)
    found = [hit for one in known if (hit := _best(text, people, one))]
    if not found and not people:
        found = _in_position(text, known)
    return sorted(found, key=lambda hit: -hit.score)


def _in_position[Id](text: str, contacts: list[Known[Id]]) -> list[ContactMatch[Id]]:
    """Find the contacts in the position that a text names without anybody's name."""
    said = said_position(text)
    if said is None:
        return []
    span = said.span()
    return [
        ContactMatch(one.id, 0.8, span, text[slice(*span)])
        for one in contacts
        if one.title and holds(one.title, said.group())
    ]


def _best[Id](
    text: str, people: list[PersonMention], contact: Known[Id]
) -> ContactMatch[Id] | None:
    place = text.casefold().find(contact.name.casefold())
    if place >= 0:
        span = (place, place + len(contact.name))
        return ContactMatch(contact.id, 1.0, span, text[slice(*span)])
    scored = [(_score(text, person, contact), person) for person in people]
    score, person = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if person is None or not score:
        return _by_sound(text, contact)
    return ContactMatch(contact.id, score, person.span, person.text)


def _by_sound[Id](text: str, contact: Known[Id]) -> ContactMatch[Id] | None:
    """Find a name in pinyin (Gao Min, gaomin, Min Gao), or a whole answer that sounds like it."""
    if found := _spelled(contact.name).search(text):
        return ContactMatch(contact.id, 0.85, found.span(), found.group())
    said = text.strip()
    if not said or _sound(said) != _sound(contact.name):
        return None
    return ContactMatch(contact.id, 0.85, (0, len(text)), said)


def _spelled(name: str) -> re.Pattern[str]:
    """Return a pattern of a Chinese name in Latin letters, the surname first or last."""
    size = 2 if name[:2] in surnames() else 1
    surname, given = (
        r"\s?".join(map(re.escape, lazy_pinyin(part))) for part in (name[:size], name[size:])
    )
    forms = rf"{surname}\s?{given}|{given}\s{surname}" if given else re.escape(name)
    return re.compile(rf"(?<![a-z])(?:{forms})(?![a-z])", re.IGNORECASE)


def _score(text: str, person: PersonMention, contact: Known[object]) -> float:
    if person.name and person.name.casefold() in contact.name.casefold().split():
        return 0.8
    if person.name:
        return 0.85 if _sound(person.name) == _sound(contact.name) else 0.0
    if person.surname is None or not _same_surname(person.surname, contact.name):
        return 0.0
    return fits(person.title, contact.title, department_before(text, person.span[0]))


def _same_surname(surname: str, name: str) -> bool:
    """Compare a surname, in characters or in Latin letters, with a full name's."""
    if surname.isascii():
        return surname == _sound(name[:1]) or surname in name.casefold().split()
    return name.startswith(surname)


def _sound(name: str) -> str:
    return "".join(lazy_pinyin(name)).casefold().replace(" ", "")
