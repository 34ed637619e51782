"""Keeping a question for the next planned visit (docs/flows/question.md)."""

from typing import Any

from actions.forms.kinds.moment import show_day
from actions.offer import Offer
from actions.turn import Turn
from actions.wording import make_payload
from dakehu.coaching.question.preparing import prepare
from dakehu.coaching.question.records import Prepared
from dakehu.codes import Question, Stage

KEY = "question"
"""Where `turn.advice` keeps what was advised last: what it was for, what was said."""


def prepare_question(turn: Turn) -> None:
    """Keep a question for the next planned visit; where there is none, offer to plan one."""
    told = turn.message.entities
    plan = prepare(turn.desk, told["customer"], _prepared(told))
    if plan is not None:
        day = show_day(plan.planned_at, turn)
        turn.say("question_prepared", customer=plan.customer_name, day=day, words=told["example"])
        return
    name = turn.names.display[told["customer"]]
    booking = make_payload("plan_visit", customer={"id": told["customer"], "name": name})
    turn.advice.setdefault(KEY, {})["waiting"] = told
    turn.offer = Offer(yes=booking)
    turn.say("question_no_plan", turn.press("question_plan_visit", booking), customer=name)


def keep_question(turn: Turn) -> None:
    """Keep the question for which a visit has just been planned, if there is one."""
    waiting = turn.advice.get(KEY, {}).pop("waiting", None)
    if waiting and prepare(turn.desk, waiting["customer"], _prepared(waiting)):
        turn.add("question_kept", words=waiting["example"])


def _prepared(told: dict[str, Any]) -> Prepared:
    stage = Stage(told["stage"]) if told.get("stage") else None
    return Prepared(Question(told["question"]), stage, told["example"])
