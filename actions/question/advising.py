"""Advising which question to ask (docs/flows/question.md).

Explaining types and reasons is in explaining.py, keeping one in preparing.py.
"""

from typing import Any

from actions.offer import Offer
from actions.question.preparing import KEY
from actions.question.reasons import short
from actions.question.subject import Subject, subject
from actions.turn import Turn
from actions.wording import Button, make_payload
from dakehu import access
from dakehu.access import Task
from dakehu.coaching.question.advice import Advice, Wish
from dakehu.coaching.question.advice import advise as advised
from dakehu.coaching.question.fitting import fit
from dakehu.codes import Question, Stage
from dakehu.handbook.codes import find
from dakehu.handbook.questions import stages

REMEMBERED = 4
"""Examples of a type that are not said again before others were."""


def recommend_question(turn: Turn) -> None:
    """Advise a type of question for the situation that is described; ask for one if none is."""
    access.require(turn.desk, Task.BE_COACHED)
    last = turn.advice.get(KEY, {})
    if _asks_another(turn, last):
        advise(turn, last)
        return
    asked = subject(turn, last)
    if asked is None:
        return
    kept = {
        "customer": asked.customer_id,
        "situation": asked.situation,
        "stage": asked.stage,
        "told": asked.told,
        "days": asked.days,
        "lines": last.get("lines", {}),
    }
    if _says_nothing(turn, asked):
        turn.advice[KEY] = {**kept, "situation": ""}
        _ask_situation(turn, asked)
    else:
        advise(turn, kept)


def advise(turn: Turn, kept: dict[str, Any]) -> None:
    """Say a type that was not said for this situation, why, and two examples of it."""
    advice = advised(turn.desk, wish_of(turn, kept))
    lines = kept.get("lines", {})
    shown = [line for line, _ in advice.examples]
    turn.advice[KEY] = {
        **kept,
        "type": advice.type,
        "said": [*(() if advice.again else kept.get("said", ())), advice.type],
        "lines": {**lines, advice.type: [*lines.get(advice.type, ()), *shown][-REMEMBERED:]},
    }
    name = advice.customer and (advice.customer.short_name or advice.customer.name)
    turn.say(
        "question_advice",
        *answers(turn, advice),
        whom=turn.phrase("question_for", customer=name) if name else "",
        again=turn.phrase("question_again") if advice.again else "",
        type=turn.label("question", advice.type),
        second=turn.label("question", advice.second),
        why=short(turn, advice),
        examples="\n".join(f"· {words}" for _, words in advice.examples),
    )


def wish_of(turn: Turn, kept: dict[str, Any], kind: Question | None = None) -> Wish:
    """Read back what was asked for; a type may be given to stay with."""
    return Wish(
        situation=kept["situation"],
        language=turn.language,
        customer_id=kept["customer"],
        stage=Stage(kept["stage"]) if kept["stage"] else None,
        told=kept["told"],
        days=kept["days"],
        type=kind,
        said=[Question(one) for one in kept.get("said", ())],
        lines={Question(one): at for one, at in kept.get("lines", {}).items()},
    )


def _asks_another(turn: Turn, last: dict[str, Any]) -> bool:
    if "type" not in last:
        return False
    return bool(turn.message.entities.get("another")) or (
        "another" in find("advice_answer", turn.message.text)
        and not turn.names.find(turn.message.text)
        and not fit(turn.message.text).told
    )


def _says_nothing(turn: Turn, asked: Subject) -> bool:
    """Tell whether neither a situation nor a stage is told, and that was not asked for already."""
    answered = turn.message.entities.get("asked")
    return not (asked.stage or answered or fit(asked.situation).told)


def _ask_situation(turn: Turn, asked: Subject) -> None:
    of = asked.customer_id
    buttons = [
        Button(
            part.in_(turn.language),
            make_payload("recommend_question", customer=of, stage=stage, asked=True, text=""),
        )
        for stage, part in stages().items()
    ]
    words = make_payload("recommend_question", customer=of, asked=True)
    turn.offer = Offer(words=words, claims=["log_visit"])
    turn.say("question_ask_situation", *buttons)


def answers(turn: Turn, advice: Advice) -> list[Button]:
    """Offer what may follow, as buttons and for typed words."""
    stands_for = {
        "another": make_payload("recommend_question", another=True),
        "why": make_payload("explain_question", why=True),
        "prepare": make_payload(
            "prepare_question",
            customer=advice.customer.id if advice.customer else None,
            question=advice.type,
            stage=advice.recommendation.stage,
            words=advice.examples[0][1],
        ),
    }
    turn.offer = Offer(among="advice_answer", named=stands_for)
    return [Button(turn.label("advice_answer", code), said) for code, said in stands_for.items()]
