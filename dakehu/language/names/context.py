"""Whether words stand where a company is named, or only look like one."""

import re
from functools import cache
from importlib.resources import files

from dakehu.language.names.company import data

SHORT = 3
"""Characters of a form that other words are easily taken for."""


def is_joined(text: str, start: int, end: int) -> bool:
    """Tell whether a short piece is cut out of two other words (昨天 + 成交)."""
    before, after = text[max(start - 1, 0) : start + 1], text[end - 1 : end + 1]
    if start > 0 and before in ordinary_words():
        return True
    return after in ordinary_words() and not _before().search(text[:start])


def is_expected(text: str, start: int, end: int) -> bool:
    """Tell whether a company may be named here at all."""
    pattern = "before_latin" if text[start].isascii() else "before_brand"
    return re.search(data()[pattern], text[:start]) is not None


def is_surely_named(text: str, start: int, end: int) -> bool:
    """Tell whether even an ordinary word is a company here (和希望的王总, not 希望下周)."""
    if any(word in text for word in data()["leisure"]):
        return False
    return bool(_before().search(text[:start]) and re.search(data()["behind"], text[end:]))


@cache
def ordinary_words() -> frozenset[str]:
    """Return common Chinese words of two and three characters."""
    text = (files("dakehu.language.names") / "ordinary.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


@cache
def _before() -> re.Pattern[str]:
    return re.compile(data()["before"])
