"""Two questions of a type, with what is known of the customer in them."""

import re
from collections.abc import Collection, Mapping, Sequence

from dakehu.codes import Question
from dakehu.handbook.questions import material
from dakehu.handbook.texts import gaps

SHOWN = 2

_WORDS = re.compile(r"(?=([\u4e00-\u9fff]{2}))|([a-z]{4,})")
"""Two Chinese letters in a row, or an English word that is not one of the small ones."""


def examples(
    kind: Question,
    language: str,
    facts: Mapping[str, str],
    *,
    said: Collection[int] = (),
    about: str = "",
) -> Sequence[int]:
    """Choose the lines to show: those with most facts and words of the situation in them.

    Args:
        kind: The type.
        language: The language that they are to be in.
        facts: What fills the gaps, where it is known; a line with another gap is not used.
        said: The lines that were shown before, which rest until the others had their turn.
        about: The situation as it was described.
    """
    lines = material(kind).examples.in_(language)
    fit = [at for at, line in enumerate(lines) if gaps(line) <= facts.keys()]
    told = _words(about)
    return sorted(
        fit, key=lambda at: (at in said, -len(gaps(lines[at])) - len(told & _words(lines[at])))
    )[:SHOWN]


def filled(kind: Question, language: str, facts: Mapping[str, str], at: int) -> str:
    """Return a line with the facts in it."""
    return material(kind).examples.in_(language)[at].format_map(facts)


def _words(text: str) -> set[str]:
    return {one or other for one, other in _WORDS.findall(text.casefold())}
