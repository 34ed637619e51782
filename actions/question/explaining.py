"""Explaining types of question, telling the type of a sentence, and the reasons of an advice."""

import re

from actions.question.advising import answers, wish_of
from actions.question.preparing import KEY
from actions.question.reasons import full
from actions.turn import Turn
from actions.wording import Button, make_payload
from dakehu import access
from dakehu.access import Task
from dakehu.coaching import question_type
from dakehu.coaching.question.advice import advise
from dakehu.coaching.question.examples import examples, filled
from dakehu.codes import Question
from dakehu.handbook.codes import find
from dakehu.handbook.questions import Next, kinds

EXPLAINED = "question_explained"
"""Where `turn.advice` keeps the example that each type was explained with."""

_QUOTED = re.compile(r"[“\"「『](?P<quoted>[^”\"」』]{2,})[”\"」』]|[：:]\s*(?P<after>\S.+)$")

_BARE = re.compile(rf"(?<![a-z])(?:{'|'.join(Question)})(?![a-z])")

_CONFIDENCE = ((0.9, "sure"), (0.6, "likely"), (0.0, "unsure"))


def explain_question(turn: Turn) -> None:
    """Explain what is asked about: an advice, a sentence's type, a type, two, or all of them."""
    access.require(turn.desk, Task.BE_COACHED)
    told, text = turn.message.entities, turn.message.text
    named = [Question(one) for one in _named(turn)]
    sentence = None if told else _QUOTED.search(text)
    if told.get("why") or _asks_why(turn, named):
        _say_why(turn)
    elif sentence:
        _tell_type(turn, (sentence["quoted"] or sentence["after"]).strip())
    elif len(named) == 2:
        _say_difference(turn, *named)
    elif named:
        _explain(turn, named[0])
    else:
        turn.say("question_types", *(_button(turn, kind) for kind in Question))


def _named(turn: Turn) -> list[str]:
    """Find the types that are named, also by a bare word that elsewhere is none (open, closed)."""
    if pressed := turn.message.entities.get("type"):
        return [pressed]
    text = turn.message.text.casefold()
    bare = [match.group() for match in _BARE.finditer(text)]
    return list(dict.fromkeys([*find("question", text), *bare]))


def _asks_why(turn: Turn, named: list[Question]) -> bool:
    """Tell whether the reasons of the last advice are asked for."""
    advised = turn.advice.get(KEY, {}).get("type")
    why = "why" in find("advice_answer", turn.message.text)
    return bool(advised) and why and named in ([], [advised])


def _say_why(turn: Turn) -> None:
    last = turn.advice.get(KEY, {})
    if "type" not in last:
        turn.say("question_types", *(_button(turn, kind) for kind in Question))
        return
    advice = advise(turn.desk, wish_of(turn, last, Question(last["type"])))
    why = turn.label("advice_answer", "why")
    turn.say(
        "question_why",
        *(button for button in answers(turn, advice) if button.title != why),
        _button(turn, advice.second),
        type=turn.label("question", advice.type),
        reasons="\n".join(f"· {reason}" for reason in full(turn, advice)),
        second=turn.label("question", advice.second),
    )


def _tell_type(turn: Turn, sentence: str) -> None:
    guess = question_type(sentence)
    sure = next(word for least, word in _CONFIDENCE if guess.confidence >= least)
    turn.say(
        f"question_told_{sure}",
        _button(turn, guess.type),
        type=turn.label("question", guess.type),
        cue=turn.phrase("question_cue", cue=guess.cue) if guess.cue else "",
        what_for=kinds()[guess.type].what_for.in_(turn.language),
    )


def _say_difference(turn: Turn, one: Question, other: Question) -> None:
    lines = [
        turn.phrase(
            "question_one_of_two",
            type=turn.label("question", kind),
            what_for=kinds()[kind].what_for.in_(turn.language),
            when=kinds()[kind].when.in_(turn.language),
            example=_example(turn, kind),
        )
        for kind in (one, other)
    ]
    buttons = [_button(turn, kind) for kind in (one, other)]
    turn.say("question_difference", *buttons, lines="\n".join(lines))


def _explain(turn: Turn, kind: Question) -> None:
    known = kinds()[kind]
    turn.say(
        "question_explained",
        *(_button(turn, to.type) for to in known.next),
        type=turn.label("question", kind),
        what_for=known.what_for.in_(turn.language),
        when=known.when.in_(turn.language),
        example=_example(turn, kind),
        mistake=known.mistake.in_(turn.language),
        next="\n".join(_next(turn, to) for to in known.next),
    )


def _next(turn: Turn, to: Next) -> str:
    reason = to.in_(turn.language)
    return turn.phrase("question_next", type=turn.label("question", to.type), reason=reason)


def _example(turn: Turn, kind: Question) -> str:
    """Give an example that needs no facts, and another one the next time."""
    shown = turn.advice.setdefault(EXPLAINED, {})
    at = examples(kind, turn.language, {}, said=shown.get(kind, ()))[0]
    shown[kind] = [*shown.get(kind, ()), at][-3:]
    return filled(kind, turn.language, {}, at)


def _button(turn: Turn, kind: Question) -> Button:
    return Button(turn.label("question", kind), make_payload("explain_question", type=kind))
