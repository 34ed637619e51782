"""A numeral that was read."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral read: its low and high ends, equal for a single value, and where it lies.

    Attributes:
        low: The value, or its lower end.
        high: The value, or its higher end.
        start: Where it begins in the text.
        end: Where it ends.
        bare_digits: The run of Chinese digits without places (二零二六), which may be a name.
        scale: The 万 or k at its end.
    """

    low: Fraction
    high: Fraction
    start: int
    end: int
    bare_digits: str | None = None
    scale: int = 1

    @property
    def is_range(self) -> bool:
        """Tell whether it names two ends (两三, 十几)."""
        return self.low is not self.high and self.low != self.high
