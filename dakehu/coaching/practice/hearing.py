"""What a sentence to the customer is: a question, and of which type, or none, and how polite."""

from collections.abc import Callable
from dataclasses import dataclass

from dakehu.codes import Question
from dakehu.handbook.codes import find

LONGEST = 300
"""Characters that a customer listens to at once."""

type TypeOf = Callable[[str], Question]
"""How a question's type is told."""


@dataclass(frozen=True)
class Heard:
    """What the customer makes of a sentence."""

    said: str
    question: Question | None
    rude: bool


def hear(said: str, type_of: TypeOf) -> Heard:
    """Take a sentence for a question of a type, or for none."""
    question = type_of(said) if is_question(said) else None
    return Heard(said, question, is_rude(said))


def is_question(said: str) -> bool:
    """Tell whether a sentence asks for an answer, with a question mark or without."""
    return "?" in said or "？" in said or "asking" in find("practice_said", said)


def is_rude(said: str) -> bool:
    """Tell whether a sentence insults the customer."""
    return "rude" in find("practice_said", said)


def is_speech(said: str) -> bool:
    """Tell whether there is anything in it that could be said."""
    return any(character.isalnum() for character in said)
