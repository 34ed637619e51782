"""Rules of the handbook, asked for by words, by button or part by part (docs/flows/handbook.md)."""

import json

from actions.turn import Turn
from actions.wording import Button
from dakehu import access
from dakehu.access import Task
from dakehu.handbook.finding import find_passages, nearest
from dakehu.handbook.passages import Passage, passages, sections, within

OFFERED = 3
"""How many passages are offered where none answers."""


def handbook_question(turn: Turn) -> None:
    """Answer with the passage that holds the rule; where there is none, offer what comes near."""
    access.require(turn.desk, Task.ASK_HANDBOOK)
    pressed, asked = turn.message.entities, turn.message.text.strip()
    if passage := passages().get(pressed.get("passage", "")):
        _tell(turn, passage)
    elif (section := pressed.get("section", "")) in sections():
        turn.say(
            "handbook_section", *_buttons(within(section), turn), section=_place(turn, section)
        )
    elif pressed or not asked:
        _list_sections(turn)
    else:
        _answer(turn, asked)


def _answer(turn: Turn, question: str) -> None:
    found = find_passages(question)
    for passage in found:
        _tell(turn, passage)
    if not found:
        everything = turn.press("handbook_all", _payload(text=""))
        turn.say("handbook_nothing", *_buttons(nearest(question, OFFERED), turn), everything)


def _tell(turn: Turn, passage: Passage) -> None:
    """Tell a rule and where it stands; what belongs to it is a button away."""
    turn.say(
        "handbook_passage",
        *_buttons([passages()[key] for key in passage.related], turn),
        title=passage.title.in_(turn.language),
        place=_place(turn, passage.section),
        text=passage.text.in_(turn.language),
    )
    turn.attach(data={"passage": passage.id, "section": passage.section})


def _list_sections(turn: Turn) -> None:
    buttons = [Button(_place(turn, key), _payload(section=key)) for key in sections()]
    turn.say("handbook_sections", *buttons)


def _place(turn: Turn, section: str) -> str:
    number = section.partition(".")[0]
    return f"§{number} {sections()[section].in_(turn.language)}"


def _buttons(found: list[Passage], turn: Turn) -> list[Button]:
    return [Button(p.title.in_(turn.language), _payload(passage=p.id)) for p in found]


def _payload(**told: str) -> str:
    return f"/handbook_question{json.dumps(told)}"
