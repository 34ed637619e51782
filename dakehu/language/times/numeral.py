"""Whole numbers as they were written."""


class Numeral(int):
    """A whole number that remembers how it was written: 08 and 八 are not 8 everywhere."""

    raw: str

    def __new__(cls, value: int, raw: str) -> "Numeral":
        """Make a number written as `raw`."""
        number = super().__new__(cls, value)
        number.raw = raw
        return number
