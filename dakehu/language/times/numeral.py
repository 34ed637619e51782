"""Numbers and units as they were written."""


class Numeral(int):
    """A whole number that remembers how it was written: 08 and 八 are not 8 everywhere."""

    raw: str

    def __new__(cls, value: int, raw: str) -> "Numeral":
        """Make a number written as `raw`."""
        number = super().__new__(cls, value)
        number.raw = raw
        return number


class Plural(str):
    """A unit of time in the plural: the coming days, the last weeks name no day or week."""

    __slots__ = ()


def is_plural(unit: str) -> bool:
    """Tell whether a unit was written in the plural."""
    return isinstance(unit, Plural)
