"""The parts of a company's name: place, brand, trade words and legal form."""

import re
from functools import cache
from typing import NamedTuple

from dakehu.language.names.spelling import compact
from dakehu.language.names.words import (
    latin_legal_forms,
    latin_trade_words,
    legal_forms,
    ordinary_english,
    places,
    trade_words,
)

HEAD = 2
"""Characters of a Chinese trade word by which it is known: 新能 of 新能源."""


class Company(NamedTuple):
    """A company's name taken apart, e.g. 江苏 + 华东 + (机电, 设备) + 有限公司.

    Attributes:
        place: Province or city, or "".
        brand: What sets it apart; all of the name where nothing is left besides.
        trades: Words of its trade, in order.
    """

    place: str
    brand: str
    trades: tuple[str, ...]

    @property
    def core(self) -> str:
        """Brand and trade words."""
        return self.brand + "".join(self.trades)

    @property
    def stem(self) -> str:
        """Brand and the beginning of its trade, which most people say: 华东机电."""
        return self.brand + beginning(self.trades[0]) if self.trades else self.brand


def beginning(trade: str) -> str:
    """Return what of a trade's word is always said: 新能 of 新能源, all of an English one."""
    return trade if trade.isascii() else trade[:HEAD]


def take_apart(name: str) -> Company:
    """Take a company's name apart; it must be plain (see `spelling.plain`)."""
    if len(name) < _LEAST_PARTS:
        return Company("", compact(name), ())
    inside = _BRACKETED.search(name) if "(" in name else None
    outside = _BRACKETED.sub(" ", name) if inside else name
    if outside.isascii():
        return Company("", *_latin(outside))
    bare = compact(outside)
    place, brand, trades = _parts(_without_legal_form(bare) or bare)
    brand, behind = _without_place(brand)
    if inside and inside[1] in places():
        behind = inside[1]
    return Company(behind or place, brand, trades)


def _latin(name: str) -> tuple[str, tuple[str, ...]]:
    """Return brand and trade words of a name in Latin letters."""
    words = _WORD.findall(name.replace(".", "").replace("'", ""))
    kept = list(words)
    while len(kept) > 1 and kept[-1] in latin_legal_forms():
        kept.pop()
    size = len(kept)
    while size > 1 and kept[size - 1] in latin_trade_words():
        size -= 1
    brand = "".join(kept[:size])
    if len(brand) < 2 or brand in ordinary_english():  # General Electric is not called General
        return "".join(kept), ()
    return brand, tuple(kept[size:])


def _without_legal_form(name: str) -> str:
    forms = legal_forms()
    while name.endswith(forms):
        for form in forms:
            if name.endswith(form):
                name = name[: -len(form)]
                break
    return name


def _parts(name: str) -> tuple[str, str, tuple[str, ...]]:
    """Take off places in front, as many as leave a brand, and trades behind."""
    for size, place in reversed(_places_in_front(name)):
        brand, trades = _without_trades(name[size:])
        if brand in places() and trades:  # 上海电气 has no brand besides
            brand, trades = brand + trades[0], trades[1:]
        if len(brand) >= 2 and brand not in trade_words():
            return place, brand, trades
    return "", name, ()


def _places_in_front(name: str) -> list[tuple[int, str]]:
    """Return where each of the places in front of a brand ends (浙江省宁波市…), with it."""
    found, size = [(0, "")], 0
    while place := _place_at(name, size):
        size += len(place)
        size += name.startswith(("省", "市"), size)
        found.append((size, place))
    return found


def _place_at(name: str, start: int) -> str:
    """Return the longest place that stands at a position, or ""."""
    for place in _by_beginning().get(name[start : start + 2], ()):
        if name.startswith(place, start):
            return place
    return ""


def _without_place(brand: str) -> tuple[str, str]:
    """Take a place off a brand's end (西门子中国), as long as a brand is left."""
    for length in (2, 3):
        if len(brand) >= length + 2 and brand[-length:] in places():
            return brand[:-length], brand[-length:]
    return brand, ""


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
def _by_beginning() -> dict[str, list[str]]:
    """Return the places that begin with two characters, the longest first."""
    begin: dict[str, list[str]] = {}
    for place in sorted(places(), key=len, reverse=True):
        begin.setdefault(place[:2], []).append(place)
    return begin


_LEAST_PARTS = 4
"""Characters of a name with more than a brand."""

_BRACKETED = re.compile(r"\((.*?)\)")
_WORD = re.compile(r"[^\W_]+")
