"""Plain text as Telegram's MarkdownV2, in messages that are not too long for it."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from telegram.constants import MessageLimit
from telegram.helpers import escape_markdown

LONGEST = int(MessageLimit.MAX_TEXT_LENGTH)
"""UTF-16 units of a message, escapes counted too."""

# Where a text is cut, the best place first: paragraph, line, sentence, clause, word.
_CUTS = (r"\n\s*\n", r"\n", r"[。！？!?；;]|\.\s", r"[，、：,:]", r"\s")
# What belongs to the character before it: joiners, variation selectors, accents, skin tones.
_CLINGING = re.compile("[\u200d\ufe00-\ufe0f\u0300-\u036f\u20e3\U0001f3fb-\U0001f3ff]")


def escaped(text: str) -> str:
    """Return a text in which nothing is markup."""
    return escape_markdown(text, version=2)


def fenced(text: str) -> str:
    """Return a text as a block in which every character is as wide as the next."""
    return f"```\n{escape_markdown(text, version=2, entity_type='pre')}\n```"


def units(text: str) -> int:
    """Return a text's length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def pieces(text: str) -> Iterator[str]:
    """Cut a text so that each piece, escaped, is one message; blank ones are left out."""
    rest = text.strip()
    while rest:
        piece = rest[: _cut(rest)]
        if shown := piece.strip():
            yield shown
        rest = rest[len(piece) :].lstrip()


@cache
def _cost(character: str) -> int:
    return units(escaped(character))


def _cut(text: str) -> int:
    fits = sum(length <= LONGEST for length in accumulate(map(_cost, text[:LONGEST])))
    if fits == len(text):
        return fits
    for cut in _CUTS:
        ends = [found.end() for found in re.finditer(cut, text[:fits])]
        if ends and ends[-1] > fits // 2:
            return ends[-1]
    return _between_characters(text, fits)


def _between_characters(text: str, at: int) -> int:
    for place in range(at, at // 2, -1):
        if not _CLINGING.match(text, place) and text[place - 1] != "\u200d":
            return place
    return at
