"""Which passage answers a question: right, refused where none does, among the nearest, how fast."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import mean

import yaml

from bench.coaching.speed import milliseconds
from dakehu.handbook.finding import NONE, find_passage, learn, nearest

UNSEEN = Path("tests/coaching/handbook_questions.yml")

type Question = dict[str, str]


def table() -> str:
    """Measure, and return a table."""
    began = time.perf_counter()
    learn()
    learning = time.perf_counter() - began
    questions: list[Question] = yaml.safe_load(UNSEEN.read_text(encoding="utf-8"))
    within = [q for q in questions if q["passage"] != NONE]
    outside = [q for q in questions if q["passage"] == NONE]
    rows = [
        _share("right, all", questions, _right, "≥ 0.93"),
        _share("right, in the handbook", within, _right, "≥ 0.93"),
        _share("refused, not in the handbook", outside, _right, ""),
        _share("right passage among the three nearest", within, _near, ""),
        f"| learning, once a process | {learning:.1f} s | |",
        f"| find_passage, p50 (p95) | {_speed(questions)} | ≤ 5 ms |",
    ]
    return "\n".join(["| what | measured | target |", "| --- | ---: | --- |", *rows])


def _share(
    what: str, questions: list[Question], holds: Callable[[Question], bool], target: str
) -> str:
    share = mean(map(holds, questions))
    return f"| {what}, {len(questions)} questions | {share:.3f} | {target} |"


def _right(question: Question) -> bool:
    found = find_passage(question["text"])
    return (found.id if found else NONE) == question["passage"]


def _near(question: Question) -> bool:
    return question["passage"] in [passage.id for passage in nearest(question["text"], 3)]


def _speed(questions: list[Question]) -> str:
    return milliseconds(find_passage, (question["text"] for question in questions))
