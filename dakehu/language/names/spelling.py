"""How names are written and how they sound, position by position."""

import re
from functools import cache

from pypinyin import lazy_pinyin

from dakehu.language.characters import plain

__all__ = ["compact", "folded", "is_han", "is_joining", "letters", "plain", "sounds"]

_HAN = re.compile("[一-鿿]+")

_JOINING = dict.fromkeys(map(ord, " .-_&'+·•()[]"))
"""What may stand inside a name and is left out by some."""

_FOLDS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))
"""Sounds that many people do not tell apart."""


def is_joining(char: str) -> bool:
    """Tell whether a character may stand inside a name without meaning anything."""
    return ord(char) in _JOINING


def compact(text: str) -> str:
    """Return a plain text without what only joins the parts of a name."""
    return text if text.isalnum() else text.translate(_JOINING)


def is_han(text: str) -> bool:
    """Tell whether a text has Chinese characters only."""
    return _HAN.fullmatch(text) is not None


def sounds(text: str) -> list[str]:
    """Return each character's syllable without tone ("" where it has none).

    A character is always given the same one of its readings, so that names and sentences agree.
    """
    return [_syllable(char) for char in text]


def letters(text: str) -> str:
    """Return the pinyin of a text in one word."""
    return "".join(map(_syllable, text))


def folded(text: str) -> list[str]:
    """Return syllables with sounds made one that many people do not tell apart."""
    return [_folded_syllable(char) for char in text]


@cache
def _syllable(char: str) -> str:
    if not is_han(char):
        return ""
    return "".join(lazy_pinyin(char, errors="ignore", v_to_u=False))


@cache
def _folded_syllable(char: str) -> str:
    syllable = _syllable(char)
    for both, one in _FOLDS:
        syllable = syllable.replace(both, one)
    return syllable
