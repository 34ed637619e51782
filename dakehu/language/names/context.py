"""Whether words stand where a company is named, or only look like one."""

import re
from functools import cache

from dakehu.language.names.match import NameMatch
from dakehu.language.names.spelling import compact, plain
from dakehu.language.names.typed import Typed
from dakehu.language.names.words import data, ordinary_english, ordinary_words, places

SHORT = 3
"""Characters of a form that other words are easily taken for."""

LIKELY = 0.7
"""A guess of a higher score needs no other sign of a name."""

GUESSES = ("pinyin", "typo")
"""How a name is found that is not written as it is registered."""


def is_named[Id](hit: NameMatch[Id], typed: Typed) -> bool:
    """Tell whether a match is a company here, and no other words that look like it."""
    start, end = hit.span
    said = compact(typed.plain[start:end])
    if said.isascii():
        return _is_latin_name(hit, said, typed)
    if hit.how in GUESSES:
        return _is_guessed(hit, said, typed)
    if len(said) > SHORT:
        return True
    if said in data()["moments"]:
        return typed.plain.startswith(("公司", "集团"), end)
    if said in ordinary_words() or is_joined(typed.plain, start, end):
        return is_sure(typed.plain, hit.span)
    return len(said) > 2 or hit.how in ("exact", "alias") or _is_expected(typed.plain, start, end)


def _is_guessed[Id](hit: NameMatch[Id], said: str, typed: Typed) -> bool:
    """Tell whether Chinese words may be a name that is written otherwise."""
    start, end = hit.span
    brand, trade = said[:-2], said[-2:]
    if said in ordinary_words() or brand in places():
        return False
    is_cut = is_joined(typed.plain, start, end)
    if is_cut and (len(said) <= SHORT or not _pattern("before").search(typed.plain[:start])):
        return False
    if _has_little_char(said if len(said) <= SHORT else trade, hit.form):
        return False
    if len(said) <= SHORT:
        return (start > 0 or len(said) > 2) and is_sure(typed.plain, hit.span)
    if brand in ordinary_words() and brand not in hit.form:
        return hit.how != "typo" and is_sure(typed.plain, hit.span)
    return hit.score > LIKELY or _is_expected(typed.plain, start, end)


def _has_little_char(said: str, form: str) -> bool:
    return any(char in data()["never_guessed"] and char not in form for char in said)


def _is_latin_name[Id](hit: NameMatch[Id], said: str, typed: Typed) -> bool:
    start, end = hit.span
    expected = _is_expected(typed.plain, start, end)
    if _has_little_word(hit, typed):
        return False
    if said in ordinary_english():
        before = typed.plain[:start]
        if typed.text[start].isupper():
            return expected and not _pattern("before_word").search(before)
        return _pattern("before_lower").search(before) is not None
    return expected or (hit.score > 0.7 and hit.how != "typo")


def _has_little_word[Id](hit: NameMatch[Id], typed: Typed) -> bool:
    """Tell whether a little English word is part of what was said, but not of the name (a non)."""
    words = typed.plain[slice(*hit.span)].split()
    name = plain(hit.form).split()
    return hit.how != "pinyin" and any(
        len(word) <= SHORT and _is_little(word) and word not in name for word in words
    )


def _is_little(word: str) -> bool:
    return len(word) == 1 or word in ordinary_english()


def is_joined(text: str, start: int, end: int) -> bool:
    """Tell whether a short piece is cut out of two other words (昨天 + 成交)."""
    before, after = text[max(start - 1, 0) : start + 1], text[end - 1 : end + 1]
    if start > 0 and before in ordinary_words():
        return True
    return after in ordinary_words() and not _pattern("before").search(text[:start])


def _is_expected(text: str, start: int, end: int) -> bool:
    """Tell whether a company may be named here at all."""
    name = "before_latin" if text[start].isascii() else "before_brand"
    return _pattern(name).search(text[:start]) is not None


def is_sure(text: str, span: tuple[int, int]) -> bool:
    """Tell whether even an ordinary word is a company here (和希望的王总, not 希望下周)."""
    start, end = span
    if any(word in text for word in data()["leisure"]):
        return False
    return bool(_pattern("before").search(text[:start])) and is_followed(text, end)


def is_followed(text: str, end: int) -> bool:
    """Tell whether what comes after a name does here."""
    return _pattern("behind").search(text[end:]) is not None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(data()[name])
