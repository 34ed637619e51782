"""The parts of a company's name: place, brand, trade words and legal form."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml


class Company(NamedTuple):
    """A company's name taken apart, e.g. 江苏 + 华东 + (机电, 设备) + 有限公司.

    Attributes:
        place: Province or city in front, or "".
        brand: What sets it apart; all of the name where nothing is left besides.
        trades: Words of its trade, in order.
        core: Brand and trade words.
    """

    place: str
    brand: str
    trades: tuple[str, ...]
    core: str


def take_apart(name: str) -> Company:
    """Take a Chinese company's name apart; the name must be plain (see `spelling.plain`)."""
    bare = _without_legal_form(_BRACKETS.sub("", name) if "(" in name else name) or name
    size = _place(bare)
    brand, trades = _without_trades(bare[size:])
    return Company(bare[:size], brand, trades, bare[size:])


def _without_legal_form(name: str) -> str:
    forms = _legal_forms()
    while name.endswith(forms):
        for form in forms:
            if name.endswith(form):
                name = name[: -len(form)]
                break
    return name


def _place(name: str) -> int:
    """Return the length of the places in front of a brand (浙江省宁波市…)."""
    size = 0
    while name[size : size + 2] in _place_beginnings() and (length := _one_place(name, size)):
        size += length
        size += name[size : size + 1] in ("省", "市")
    left = name[size:]
    return size if len(left) >= 2 and left not in trade_words() else 0


def _one_place(name: str, start: int) -> int:
    for length in (2, 3, 4):
        if name[start : start + length] in _places():
            return length
    return 0


def _without_trades(rest: str) -> tuple[str, tuple[str, ...]]:
    """Take the words of trades off a name's end, as long as a brand is left before them."""
    words, trades, size = trade_words(), [], len(rest)
    while size >= 4:
        length = 3 if size >= 5 and rest[size - 3 : size] in words else 2
        word = rest[size - length : size]
        if word not in words:
            break
        trades.append(word)
        size -= length
    return rest[:size], tuple(reversed(trades))


@cache
def trade_words() -> Mapping[str, tuple[str, ...]]:
    """Return the words of trades, each with its English ones."""
    return {word: tuple(english) for word, english in data()["trades"].items()}


_BRACKETS = re.compile(r"\(.*?\)")


@cache
def _legal_forms() -> tuple[str, ...]:
    return tuple(sorted(data()["legal"], key=len, reverse=True))


@cache
def _places() -> frozenset[str]:
    return frozenset(data()["places"])


@cache
def _place_beginnings() -> frozenset[str]:
    return frozenset(place[:2] for place in _places())


@cache
def data() -> dict[str, Any]:
    """Return what `companies.yml` holds."""
    text = (files("dakehu.language.names") / "companies.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data
