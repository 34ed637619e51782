"""A made-up register of customers, contacts and staff, as a department has one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, Literal

import yaml
from pypinyin import lazy_pinyin

Kind = Literal["company", "foreign", "person"]


@dataclass(frozen=True)
class Entry:
    """One of the register.

    Attributes:
        kind: A Chinese company, a foreign one, or a person.
        forms: What it is registered as, its full name first.
        place: Where a Chinese company is registered.
        brand: What sets it apart; of a person, the name.
        trade: The words of its trade: (机电, 设备).
    """

    kind: Kind
    forms: tuple[str, ...]
    place: str
    brand: str
    trade: tuple[str, ...]


@cache
def parts() -> dict[str, Any]:
    """Return what `register.yml` holds."""
    text = Path(__file__).with_name("register.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def register(size: int) -> list[Entry]:
    """Make a register, the same at every run; no two entries have the same full name."""
    draw = Random(0)  # noqa: S311 - no secret
    makers = {"company": _company, "foreign": _foreign, "person": _person}
    entries = [
        entry
        for kind, share in parts()["shares"].items()
        for entry in islice(_distinct(makers[kind], draw), round(size * share))
    ]
    draw.shuffle(entries)
    return entries


def _distinct(make: Callable[[Random], Entry], draw: Random) -> Iterator[Entry]:
    seen: set[str] = set()
    while True:
        entry = make(draw)
        if entry.forms[0] not in seen:
            seen.add(entry.forms[0])
            yield entry


def _company(draw: Random) -> Entry:
    brand, trade, place = _brand(draw), draw.choice(parts()["trades"]), draw.choice(_places())
    form = draw.choices([*parts()["forms"]], [*parts()["forms"].values()])[0]
    name = brand + "".join(trade)
    full = draw.choices(
        [
            f"{place}{name}{form}",
            f"{name}（{place}）{form}",
            f"{brand}{place}{''.join(trade)}{form}",
        ],
        [85, 10, 5],
    )[0]
    forms = [full]
    if draw.random() < 0.6:
        forms.append(draw.choices([brand + trade[0], brand], [3, 1])[0])
    if draw.random() < 0.1 and (english := parts()["english_trades"].get(trade[0])):
        forms.append(f"{''.join(lazy_pinyin(brand)).capitalize()} {english}")
    return Entry("company", tuple(forms), place, brand, tuple(trade))


def _places() -> list[str]:
    places: list[str] = parts()["places"]
    return places


def _brand(draw: Random) -> str:
    if draw.random() < 0.15:
        known: str = draw.choice(parts()["known_brands"])
        return known
    return "".join(draw.sample(_characters(), draw.choices([2, 3, 4], [85, 12, 3])[0]))


@cache
def _characters() -> str:
    return "".join(parts()["brand_characters"].split())


def _foreign(draw: Random) -> Entry:
    words = parts()["foreign_words"]
    brand = draw.choice(words["first"]) + draw.choice(words["second"])
    if draw.random() < 0.1:
        brand = draw.choice(words["known"])
    trade, form = draw.choice(words["trades"]), draw.choice(words["forms"])
    full = " ".join(word for word in (brand, trade, form) if word)
    forms = (full, brand) if draw.random() < 0.5 else (full,)
    return Entry("foreign", forms, "", brand, (trade,) if trade else ())


def _person(draw: Random) -> Entry:
    """Make a contact or a colleague."""
    if draw.random() < 0.05:
        name = f"{draw.choice(parts()['english_given'])} {draw.choice(parts()['english_family'])}"
    else:
        given = draw.sample(parts()["given_characters"], draw.choices([1, 2], [1, 3])[0])
        name = draw.choice(parts()["surnames"]) + "".join(given)
    return Entry("person", (name,), "", name, ())
