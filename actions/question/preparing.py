"""Keeping a question for the next planned visit (docs/flows/question.md)."""

from typing import Any

from actions.preparing import keep_for_visit, keep_what_waited
from actions.turn import Turn
from dakehu.coaching.question.preparing import prepare
from dakehu.coaching.question.records import Prepared
from dakehu.codes import Question, Stage
from dakehu.plan import Plan

KEY = "question"
"""Where `turn.advice` keeps what was advised last: what it was for, what was said."""


def prepare_question(turn: Turn) -> None:
    """Keep a question for the next planned visit; where there is none, offer to plan one."""
    keep_for_visit(turn, KEY, _keep)


def keep_question(turn: Turn) -> None:
    """Keep the question for which a visit has just been planned, if there is one."""
    keep_what_waited(turn, KEY, _keep)


def _keep(turn: Turn, told: dict[str, Any]) -> Plan | None:
    stage = Stage(told["stage"]) if told.get("stage") else None
    prepared = Prepared(Question(told["question"]), stage, told["words"])
    return prepare(turn.desk, told.get("customer"), prepared)
