"""Which of the eight types a salesperson's sentence is (handbook §6)."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dakehu.coaching.question.cue import cue
from dakehu.codes import Language, Question
from dakehu.handbook.texts import Lines, load

# Learning needs numpy and scipy, for which only who asks has to wait.
if TYPE_CHECKING:
    from dakehu.language.classifier import TextClassifier


@dataclass(frozen=True)
class QuestionGuess:
    """What type of question a sentence is taken for.

    Attributes:
        type: The type.
        confidence: How sure that is, 0 to 1; of those with 0.8, some 80 % are right.
        cue: The words that spoke most for it; empty where there are none.
    """

    type: Question
    confidence: float
    cue: str


def question_type(text: str) -> QuestionGuess:
    """Tell which type of question a sentence is, in Chinese or English; it may be any text."""
    learnt = classifier()
    found, confidence = learnt.ranking(text)[0]
    return QuestionGuess(Question(found), confidence, cue(text, learnt.evidence(text, found)))


@cache
def classifier() -> "TextClassifier":
    """Learn the types from our examples, once a process; it takes a second or two."""
    from dakehu.language.learning import learnt

    return learnt(
        (sentence, str(kind))
        for kind in Question
        for language in Language
        for sentence in sentences_of(kind).in_(language)
    )


def sentences_of(kind: Question) -> Lines:
    """Read our examples of a type."""
    return Lines.model_validate(load(f"sentences/{kind}.yml", "dakehu.coaching"))
