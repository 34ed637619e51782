"""Whether words stand where a company is named, or only look like one."""

import re
from functools import cache

from dakehu.language.names.words import data, ordinary_words


def is_joined(text: str, start: int, end: int) -> bool:
    """Tell whether a short piece is cut out of two other words (昨天 + 成交)."""
    before, after = text[max(start - 1, 0) : start + 1], text[end - 1 : end + 1]
    if start > 0 and before in ordinary_words():
        return True
    return after in ordinary_words() and not pattern("before").search(text[:start])


def is_expected(text: str, start: int, end: int) -> bool:
    """Tell whether a company may be named here at all."""
    name = "before_latin" if text[start].isascii() else "before_brand"
    return pattern(name).search(text[:start]) is not None


def is_sure(text: str, span: tuple[int, int]) -> bool:
    """Tell whether even an ordinary word is a company here (和希望的王总, not 希望下周)."""
    start, end = span
    if any(word in text for word in data()["leisure"]):
        return False
    return bool(pattern("before").search(text[:start])) and is_followed(text, end)


def is_followed(text: str, end: int) -> bool:
    """Tell whether what comes after a name does here."""
    return pattern("behind").search(text[end:]) is not None


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return a pattern of `companies.yml`."""
    return re.compile(data()[name])
