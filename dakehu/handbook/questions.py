"""The eight types of question and the stages of a contact (handbook §6), as data."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, Self

from pydantic import TypeAdapter, model_validator

from dakehu.codes import Language, Outcome, Question, Stage
from dakehu.handbook.texts import Both, Lines, Record, gaps, load

GAPS = frozenset(
    {"customer", "contact", "product", "topic", "last_outcome", "need", "date"},
)
"""What an example may want filled in."""

type Cues = dict[Language, dict[int, tuple[str, ...]]]
"""Patterns by language and weight, for what somebody says."""


class Next(Both):
    """The type to go to from another one, and why."""

    type: Question


class Kind(Record):
    """A type: where it is at home, what it is for, when to use it, what goes wrong, what is next.

    Attributes:
        after: Outcomes of the last contact after which it is the one to begin with.
        for_need: Whether it is the one to think of while a need is open.
        dates: Whether its examples speak of a day that was or that will be.
    """

    stages: tuple[Stage, ...]
    after: tuple[Outcome, ...] = ()
    for_need: bool = False
    dates: Literal["past", "future"]
    what_for: Both
    when: Both
    mistake: Both
    next: tuple[Next, ...]


class Material(Record):
    """A type's examples, and what in a description of a situation speaks for it."""

    examples: Lines
    cues: Cues
    situations: Lines

    @model_validator(mode="after")
    def _the_same_examples(self) -> Self:
        zh, en = ([gaps(line) for line in self.examples.in_(language)] for language in Language)
        if zh != en:
            raise ValueError("the languages differ in their examples")
        if unknown := frozenset().union(*zh) - GAPS:
            raise ValueError(f"gaps that nothing fills: {set(unknown)}")
        return self


class Part(Both):
    """A stage of a contact: its name, what it is, and what tells of it."""

    about: Both
    cues: Cues


@cache
def kinds() -> Mapping[Question, Kind]:
    """Read the types once a process, in the handbook's order.

    Raises:
        pydantic.ValidationError: The file is not as its first lines say.
    """
    read = TypeAdapter(dict[Question, Kind]).validate_python(load("questions.yml"))
    return {kind: read[kind] for kind in Question}


@cache
def material(kind: Question) -> Material:
    """Read a type's examples, cues and situations once a process."""
    return Material.model_validate(load(f"questions/{kind}.yml"))


@cache
def no_situation() -> Lines:
    """Read how one asks for a question without telling what the situation is."""
    return Lines.model_validate(load("questions/no_situation.yml"))


@cache
def stages() -> Mapping[Stage, Part]:
    """Read the stages once a process, in their order."""
    read = TypeAdapter(dict[Stage, Part]).validate_python(load("stages.yml"))
    return {stage: read[stage] for stage in Stage}
