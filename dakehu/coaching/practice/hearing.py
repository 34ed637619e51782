"""What a sentence to the customer is: a question, and of which type, or none, and how polite."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dakehu.codes import Question
from dakehu.handbook.codes import find

LONGEST = 300
"""Characters that a customer listens to at once."""

_FORM = re.compile(
    r"(\w)[不没]\1|(?:没有?|不)[.。]?$"
    r"|(?:^|[,;:.] ?)(?:do|does|did|is|are|was|were|has|have|can|could|will|would|shall|should)\b"
    r"|\b(?:right|correct|yes)[.]?$",
    re.IGNORECASE,
)
"""A question by its form: 响不响, 换过没有, "does the fault …"."""

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
    marked = "?" in said or "？" in said or _FORM.search(said.strip())
    return bool(marked) or "asking" in find("practice_said", said)


def is_rude(said: str) -> bool:
    """Tell whether a sentence insults the customer."""
    return "rude" in find("practice_said", said)


def is_speech(said: str) -> bool:
    """Tell whether there is anything in it that could be said."""
    return any(character.isalnum() for character in said)
