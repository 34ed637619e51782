"""Every dialogue of the folders beside this file goes as it is written down (dialogue.py).

The folders say what the person does: happy_path, corrections, cancellations, digressions,
switching, bad_input.
"""

from typing import Any

import pytest

from tests.conversations.department import Department
from tests.conversations.dialogue import check_answer, check_database, dialogues, prepare


@pytest.mark.parametrize("dialogue", dialogues("*/*.yml"))
def test_a_dialogue_goes_as_written(dialogue: dict[str, Any], department: Department) -> None:
    person = department.person(prepare(dialogue, department))
    for turn in dialogue["turns"]:
        heard = person.say(turn["say"]) if "say" in turn else person.press(turn["press"])
        labels = [b["label"] for said in person.answers for b in said["buttons"]]
        check_answer(turn, heard, labels)
    check_database(dialogue, department)
