"""Which contact of a customer is meant."""

from collections.abc import Iterable
from dataclasses import dataclass

from pypinyin import lazy_pinyin

from dakehu.language.people.find import find_people
from dakehu.language.people.mention import PersonMention
from dakehu.language.people.titles import fits


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
    people = find_people(text)
    found = [hit for one in contacts if (hit := _best(text, people, one))]
    return sorted(found, key=lambda hit: -hit.score)


def _best[Id](
    text: str, people: list[PersonMention], contact: Known[Id]
) -> ContactMatch[Id] | None:
    place = text.casefold().find(contact.name.casefold())
    if place >= 0:
        span = (place, place + len(contact.name))
        return ContactMatch(contact.id, 1.0, span, text[slice(*span)])
    scored = [(_score(person, contact), person) for person in people]
    score, person = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if person is None or not score:
        return _by_sound(text, contact)
    return ContactMatch(contact.id, score, person.span, person.text)


def _by_sound[Id](text: str, contact: Known[Id]) -> ContactMatch[Id] | None:
    """Take a whole answer that sounds like the name: 王健国, wang jianguo."""
    said = text.strip()
    if not said or _sound(said) != _sound(contact.name):
        return None
    return ContactMatch(contact.id, 0.85, (0, len(text)), said)


def _score(person: PersonMention, contact: Known[object]) -> float:
    if person.name and person.name.casefold() in contact.name.casefold().split():
        return 0.8
    if person.name:
        return 0.85 if _sound(person.name) == _sound(contact.name) else 0.0
    if person.surname is None or not _same_surname(person.surname, contact.name):
        return 0.0
    return fits(person.title, contact.title)


def _same_surname(surname: str, name: str) -> bool:
    """Compare a surname, in characters or in Latin letters, with a full name's."""
    if surname.isascii():
        return surname == _sound(name[:1]) or surname in name.casefold().split()
    return name.startswith(surname)


def _sound(name: str) -> str:
    return "".join(lazy_pinyin(name)).casefold().replace(" ", "")
