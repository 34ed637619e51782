"""What a short text consists of for a linear model: runs of letters, words, pairs of words."""

import re
import unicodedata
from itertools import pairwise

RUN = 4
"""The longest run of letters that counts: most Chinese words and idioms, an English ending."""

NEAR = 2
"""How many words may stand between the two of a pair: “would … suit”, “是…还是”."""

_WORD = re.compile(r"[a-z']+|\d+|[\u4e00-\u9fff]|[?!.,;:。，]")


def plain(text: str) -> str:
    """Return a text without differences of width and case, letter for letter as long as before.

    The length stays, so that a place in it is the same place in what the person wrote.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return folded if len(folded) == len(text) else "".join(map(_plain_letter, text))


def features(text: str) -> list[str]:
    """List a text's features, each as often as it occurs; a text without a letter has none."""
    said = plain(text) if any(map(str.isalnum, text)) else ""
    return [*runs(f" {said} "), *_words(said)] if said else []


def runs(said: str) -> list[str]:
    """List the runs of letters in a plain text, the short ones first."""
    return [
        said[start : start + length]
        for length in range(1, RUN + 1)
        for start in range(len(said) - length + 1)
    ]


def _plain_letter(letter: str) -> str:
    folded = unicodedata.normalize("NFKC", letter).casefold()
    return folded if len(folded) == 1 else letter


def _words(said: str) -> list[str]:
    words = ["^", *_WORD.findall(said), "$"]
    beside = [f"{one} {other}" for one, other in pairwise(words)]
    near = [
        f"{one} … {other}"
        for number, one in enumerate(words)
        for other in words[number + 2 : number + NEAR + 2]
    ]
    return [f"\0{word}" for word in (*words, *beside, *near)]
