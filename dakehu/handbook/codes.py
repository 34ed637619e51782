"""The codes of the handbook: what each is called, and the words that people use for it.

The data files beside this module hold one mapping a set: code to `zh` and `en` label and
`words`. A set's order is the order in which its codes are offered.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

DATA = (
    "codes.yml",
    "bookings.yml",
    "coach.yml",
    "effect.yml",
    "fields.yml",
    "phone_words.yml",
    "practice.yml",
    "talk.yml",
)


def label(kind: str, code: str, language: str) -> str:
    """Return a code's name in a language, `zh` or `en`.

    Raises:
        KeyError: No such set or code: a mistake of ours.
    """
    return str(_sets()[kind][code][language])


def codes(kind: str) -> tuple[str, ...]:
    """Return a set's codes in their order."""
    return tuple(_sets()[kind])


@cache
def words(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words that people use for each code of a set, the labels among them."""
    return {
        code: tuple(dict.fromkeys((entry["zh"], entry["en"].casefold(), *entry["words"])))
        for code, entry in _sets()[kind].items()
    }


def find(kind: str, text: str) -> list[str]:
    """Find the codes that a text names, in the order of their words; longer words win."""
    found = []
    for match in _pattern(kind).finditer(text.casefold()):
        code = _code_of(kind)[match.group()]
        if code not in found:
            found.append(code)
    return found


def without(kind: str, text: str) -> str:
    """Return a text with a space in place of each word that names a code of a set."""
    return _pattern(kind).sub(" ", text.casefold())


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Match any word of a set; Latin ones only whole, though Chinese may touch them (改成A)."""
    by_length = sorted(_code_of(kind), key=len, reverse=True)
    return re.compile("|".join(_whole(w) if w.isascii() else re.escape(w) for w in by_length))


def _whole(word: str) -> str:
    return rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])"


@cache
def _code_of(kind: str) -> dict[str, str]:
    return {word.casefold(): code for code, said in words(kind).items() for word in said}


@cache
def _sets() -> dict[str, dict[str, dict[str, Any]]]:
    here = files("dakehu.handbook")
    merged: dict[str, dict[str, dict[str, Any]]] = {}
    for name in DATA:
        merged |= yaml.safe_load((here / name).read_text(encoding="utf-8"))
    return merged
