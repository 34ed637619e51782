"""Positions and departments that are said without a name, or beside one (采购部张经理)."""

import re
from functools import cache

from dakehu.handbook.codes import find, words
from dakehu.language.characters import plain
from dakehu.language.people.words import any_of, data

_LEAST_CHINESE = 3
"""Characters of a position that is not a mere form of address."""


def department(title: str) -> str | None:
    """Return the department that a title names."""
    found = _departments().search(plain(title))
    return _codes()[found.group()] if found else None


def department_before(text: str, position: int) -> str | None:
    """Return the department that is named right before a person (采购部的, purchasing)."""
    found = _department_before().search(plain(text[:position]))
    return _codes()[found["department"]] if found else None


def said_position(text: str) -> re.Match[str] | None:
    """Find the first position that says who is meant: 董事长 or 采购经理, but not 经理."""
    return _positions().search(plain(text))


def holds(title: str, position: str) -> bool:
    """Tell whether the position that was said is the one that a title on file names."""
    shared = set(find("person_title", position)) & set(find("person_title", plain(title)))
    if department(position):
        return bool(shared) and department(position) == department(title)
    return bool(shared & set(data()["sole"])) or position == plain(title)


@cache
def _positions() -> re.Pattern[str]:
    said = [word for each in words("person_title").values() for word in each]
    chinese = [word for word in said if not word.isascii() and len(word) >= _LEAST_CHINESE]
    english = [word for word in said if word.isascii() and " " in word] + data()["sole_english"]
    return re.compile(rf"{any_of(chinese)}|\b(?:{any_of(english)})\b")


@cache
def _departments() -> re.Pattern[str]:
    return re.compile(f"(?<![a-z])(?:{any_of(_codes())})")


@cache
def _department_before() -> re.Pattern[str]:
    named = f"(?<![a-z])(?P<department>{any_of(_codes())})"
    return re.compile(rf"{named}(?:[部科处室]|部门|中心| department| dept)?的?\s*$")


@cache
def _codes() -> dict[str, str]:
    return {word: code for code, said in data()["departments"].items() for word in said}
