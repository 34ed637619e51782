"""Which of the eight types a sentence is: right, wrong and taken for what, sure, and how fast."""

import time
from collections import Counter
from pathlib import Path
from statistics import mean

import yaml

from bench.coaching.speed import milliseconds
from dakehu.coaching import QuestionGuess, question_type
from dakehu.coaching.question.types import classifier

UNSEEN = Path("tests/coaching/question_types.yml")

type Told = list[tuple[str, str, QuestionGuess]]
"""Language, the sentence's type, and what it was taken for."""


def table() -> str:
    """Measure, and return two tables."""
    began = time.perf_counter()
    classifier()
    learning = time.perf_counter() - began
    sentences = _unseen()
    told = [(language, kind, question_type(text)) for language, kind, text in sentences]
    rows = [
        *(_accuracy(language, told) for language in ("zh", "en")),
        f"| mean confidence | {mean(guess.confidence for *_, guess in told):.3f} | the same |",
        f"| learning, once a process | {learning:.1f} s | |",
        "| question_type, p50 (p95) | "
        f"{milliseconds(question_type, (text for *_, text in sentences))} | ≤ 1 ms |",
    ]
    head = ["| what | measured | target |", "| --- | ---: | --- |"]
    return "\n".join([*head, *rows, "", _confusions(told)])


def _unseen() -> list[tuple[str, str, str]]:
    read = yaml.safe_load(UNSEEN.read_text(encoding="utf-8"))
    return [
        (language, kind, sentence)
        for kind, by_language in read.items()
        for language, sentences in by_language.items()
        for sentence in sentences
    ]


def _accuracy(language: str, told: Told) -> str:
    right = [kind == guess.type for spoken, kind, guess in told if spoken == language]
    return f"| accuracy, {language}, {len(right)} sentences | {mean(right):.3f} | ≥ 0.9 |"


def _confusions(told: Told) -> str:
    """Count what is taken for what: a row is what a sentence is, a column what it was taken for."""
    counts = Counter((kind, str(guess.type)) for _, kind, guess in told)
    kinds = list(dict.fromkeys(kind for _, kind, _ in told))
    head = f"| is ↓ taken for → | {' | '.join(kinds)} |\n| --- |{' ---: |' * len(kinds)}"
    rows = [
        f"| {kind} | {' | '.join(str(counts[kind, taken] or '') for taken in kinds)} |"
        for kind in kinds
    ]
    return "\n".join([head, *rows])
