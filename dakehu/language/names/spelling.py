"""How names are written and how they sound, position by position."""

from collections.abc import Sequence
from functools import cache

from pypinyin import lazy_pinyin

from dakehu.language.characters import plain

__all__ = ["is_han", "plain", "sounds"]


def is_han(text: str) -> bool:
    """Tell whether a text has Chinese characters only."""
    return all("一" <= char <= "鿿" for char in text)


def sounds(text: str) -> Sequence[str]:
    """Return each character's syllable without tone ("" where it has none).

    A character is always given the same one of its readings, so that names and sentences agree.
    """
    return [_syllable(char) for char in text]


@cache
def _syllable(char: str) -> str:
    return lazy_pinyin(char)[0] if is_han(char) else ""
