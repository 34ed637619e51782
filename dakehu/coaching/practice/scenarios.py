"""The scenarios of `dakehu/handbook/scenarios/`: whom the bot plays, and what they know."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from dakehu.codes import Language, Question
from dakehu.handbook.data import read

Line = Annotated[str, Field(min_length=1)]
Lines = Annotated[tuple[Line, ...], Field(min_length=2)]
Words = Annotated[tuple[Line, ...], Field(min_length=1)]
Some = Annotated[int, Field(ge=1)]
Points = Annotated[int, Field(ge=0, le=100)]


class Mood(StrEnum):
    """How the customer takes it, best first."""

    FRIENDLY = "friendly"
    GUARDED = "guarded"
    ANNOYED = "annoyed"


class Model(BaseModel):
    """A part of a scenario, as the README beside the files explains it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Both[T](Model):
    """Something in both languages."""

    zh: T
    en: T

    def of(self, language: str) -> T:
        """Return it in a language."""
        return self.zh if language == Language.ZH else self.en


class Persona(Model):
    """Whom the bot plays."""

    name: Both[Line]
    role: Both[Line]
    company: Both[Line]
    character: Both[Line]


class Moods(Model):
    """How the customer begins, and how many questions in a row change that."""

    start: Mood
    lifts_after: Some
    drops_after: Some


class Fact(Model):
    """What the customer tells if the right type of question touches it."""

    id: Line
    label: Both[Line]
    worth: Annotated[int, Field(ge=1, le=3)]
    revealed_by: Annotated[tuple[Question, ...], Field(min_length=1)]
    topics: Both[Words]
    ask: Both[Line]
    answers: Both[Lines]

    def touched_by(self, said: str) -> int:
        """Count how many of the fact's words a question holds, in whichever language."""
        words = (*self.topics.zh, *self.topics.en)
        return sum(holds(said, word) for word in words)

    @model_validator(mode="after")
    def _model_question_touches_it(self) -> Self:
        for language in Language:
            if not self.touched_by(self.ask.of(language)):
                raise ValueError(f"{self.id}: `ask` in {language} holds none of the topics")
        return self


class Deflections(Model):
    """What the customer says to a question that reveals nothing, by mood."""

    friendly: Both[Lines]
    guarded: Both[Lines]
    annoyed: Both[Lines]

    def of(self, mood: Mood, language: str) -> Sequence[str]:
        """Return a mood's lines."""
        by_mood: Mapping[Mood, Both[Lines]] = {m: getattr(self, m) for m in Mood}
        return by_mood[mood].of(language)


class Closing(Model):
    """The customer's last words, by how much was uncovered."""

    good: Both[Line]
    fair: Both[Line]
    poor: Both[Line]


class Scoring(Model):
    """The weights of the parts of the score."""

    uncovered: Points
    fitting_types: Points
    order: Points
    wording: Points
    ending: Points

    @model_validator(mode="after")
    def _sums_to_a_hundred(self) -> Self:
        if sum(self.model_dump().values()) != 100:
            raise ValueError("the weights do not sum to 100")
        return self


class Scenario(Model):
    """One customer with one matter."""

    title: Both[Line]
    words: Both[Words]
    about: Both[Line]
    setting: Literal["phone", "on_site"]
    persona: Persona
    mood: Moods
    opening: Both[Line]
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
    deflections: Deflections
    best_path: Annotated[tuple[tuple[Question, Line], ...], Field(min_length=1)]
    closing: Closing
    scoring: Scoring

    @model_validator(mode="after")
    def _path_leads_through_facts(self) -> Self:
        types = {fact.id: fact.revealed_by for fact in self.facts}
        path = [fact for _, fact in self.best_path]
        if len(types) < len(self.facts) or len(set(path)) < len(path):
            raise ValueError("a fact stands twice")
        for question, fact in self.best_path:
            if question not in types.get(fact, ()):
                raise ValueError(f"best_path: {fact} is not revealed by {question}")
        return self


@cache
def scenarios() -> Mapping[str, Scenario]:
    """Read all scenarios by id, once a process.

    Raises:
        pydantic.ValidationError: A file is not as the README beside it says.
    """
    folder = files("dakehu.handbook") / "scenarios"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".yml")), key=lambda f: f.name)
    return {file.name.removesuffix(".yml"): read(file, TypeAdapter(Scenario)) for file in found}


def holds(said: str, word: str) -> bool:
    """Tell whether a sentence holds a word: a Chinese one as it stands, an English one whole."""
    return _pattern(word).search(said.casefold()) is not None


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Match a Chinese word as it stands, an English one whole or in its plural."""
    plain = re.escape(word.casefold())
    return re.compile(rf"(?<![a-z0-9]){plain}(?:s|es)?(?![a-z0-9])" if word.isascii() else plain)
