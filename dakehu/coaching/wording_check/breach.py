"""One place where words break the rules."""

from dataclasses import dataclass

from dakehu.handbook.wording_rules import BreachKind

Span = tuple[int, int]


@dataclass(frozen=True)
class Breach:
    """Words that should be said otherwise.

    Attributes:
        kind: Which rule they break.
        span: Where they stand in the text, as [start, end).
        better: What to say in place of the sentence that holds them.
    """

    kind: BreachKind
    span: Span
    better: str


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two stretches of a text share a character."""
    return one[0] < other[1] and other[0] < one[1]
