"""Rounds of practice as the rules see them, and the repository the rules ask for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dakehu.codes import Language, PracticeState, Question
from dakehu.people import Reach


@dataclass(frozen=True)
class Begun:
    """A round that is to be kept from its first question on."""

    scenario: str
    language: Language


@dataclass(frozen=True)
class Round:
    """A round; `score` and `parts` once it is done."""

    id: int
    staff_id: int
    scenario: str
    language: Language
    state: PracticeState
    started_at: datetime
    finished_at: datetime | None
    score: int | None
    parts: Mapping[str, int] | None


@dataclass(frozen=True)
class Turn:
    """What was said to the customer and what came back.

    Attributes:
        question: The type of question it was taken for; None for what was no question.
        fact: The fact that it brought out.
    """

    said: str
    question: Question | None
    fact: str | None
    reply: str


@dataclass(frozen=True)
class Tally:
    """What somebody's rounds of a period come to, without a word of what was said."""

    staff_id: int
    rounds: int
    average: float
    best: int
    last_at: datetime


class Practice(Protocol):
    """Rounds of practice and their turns."""

    def get(self, round_id: int) -> Round | None:
        """Find a round."""
        ...

    def begin(
        self, begun: Begun, staff_id: int, message_id: str | None, now: datetime
    ) -> Round | None:
        """Begin a round; None when the same message began one in the meantime."""
        ...

    def turns(self, round_id: int) -> list[Turn]:
        """List a round's turns in their order."""
        ...

    def answered(self, message_id: str) -> tuple[Round, Turn] | None:
        """Find the turn that a message made."""
        ...

    def add(self, round_id: int, position: int, turn: Turn, message_id: str | None) -> bool:
        """Add a turn; False when the same message or another one took its place."""
        ...

    def finish(self, round_id: int, now: datetime, score: int, parts: Mapping[str, int]) -> None:
        """Mark a round as done and keep its score."""
        ...

    def leave(self, round_id: int, now: datetime) -> None:
        """Mark a round as left."""
        ...

    def open(self, staff_id: int) -> list[Round]:
        """List somebody's open rounds, the latest first."""
        ...

    def done(self, staff_id: int) -> list[Round]:
        """List the rounds that somebody played to their review, the earliest first."""
        ...

    def tallies(self, reach: Reach, start: datetime, end: datetime) -> list[Tally]:
        """Sum up the rounds that people finished in a period, by person."""
        ...
