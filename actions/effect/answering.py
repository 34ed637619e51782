"""What questions and openers lead to: the sentence, the table, the chart (docs/flows/effect.md)."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from actions.effect.shown import Shown
from actions.turn import Turn
from actions.wording import Button
from dakehu import access, people
from dakehu.access import Task
from dakehu.coaching import effect
from dakehu.coaching.effect import Asked, Dimension, Metric
from dakehu.documents import chart
from dakehu.language.characters import plain
from dakehu.language.names import NameIndex, NameMatch
from dakehu.language.people import ContactMatch, Known, match_contact

SURE = 0.85
"""How well a name must fit to narrow figures down to it."""

SPLITS = (Dimension.SPECIALIST, Dimension.INDUSTRY, Dimension.STAGE)
GROUPS = 6
"""Groups that are offered as buttons."""


def ask_data(turn: Turn) -> None:
    """Answer with the figures that are asked for, or say which there are."""
    access.require(turn.desk, Task.SEE_FIGURES)
    questions = _asked(turn)
    for asked in questions:
        _answer(turn, asked)
    if not questions:
        _not_yet(turn)


def _asked(turn: Turn) -> list[Asked]:
    """Read the question from a button, or from the words and what was asked before."""
    told = turn.message.entities
    if "metric" in told:
        return [Asked.from_slot(told)]
    last = turn.advice.get("effect")
    text, named = _named(turn, plain(turn.message.text))
    return effect.read(text, turn.now, Asked.from_slot(last) if last else None, named)


def _named(turn: Turn, text: str) -> tuple[str, dict[str, Any]]:
    """Find who and which customers are named; the text comes back without them."""
    named: dict[str, Any] = {}
    if person := _person(turn, text):
        named["person"] = person.id
        text = _cut(text, person.span)
    customers = [m for m in turn.names.find(text) if m.score >= SURE]
    if customers:
        same = [m.id for m in customers if m.span == customers[0].span]
        named["customers"] = tuple(dict.fromkeys(same))
        text = _cut(text, customers[0].span)
    return text, named


def _person(turn: Turn, text: str) -> NameMatch[int] | ContactMatch[int] | None:
    """Find the colleague who is named, also as 小张 or 老刘 where that is but one of the team.

    Of several of one name it is the one whose figures the person may see.
    """
    team = [Known(p.id, p.name) for p in (*people.colleagues(turn.desk), turn.desk.person)]
    near = {one.id for one in team}
    staff = NameIndex((p.id, [p.name, p.login]) for p in effect.known(turn.desk))
    if named := [match for match in staff.find(text) if match.score >= SURE]:
        return next((match for match in named if match.id in near), named[0])
    called = match_contact(text, team)
    return called[0] if len(called) == 1 else None


def _cut(text: str, span: tuple[int, int]) -> str:
    return f"{text[: span[0]]} {text[span[1] :]}"


def _answer(turn: Turn, asked: Asked) -> None:
    found = effect.effect(turn.desk, asked)
    shown = Shown(turn, found)
    turn.say(shown.said, *_next(turn, shown), **shown.values)
    turn.attach(data=shown.data(turn.replies[-1]["text"]))
    if found.lines:
        turn.attach(table=shown.table)
        turn.draw(f"{asked.metric}.png", chart.draw(shown.title, shown.bars))
    turn.advice = {**turn.advice, "effect": asked.to_slot()}


def _next(turn: Turn, shown: Shown) -> Iterator[Button]:
    """Offer what one would ask next: a group or a split, another time, the other figures."""
    asked = shown.effect.asked
    if shown.shortened:
        for line in shown.lines[:GROUPS]:
            if narrowed := shown.narrowed(line):
                yield Button(shown.group(line), _payload(narrowed))
    else:
        for by in SPLITS if shown.of_team else SPLITS[1:]:
            if by is not asked.by:
                split = replace(asked, by=by, each=True)
                yield Button(turn.label("effect_by", by), _payload(split))
    yield from _periods(turn, asked)
    other = next(metric for metric in Metric if metric is not asked.metric)
    payload = _payload(replace(asked, metric=other, techniques=()))
    yield Button(turn.label("effect_metric", other), payload)


def _periods(turn: Turn, asked: Asked) -> Iterator[Button]:
    periods = {"last_month": effect.last_month(turn.now), "this_year": effect.this_year(turn.now)}
    for name, (start, end) in periods.items():
        if (start, end) != (asked.start, asked.end):
            moved = replace(asked, start=start, end=end, dated=True)
            yield turn.press(f"effect_{name}", _payload(moved))


def _not_yet(turn: Turn) -> None:
    """Say which figures there are; where others were asked for, that these cannot be told yet."""
    questions, openers = (effect.usual(metric, turn.now) for metric in Metric)
    turn.say(
        "effect_not_yet" if turn.message.text else "effect_which",
        Button(turn.label("effect_metric", questions.metric), _payload(questions)),
        Button(turn.label("effect_metric", openers.metric), _payload(openers)),
        turn.press("effect_by_trade", _payload(replace(questions, by=Dimension.INDUSTRY))),
    )
    turn.attach(data={"text": turn.replies[-1]["text"], "status": "unsupported"})


def _payload(asked: Asked) -> str:
    return f"/ask_data{json.dumps(asked.to_slot(), ensure_ascii=False)}"
