"""Two questions of a type, with what is known of the customer in them."""

from collections.abc import Collection, Mapping, Sequence

from dakehu.codes import Question
from dakehu.handbook.questions import gaps, material

SHOWN = 2


def examples(
    kind: Question, language: str, facts: Mapping[str, str], said: Collection[int]
) -> Sequence[int]:
    """Choose the lines to show: those with most facts first, none that was said last.

    Args:
        kind: The type.
        language: The language that they are to be in.
        facts: What fills the gaps, where it is known.
        said: The lines that were shown before, which rest until all had their turn.
    """
    lines = material(kind).examples.in_(language)
    fit = [at for at, line in enumerate(lines) if gaps(line) <= facts.keys()]
    by_facts = sorted(fit, key=lambda at: -len(gaps(lines[at])))
    return sorted(by_facts, key=lambda at: at in said)[:SHOWN]


def filled(kind: Question, language: str, facts: Mapping[str, str], at: int) -> str:
    """Return a line with the facts in it."""
    return material(kind).examples.in_(language)[at].format_map(facts)
