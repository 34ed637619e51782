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
    return re.compile("|".join(map(_whole, sorted(words, key=len, reverse=True))))


def _whole(word: str) -> str:
    if word.startswith("/"):
        return word[1:]
    escaped = re.escape(word)
    return rf"(?<![a-z0-9]){escaped}(?![a-z0-9])" if word.isascii() else escaped


@cache
def _data() -> dict[str, Any]:
    text = (files("dakehu.language.extraction") / "cues.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data
