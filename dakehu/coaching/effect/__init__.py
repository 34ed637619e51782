"""What questions and openers lead to, in figures (docs/flows/effect.md)."""

from dakehu.coaching.effect.asking import Asked, last_month, read, this_year, usual
from dakehu.coaching.effect.figures import ENOUGH, Effect, Line, effect, known
from dakehu.coaching.effect.records import Cases, Dimension, Effects, Metric, Tally

__all__ = [
    "ENOUGH",
    "Asked",
    "Cases",
    "Dimension",
    "Effect",
    "Effects",
    "Line",
    "Metric",
    "Tally",
    "effect",
    "known",
    "last_month",
    "read",
    "this_year",
    "usual",
]
