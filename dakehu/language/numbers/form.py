"""A number with its kind: what the readers of money, shares and counts return."""

from dataclasses import dataclass, replace
from fractions import Fraction

from dakehu.language.numbers.expression import Kind, Value, exact
from dakehu.language.numbers.numeral import Numeral


@dataclass(frozen=True, slots=True)
class Form:
    """A number with its kind, up to where it reaches in the text."""

    value: Value
    kind: Kind
    end: int
    unit: str | None = None


def form(numeral: Numeral, kind: Kind, unit: str | None = None) -> Form:
    """Return the form of a numeral; one with two ends is a range, whatever it counts."""
    if numeral.is_range:
        return Form((exact(numeral.low), exact(numeral.high)), "range", numeral.end, unit)
    return Form(exact(numeral.low), kind, numeral.end, unit)


def scaled(numeral: Numeral, factor: Fraction, end: int) -> Numeral:
    """Return a numeral multiplied, up to a further end."""
    return replace(numeral, low=numeral.low * factor, high=numeral.high * factor, end=end)
