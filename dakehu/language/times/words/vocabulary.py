"""The words of both languages as the lexer looks them up."""

import re
from typing import Any

from dakehu.language.times.words import chinese, english
from dakehu.language.times.words.slips import SLIPS

Entry = tuple[str, Any]


def _entries(words: dict[str, dict[str, Any]]) -> dict[str, Entry]:
    """Return word → kind and value."""
    return {word: (kind, value) for kind, group in words.items() for word, value in group.items()}


CHINESE = _entries(chinese.WORDS)
ENGLISH = _entries(english.WORDS)
for _slip, _word in SLIPS.items():
    (CHINESE if _word in CHINESE else ENGLISH)[_slip] = (CHINESE | ENGLISH)[_word]

# First character → the lengths of the words that begin with it, longest first.
LENGTHS: dict[str, tuple[int, ...]] = {
    first: tuple(sorted({len(word) for word in CHINESE if word[0] == first}, reverse=True))
    for first in {word[0] for word in CHINESE}
}
_PHRASES = sorted((word for word in ENGLISH if re.search("[ /-]", word)), key=len, reverse=True)
PHRASE = re.compile("(?:" + "|".join(_PHRASES).replace(" ", " +") + ")(?![a-z])")
PHRASE_STARTS = frozenset(re.split("[ /-]", word)[0].rstrip("'") for word in _PHRASES)
