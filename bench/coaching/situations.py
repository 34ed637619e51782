"""Which type of question a situation calls for: agreement with the handbook's "when"."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from bench.coaching.speed import milliseconds
from dakehu.coaching import stage_of
from dakehu.coaching.question.choice import recommend
from dakehu.codes import Stage

UNSEEN = Path("tests/coaching/situations.yml")

type Case = dict[str, Any]


def table() -> str:
    """Measure, and return a table: with the stage that the case names, and with words only."""
    cases: list[Case] = yaml.safe_load(UNSEEN.read_text(encoding="utf-8"))
    rows = []
    for how, stage in (("stage known", _named), ("words only", _told)):
        for language, some in (("zh", _chinese(cases)), ("en", _english(cases))):
            what = f"an acceptable type is first, {language}, {len(some)} situations, {how}"
            rows.append(f"| {what} | {_right(some, stage):.3f} | ≥ 0.9 |")
    speed = milliseconds(lambda case: recommend(case["text"], _told(case)), cases)
    rows.append(f"| recommend, with the stage told from words, p50 (p95) | {speed} | |")
    return "\n".join(["| what | measured | target |", "| --- | ---: | --- |", *rows])


def _right(cases: list[Case], stage: Callable[[Case], Stage | None]) -> float:
    right = [recommend(case["text"], stage(case)).type in case["accept"] for case in cases]
    return sum(right) / len(right)


def _named(case: Case) -> Stage | None:
    return Stage(case["stage"]) if "stage" in case else None


def _told(case: Case) -> Stage | None:
    return stage_of(case["text"])


def _chinese(cases: list[Case]) -> list[Case]:
    return [case for case in cases if any("\u4e00" <= one <= "\u9fff" for one in case["text"])]


def _english(cases: list[Case]) -> list[Case]:
    return [case for case in cases if case not in _chinese(cases)]
