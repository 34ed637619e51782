"""A fact with the words that told it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dakehu.language.names import NameMatch

type Lookup[Id] = Callable[[str], Sequence[NameMatch[Id]]]
"""Finds the customers that a text names: `NameIndex.find`."""


@dataclass(frozen=True, slots=True)
class Told[T]:
    """A value, and the words of the text that it went by.

    Attributes:
        value: What was told.
        text: The words as typed.
        span: Their place in the text, end exclusive.
    """

    value: T
    text: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class OpenerUsed:
    """An opener (handbook §5), and whether it worked, where that was said."""

    opener: str
    engaged: bool | None = None
