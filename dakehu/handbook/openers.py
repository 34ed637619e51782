"""The six ways to win a customer's attention, and what sets us apart (handbook §5), as data."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Self

from pydantic import TypeAdapter, model_validator

from dakehu.codes import Opener
from dakehu.handbook.texts import Both, Lines, Record, gaps, load

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


class Templates(Lines):
    """Opening words with gaps, the same in both languages line by line."""

    @model_validator(mode="after")
    def _the_same_lines(self) -> Self:
        if len(self.zh) != len(self.en):
            raise ValueError("the languages differ in their number of lines")
        return self


class Way(Record):
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


@cache
def ways() -> Mapping[Opener, Way]:
    """Read the six ways once a process, in the handbook's order.

    Raises:
        pydantic.ValidationError: The file is not as its first lines say.
    """
    read = TypeAdapter(dict[Opener, Way]).validate_python(load("openers.yml"))
    return {opener: read[opener] for opener in Opener}


@cache
def strengths() -> tuple[Both, ...]:
    """Read what sets our company apart, best first; the department edits the file."""
    return TypeAdapter(tuple[Both, ...]).validate_python(load("strengths.yml"))
