"""The steps of a telephone call (handbook §7), as data."""

import string
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Self

from pydantic import TypeAdapter, model_validator

from dakehu.handbook.data import read
from dakehu.handbook.texts import Both, Record

GAPS = frozenset({"name", "company", "contact", "customer"})
"""What a step's words may leave to be filled in."""


class Way(StrEnum):
    """Which end of the telephone one is at."""

    CALLING = "calling"
    ANSWERING = "answering"


class Step(Record):
    """One step: what it is, what may be said aloud, what to mind."""

    id: str
    title: Both
    say: Both
    note: Both

    @model_validator(mode="after")
    def _gaps_are_known(self) -> Self:
        for text in (self.title, self.say, self.note):
            for words in (text.zh, text.en):
                gaps = {name for _, name, _, _ in string.Formatter().parse(words) if name}
                if not gaps <= GAPS:
                    raise ValueError(f"a gap that is not known: {gaps - GAPS}")
        return self


class Telephone(Record):
    """Our company's name, and the steps of each way."""

    company: Both
    answering: tuple[Step, ...]
    calling: tuple[Step, ...]

    def steps(self, way: Way) -> tuple[Step, ...]:
        """Return the steps in their order."""
        return self.calling if way is Way.CALLING else self.answering

    @model_validator(mode="after")
    def _ends_in_a_record(self) -> Self:
        if any(steps[-1].id != "record" for steps in (self.answering, self.calling)):
            raise ValueError("a call ends in its record")
        return self


@cache
def telephone() -> Telephone:
    """Read the steps once a process.

    Raises:
        pydantic.ValidationError: The file is not as its first lines say.
    """
    return read(files("dakehu.handbook") / "telephone.yml", TypeAdapter(Telephone))
