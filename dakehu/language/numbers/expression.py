"""What `find_numbers` returns."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Kind = Literal["number", "percent", "money", "count", "ordinal", "range", "phone"]
Value = int | float | str | tuple[int | float, int | float]


@dataclass(frozen=True, slots=True)
class NumberExpression:
    """A number named in a text.

    Attributes:
        text: The words as typed.
        span: Their place in the text, end exclusive.
        value: An int or float; a pair for a range; the digits of a phone number. Percentages
            are fractions of one, money is in the currency's smallest unit (fen, cents).
        kind: number, percent, money, count, ordinal, range or phone.
        unit: The measure word or noun of a count, the currency code of money, `%` for a range of
            percentages.
    """

    text: str
    span: tuple[int, int]
    value: Value
    kind: Kind
    unit: str | None = None


def exact(value: Fraction) -> int | float:
    """Return an int where the value is whole or beyond floats, else the nearest float."""
    whole = value.denominator == 1 or abs(value) > 10**300
    return int(value) if whole else float(value)
