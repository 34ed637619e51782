"""The words that names of companies are made of, and those that are no names."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def data() -> dict[str, Any]:
    """Return what `companies.yml` holds."""
    loaded: dict[str, Any] = yaml.safe_load(_read("companies.yml"))
    return loaded


@cache
def legal_forms() -> tuple[str, ...]:
    """Return what Chinese companies' names end in, the longest first."""
    return tuple(sorted(data()["legal"], key=len, reverse=True))


@cache
def latin_legal_forms() -> frozenset[str]:
    """Return the words that other companies' names end in."""
    return frozenset(data()["latin_legal"])


@cache
def places() -> frozenset[str]:
    """Return provinces, cities and well-known counties, without 省 and 市."""
    return frozenset(data()["places"].split())


@cache
def trade_words() -> Mapping[str, tuple[str, ...]]:
    """Return the words of trades, each with its English ones."""
    plain = dict.fromkeys(data()["more_trades"].split(), ())
    return plain | {word: tuple(english) for word, english in data()["trades"].items()}


@cache
def latin_trade_words() -> frozenset[str]:
    """Return English words of trades."""
    said = (word for english in trade_words().values() for word in english)
    return frozenset(said) | frozenset(data()["latin_trades"])


@cache
def ordinary_words() -> frozenset[str]:
    """Return common Chinese words of two and three characters."""
    return _listed("ordinary.txt")


@cache
def ordinary_english() -> frozenset[str]:
    """Return the most common English words."""
    return _listed("ordinary_english.txt")


@cache
def english() -> frozenset[str]:
    """Return English words, and well-known places and things: what is no slip of a name."""
    more = _listed("more_english.txt") | frozenset(data()["no_latin_names"].split())
    return ordinary_english() | more


def _listed(name: str) -> frozenset[str]:
    lines = (line for line in _read(name).splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def _read(name: str) -> str:
    return (files("dakehu.language.names") / name).read_text(encoding="utf-8")
