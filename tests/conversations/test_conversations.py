"""Every dialogue of the folders beside this file goes as it is written down.

A file holds dialogues; a dialogue is `name`, perhaps `as` (a role, else specialist1), `turns` and
perhaps `database` (table: the rows it holds at the end, by the columns that are named). A turn is
what the person does, `say` or `press` (a button's label), and what comes back: `hear` (texts that
the answer holds), `not` (texts that it does not hold) and `buttons` (labels that it offers).
The folders say what the person does: happy_path, corrections, cancellations, digressions,
switching, bad_input.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conversations.department import Department
from tests.e2e.person import Person

HERE = Path(__file__).parent
DIALOGUES = [
    pytest.param(dialogue, id=f"{file.parent.name}/{file.stem}: {dialogue['name']}")
    for file in sorted(HERE.glob("*/*.yml"))
    for dialogue in yaml.safe_load(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("dialogue", DIALOGUES)
def test_a_dialogue_goes_as_written(dialogue: dict[str, Any], department: Department) -> None:
    person = department.person(dialogue.get("as", "specialist1"))
    for turn in dialogue["turns"]:
        _take(person, turn)
    for table, expected in dialogue.get("database", {}).items():
        rows = department.rows(table)
        named = [{k: row[k] for k in wanted} for row, wanted in zip(rows, expected, strict=True)]
        assert named == [{k: str(v) for k, v in wanted.items()} for wanted in expected]


def _take(person: Person, turn: dict[str, Any]) -> None:
    heard = person.say(turn["say"]) if "say" in turn else person.press(turn["press"])
    did = f"after {turn.get('say') or turn['press']!r}: {heard}"
    for text in turn.get("hear", ()):
        assert text in heard, did
    for text in turn.get("not", ()):
        assert text not in heard, did
    labels = [b["label"] for said in person.answers for b in said["buttons"]]
    for label in turn.get("buttons", ()):
        assert label in labels, f"{did}\n{labels}"
