"""Words that were typed by their sound: 近展 for 进展, 打电化, 微心."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from dakehu.language.extraction.clauses import Span
from dakehu.language.extraction.cues import cues
from dakehu.language.names.context import is_joined
from dakehu.language.names.spelling import sounds
from dakehu.language.names.words import ordinary_words, trade_words

_NUMERALS = frozenset("零一二两三四五六七八九十百千万亿几半")


def heard(text: str, closed: Iterable[Span]) -> str:
    """Put right the words of `sounding` in which one character is another of the same sound.

    Args:
        text: Plain text; every position is kept.
        closed: Places of names, where nothing is put right.
    """
    for found in _near().finditer(text):
        start, end = found.span()
        meant = _meant(found.group())
        named = any(a < end and start < b for a, b in closed) or _is_a_brand(text, end)
        if meant and not named and not is_joined(text, start, end):
            text = text[:start] + meant + text[end:]
    return text


def _is_a_brand(text: str, end: int) -> bool:
    """Tell whether a trade follows, as in a company's name (维信精密)."""
    following = text[end : end + 2]
    return following in trade_words() or following in ("公司", "集团")


@lru_cache(maxsize=4096)
def _meant(said: str) -> str | None:
    """Return the word that sounds like what was said, which is no word of its own."""
    if said in ordinary_words() and said not in cues("not_meant"):
        return None
    return next((word for word in cues("sounding") if _is_slip(said, word)), None)


def _is_slip(said: str, word: str) -> bool:
    if len(said) != len(word):
        return False
    other = [a for a, b in zip(said, word, strict=True) if a != b]
    return len(other) == 1 and other[0] not in _NUMERALS and sounds(said) == sounds(word)


@cache
def _near() -> re.Pattern[str]:
    """Match every word of `sounding`, with any character in the place of one of its own."""
    words = sorted(cues("sounding"), key=len, reverse=True)
    gaps = (f"{w[:at]}[一-鿿]{w[at + 1 :]}" for w in words for at in range(len(w)))
    after = "|".join(cues("not_slips"))
    return re.compile(f"(?!{after})(?:{'|'.join(gaps)})")
