"""Advising which question to ask, explaining types, keeping one (docs/flows/question.md)."""

from actions.question.advising import recommend_question
from actions.question.explaining import explain_question
from actions.question.preparing import keep_question, prepare_question

__all__ = [
    "explain_question",
    "keep_question",
    "prepare_question",
    "recommend_question",
]
