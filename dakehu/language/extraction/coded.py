"""Words for the department's codes in running text."""

import re
from functools import cache

from dakehu.handbook.codes import words
from dakehu.language.extraction.cues import compile_words
from dakehu.language.extraction.told import Told

_DENIED = re.compile(
    r"(不|不能|不可|不得|不准|不许|禁止|谢绝|没|没有|未|没说|没提|没用|不太|不怎么|不是很|不大|不是|\bnot|n't|\bno|\bnever)\s*(\w+\s)?$"
)
_DECLINED = re.compile(r"\s*(标准|规格)?(就|都|也)(不用|不要|不必|免|算)了")
_TURNED = {"progress": "setback", "deal": "unchanged"}


def find_codes(kind: str, text: str, typed: str, start: int = 0, end: int = -1) -> list[Told[str]]:
    """Find the words of a set of codes, in order; what is denied is turned or left out.

    Args:
        kind: The set's name in the handbook.
        text: As typed.
        typed: The same in plain characters.
        start: Where to begin.
        end: Where to stop; -1 for the text's end.
    """
    stop = len(typed) if end < 0 else end
    return [
        Told(code, text[slice(*found.span())], found.span())
        for found in _words(kind).finditer(typed, start, stop)
        if (code := _turned(_codes(kind)[found.group()], typed[start : found.start()]))
        and not _DECLINED.match(typed, found.end(), stop)
    ]


def _turned(code: str, before: str) -> str | None:
    """Turn a code whose word is denied (不太感兴趣)."""
    return _TURNED.get(code) if _DENIED.search(before) else code


@cache
def _words(kind: str) -> re.Pattern[str]:
    return compile_words(_codes(kind))


@cache
def _codes(kind: str) -> dict[str, str]:
    """Return the code of each word of a set; bare figures and letters tell nothing here."""
    said = ((word.casefold(), code) for code, each in words(kind).items() for word in each)
    return {word: code for word, code in said if not word.isdigit() and len(word) > 1}
