"""The six ways to win a customer's attention, and what sets us apart (handbook §5), as data."""

import string
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, model_validator

from dakehu.codes import Language, Opener

ALWAYS = frozenset({"customer", "contact"})
"""Gaps that any opening words may have; `contact` may be unknown, so some must do without."""


class Need(StrEnum):
    """What must be known of a customer before a way can be used."""

    COMPANY_STRENGTH = "company_strength"
    NEWS = "news"
    OPINION = "opinion"
    PRAISE = "praise"
    SAME_TRADE_REFERENCE = "same_trade_reference"
    NONE = "none"


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Both(_Data):
    """A text in both languages."""

    zh: str
    en: str

    def in_(self, language: str) -> str:
        """Return the text in a language."""
        return self.zh if language == Language.ZH else self.en


class Templates(_Data):
    """Opening words with gaps, the same in both languages line by line."""

    zh: tuple[str, ...]
    en: tuple[str, ...]

    def in_(self, language: str) -> tuple[str, ...]:
        """Return the lines in a language."""
        return self.zh if language == Language.ZH else self.en

    @model_validator(mode="after")
    def _the_same_lines(self) -> Self:
        if len(self.zh) != len(self.en):
            raise ValueError("the languages differ in their number of lines")
        return self


class Way(_Data):
    """One way: what it needs, what it is, when it fits, an example, what goes wrong, its words."""

    needs: Need
    idea: Both
    when: Both
    example: Both
    mistake: Both
    templates: Templates
    tips: tuple[Both, ...] = ()

    @model_validator(mode="after")
    def _gaps_are_known(self) -> Self:
        own = frozenset({self.needs}) - {Need.NONE}
        for lines in (self.templates.zh, self.templates.en):
            found = [gaps(line) for line in lines]
            if not all(own <= one <= own | ALWAYS for one in found):
                raise ValueError(f"a line lacks {set(own)}, or has a gap that is not known")
            if all("contact" in one for one in found):
                raise ValueError("no line does without {contact}")
        return self


def gaps(template: str) -> frozenset[str]:
    """Return what a line wants filled in."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name)


@cache
def ways() -> Mapping[Opener, Way]:
    """Read the six ways once a process, in the handbook's order.

    Raises:
        pydantic.ValidationError: The file is not as its first lines say.
    """
    read = TypeAdapter(dict[Opener, Way]).validate_python(_yaml("openers.yml"))
    return {opener: read[opener] for opener in Opener}


@cache
def strengths() -> tuple[Both, ...]:
    """Read what sets our company apart, best first; the department edits the file."""
    return TypeAdapter(tuple[Both, ...]).validate_python(_yaml("strengths.yml"))


def _yaml(name: str) -> object:
    return yaml.safe_load((files("dakehu.handbook") / name).read_text(encoding="utf-8"))
