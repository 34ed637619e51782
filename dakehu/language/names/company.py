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
    while (cut := next((form for form in _legal_forms() if name.endswith(form)), None)) is not None:
        name = name[: -len(cut)]
    return name


def _place(name: str) -> int:
    """Return the length of the places in front of a brand (浙江省宁波市…)."""
    places, size = _places(), 0
    while length := next((n for n in (2, 3, 4) if name[size : size + n] in places), 0):
        size += length
        size += name[size : size + 1] in ("省", "市")
    left = name[size:]
    return size if len(left) >= 2 and left not in trade_words() else 0


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


@cache
def english_legal_forms() -> frozenset[str]:
    """Return the words by which English company names end."""
    return frozenset(data()["legal_english"])


_BRACKETS = re.compile(r"\(.*?\)")


@cache
def _legal_forms() -> tuple[str, ...]:
    return tuple(sorted(data()["legal"], key=len, reverse=True))


@cache
def _places() -> frozenset[str]:
    return frozenset(data()["places"])


@cache
def data() -> dict[str, Any]:
    """Return what `companies.yml` holds."""
    text = (files("dakehu.language.names") / "companies.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data
