"""The part of `docs/benchmarks.md` about the coach: each part measures one thing."""

from collections.abc import Callable

from bench.coaching import (
    answers,
    handbook_questions,
    openers,
    question_types,
    situations,
    wording,
)

PARTS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("Which type a question is", question_types.table),
    ("Which type of question a situation calls for", situations.table),
    ("Which passage of the handbook answers", handbook_questions.table),
    ("Is it well said", wording.table),
    ("Which opener to choose", openers.table),
    ("How long the answers take", answers.table),
)
"""Each part's heading, and what measures it and returns its text."""


def section() -> str:
    """Measure every part, and return them below each other."""
    return "\n\n".join(f"### {heading}\n\n{measure()}" for heading, measure in PARTS)
