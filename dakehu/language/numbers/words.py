"""The words of numbers, from `words.yml` and `not_numbers.txt`."""

import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from dakehu.language.stoplist import alternatives

_FOLDER = Path(__file__).parent
_WORDS = yaml.safe_load((_FOLDER / "words.yml").read_text("utf-8"))


def _by_word(name: str) -> dict[str, str]:
    """Turn meaning → words into word → meaning."""
    return {str(word): meaning for meaning, words in _WORDS[name].items() for word in words}


def _set(name: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(_WORDS[name].split())


def either(words: Iterable[str]) -> str:
    """Return a pattern of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


CURRENCIES = _by_word("currencies")
SIGNS = _by_word("signs")
MINOR_UNITS = _by_word("minor_units")
NO_MINOR = frozenset(_WORDS["no_minor"])
MEASURES = _set("measures")
HALVED = _set("halved")
LATIN_UNITS = _set("latin_units")
NOUNS = _set("nouns")
NOT_NOUNS = _set("not_nouns")
ADJECTIVES = _set("adjectives")
LATIN_SCALES: dict[str, int] = {str(word): int(n) for word, n in _WORDS["latin_scales"].items()}
METRES = _set("metres")
MONEY_WORDS = _set("money_words")
PHONE_WORDS = frozenset(_WORDS["phone_words"])
ENGLISH_PHONE_WORDS = frozenset(_WORDS["english_phone_words"])
CODE_WORDS = _set("code_words")
ORDERED = _set("ordered")
ENGLISH_ORDERED = _set("english_ordered")
PLACED = _set("placed")
ENGLISH_PLACED = _set("english_placed")
NOT_NUMBERS = re.compile(alternatives(_FOLDER / "not_numbers.txt"))
"""What begins where a number might and is none."""
