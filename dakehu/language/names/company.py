"""The parts of a company's name: place, brand, trade words and legal form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Company:
    """A company's name taken apart, e.g. 江苏 + 华东 + (机电, 设备) + 有限公司.

    Attributes:
        place: Province or city in front, or "".
        brand: What sets it apart; all of the name where nothing is left besides.
        trades: Words of its trade, in order.
    """

    place: str
    brand: str
    trades: tuple[str, ...]

    @property
    def core(self) -> str:
        """The name without place and legal form."""
        return self.brand + "".join(self.trades)


def take_apart(name: str) -> Company:
    """Take a Chinese company's name apart; the name must be plain (see `spelling.plain`)."""
    bare = _legal().sub("", _BRACKETS.sub("", name)) or name
    place = _places().match(bare)
    rest = bare[place.end() :] if place else bare
    if len(rest) < 2 or rest in trade_words():
        place, rest = None, bare
    trades: list[str] = []
    while word := _last_trade(rest):
        trades.insert(0, word)
        rest = rest[: -len(word)]
    return Company(place.group() if place else "", rest, tuple(trades))


@cache
def trade_words() -> Mapping[str, tuple[str, ...]]:
    """Return the words of trades, each with its English ones."""
    return {word: tuple(english) for word, english in _data()["trades"].items()}


@cache
def english_legal_forms() -> frozenset[str]:
    """Return the words by which English company names end."""
    return frozenset(_data()["legal_english"])


_BRACKETS = re.compile(r"[(（\[【].*?[)）\]】]")


@cache
def _legal() -> re.Pattern[str]:
    return re.compile(f"({'|'.join(_data()['legal'])})+$")


@cache
def _places() -> re.Pattern[str]:
    return re.compile(f"({'|'.join(_data()['places'])})+[省市]?")


def _last_trade(name: str) -> str | None:
    """Return the word of a trade that a name ends with, where a brand is left before it."""
    words = trade_words()
    return next((name[-n:] for n in (3, 2) if len(name) >= n + 2 and name[-n:] in words), None)


@cache
def _data() -> dict[str, Any]:
    text = (files("dakehu.language.names") / "companies.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data
