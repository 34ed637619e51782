"""Cue words, and the patterns that find them."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def cues(name: str) -> tuple[str, ...]:
    """Return a list of `cues.yml`."""
    return tuple(str(word) for word in _data()[name])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return a pattern that finds any entry of a list."""
    if name.endswith("_patterns"):
        return re.compile("|".join(cues(name)))
    return compile_words(cues(name))


def compile_words(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of the words, the longest first, Latin ones whole.

    What begins with a stroke is a regular expression.
    """
    said = set(words)
    forms = sorted(word[1:] for word in said if word.startswith("/"))
    latin = {word for word in said if word.isascii()} - {f"/{form}" for form in forms}
    whole = [rf"(?<![a-z0-9])(?:{_by_beginning(latin)})(?![a-z0-9]|'t)"] if latin else []
    others = {word for word in said - latin if not word.startswith("/")}
    return re.compile("|".join([*forms, *([_by_beginning(others)] if others else []), *whole]))


def _by_beginning(words: Iterable[str]) -> str:
    """Return a pattern of words gathered by their first character, which makes it fast."""
    gathered: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        gathered.setdefault(word[:1], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in gathered.items())


@cache
def _data() -> dict[str, Any]:
    text = (files("dakehu.language.extraction") / "cues.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data
