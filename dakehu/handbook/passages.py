"""The handbook's passages: each rule as it is told, and the ways of asking for it, as data."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from dakehu.codes import Language
from dakehu.handbook.data import read
from dakehu.handbook.texts import Both, Record


class Asked(Record):
    """Ways of asking, in both languages."""

    zh: tuple[str, ...]
    en: tuple[str, ...]

    def in_(self, language: str) -> tuple[str, ...]:
        """Return the ways in a language."""
        return self.zh if language == Language.ZH else self.en


class Passage(Record):
    """One rule.

    Attributes:
        id: Its place in the handbook: section, sub-heading, item, point.
        section: A key of `sections`.
        title: What it is called on a button.
        text: All that the rule says.
        asked: Ways of asking for it.
        related: The passages to offer next, by id.
    """

    id: str
    section: str
    title: Both
    text: Both
    asked: Asked
    related: tuple[str, ...]


@cache
def passages() -> Mapping[str, Passage]:
    """Read all passages by id, once a process, section by section.

    Raises:
        ValueError: A file is not as it has to be.
    """
    found: dict[str, Passage] = {}
    folder = files("dakehu.handbook") / "passages"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        for passage in read(file, TypeAdapter(tuple[Passage, ...])):
            if passage.id in found:
                raise ValueError(f"two passages are called {passage.id}")
            found[passage.id] = passage
    for passage in found.values():
        _check(passage, found)
    return found


@cache
def sections() -> Mapping[str, Both]:
    """Read what the sections are called, in the handbook's order."""
    return read(files("dakehu.handbook") / "sections.yml", TypeAdapter(dict[str, Both]))


def within(section: str) -> list[Passage]:
    """Return the passages of a section."""
    return [passage for passage in passages().values() if passage.section == section]


@cache
def outside() -> Asked:
    """Read questions that no passage answers."""
    return read(files("dakehu.handbook") / "outside.yml", TypeAdapter(Asked))


def _check(passage: Passage, known: Mapping[str, Passage]) -> None:
    """See that a passage leads somewhere.

    Raises:
        ValueError: Its section or a related passage does not exist, or it leads to itself.
    """
    if passage.section not in sections():
        raise ValueError(f"{passage.id} is in no section")
    if unknown := set(passage.related) - (known.keys() - {passage.id}):
        raise ValueError(f"{passage.id} leads to {sorted(unknown)}")
