"""The words of numbers, from `words.yml` and `not_numbers.txt`."""

import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from dakehu.language.stoplist import alternatives

_FOLDER = Path(__file__).parent
_WORDS = yaml.safe_load((_FOLDER / "words.yml").read_text("utf-8"))


def _by_word(names: dict[str, list[str]]) -> dict[str, str]:
    """Turn meaning → words into word → meaning."""
    return {str(word): meaning for meaning, words in names.items() for word in words}


def either(words: Iterable[str]) -> str:
    """Return a pattern of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


CURRENCIES = _by_word(_WORDS["currencies"])
SIGNS = _by_word(_WORDS["signs"])
MINOR_UNITS = _by_word(_WORDS["minor_units"])
NO_MINOR = frozenset(_WORDS["no_minor"])
MEASURES = frozenset(_WORDS["measures"].split())
HALVED = frozenset(_WORDS["halved"].split())
LATIN_UNITS = frozenset(_WORDS["latin_units"].split())
NOUNS = frozenset(_WORDS["nouns"].split())
NOT_NOUNS = frozenset(_WORDS["not_nouns"].split())
LATIN_SCALES: dict[str, int] = {str(word): int(n) for word, n in _WORDS["latin_scales"].items()}
METRES = frozenset(_WORDS["metres"].split())
MONEY_WORDS = frozenset(_WORDS["money_words"].split())
NOT_NUMBERS = re.compile(alternatives(_FOLDER / "not_numbers.txt"))
"""What begins where a number might and is none."""
