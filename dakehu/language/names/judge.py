"""Whether a match is a name, or other words that look like one."""

from dakehu.language.names.context import is_expected, is_joined, is_sure, pattern
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
    return len(said) > 2 or hit.how in ("exact", "alias") or is_expected(typed.plain, start, end)


def _is_guessed[Id](hit: NameMatch[Id], said: str, typed: Typed) -> bool:
    """Tell whether Chinese words may be a name that is written otherwise."""
    start, end = hit.span
    brand, trade = said[:-2], said[-2:]
    if said in ordinary_words() or brand in places():
        return False
    is_cut = is_joined(typed.plain, start, end)
    if is_cut and (len(said) <= SHORT or not pattern("before").search(typed.plain[:start])):
        return False
    if _has_little_char(said if len(said) <= SHORT else trade, hit.form):
        return False
    if len(said) <= SHORT:
        return (start > 0 or len(said) > 2) and is_sure(typed.plain, hit.span)
    if brand in ordinary_words() and brand not in hit.form:
        return hit.how != "typo" and is_sure(typed.plain, hit.span)
    return hit.score > LIKELY or is_expected(typed.plain, start, end)


def _has_little_char(said: str, form: str) -> bool:
    return any(char in data()["never_guessed"] and char not in form for char in said)


def _is_latin_name[Id](hit: NameMatch[Id], said: str, typed: Typed) -> bool:
    start, end = hit.span
    expected = is_expected(typed.plain, start, end)
    if _has_little_word(hit, typed):
        return False
    if said in ordinary_english():
        before = typed.plain[:start]
        if typed.text[start].isupper():
            return expected and not pattern("before_word").search(before)
        return pattern("before_lower").search(before) is not None
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
