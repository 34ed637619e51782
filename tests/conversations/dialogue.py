"""What a file of dialogues holds, and whether an answer is the one that it asks for.

A dialogue is `name`, perhaps `as` (a role, else specialist1) and `bound` (channel: the name of an
account that is bound to them), `turns` and perhaps `database` (table: the rows it holds at the end,
by the columns that are named). A turn is what the person
does, `say` or `press` (a button's label), and what comes back: `hear` (texts that the answer
holds), `not` (texts that it does not hold) and `buttons` (labels that it offers).
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conversations.department import Department

HERE = Path(__file__).parent


def dialogues(files: str) -> list[Any]:
    """Return the dialogues of the files that a pattern names, as a test's parameters."""
    return [
        pytest.param(dialogue, id=f"{file.parent.name}/{file.stem}: {dialogue['name']}")
        for file in sorted(HERE.glob(files))
        for dialogue in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def prepare(dialogue: dict[str, Any], department: Department) -> str:
    """Bind what a dialogue says is bound; returns the role of the person."""
    role: str = dialogue.get("as", "specialist1")
    for channel, name in dialogue.get("bound", {}).items():
        department.bind(role, channel, name)
    return role


def check_answer(turn: dict[str, Any], heard: str, labels: Iterable[str]) -> None:
    """Fail unless a turn's answer is as it is written down."""
    did = f"after {turn.get('say') or turn['press']!r}: {heard}"
    for text in turn.get("hear", ()):
        assert text in heard, did
    for text in turn.get("not", ()):
        assert text not in heard, did
    for label in turn.get("buttons", ()):
        assert label in labels, f"{did}\n{labels}"


def check_database(dialogue: dict[str, Any], department: Department) -> None:
    """Fail unless the tables that a dialogue names hold what it says."""
    for table, expected in dialogue.get("database", {}).items():
        rows = department.rows(table)
        named = [{k: row[k] for k in wanted} for row, wanted in zip(rows, expected, strict=True)]
        assert named == [{k: str(v) for k, v in wanted.items()} for wanted in expected]
