"""The training data and the test set apart from it, as (text, intent, language)."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from bot.nlu.text import normalise

ROOT = Path(__file__).parents[3]


class Utterance(NamedTuple):
    text: str
    intent: str
    chinese: bool


def plain(text: str) -> str:
    """What is the same utterance: case, width and spaces make no difference."""
    return normalise(text)


@cache
def utterances(folder: str) -> tuple[Utterance, ...]:
    return tuple(
        Utterance(text, block["intent"], any("\u3400" <= c <= "\u9fff" for c in text))
        for file in sorted((ROOT / folder).rglob("*.yml"))
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]
        for line in block["examples"].splitlines()
        if (text := line.removeprefix("- ").strip())
    )


@cache
def unseen() -> tuple[Utterance, ...]:
    """The test messages that no training file contains; "yes" is in both, and proves nothing."""
    trained = {plain(utterance.text) for utterance in utterances("data/nlu")}
    return tuple(u for u in utterances("tests/nlu") if plain(u.text) not in trained)
