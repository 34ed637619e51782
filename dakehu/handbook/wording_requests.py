"""How people ask whether something is well said, as data."""

import re
from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from dakehu.handbook.data import read
from dakehu.handbook.texts import Record

_EDGE = r"[\s，,。.、:：;；?？!！…~～\-]*"


class _Requests(Record):
    before: tuple[str, ...]
    after: tuple[str, ...]
    about: tuple[str, ...]


@cache
def before() -> re.Pattern[str]:
    """Match the request that a message begins with."""
    return re.compile(rf"{_EDGE}(?:(?:{_any(_requests().before)}){_EDGE})*", re.IGNORECASE)


@cache
def after() -> re.Pattern[str]:
    """Match the request that a message ends with, after a pause or a space."""
    every = _any(_requests().after)
    return re.compile(rf"(?:(?:^|[\s，,。.、:：;；?？!！]+)(?:{every})+)+{_EDGE}$", re.IGNORECASE)


@cache
def about() -> re.Pattern[str]:
    """Match words that are about what is said, not said themselves."""
    return re.compile("|".join(_requests().about), re.IGNORECASE)


@cache
def _requests() -> _Requests:
    return read(files("dakehu.handbook") / "wording_requests.yml", TypeAdapter(_Requests))


def _any(expressions: tuple[str, ...]) -> str:
    return "|".join(f"(?<![A-Za-z])(?:{one})(?![A-Za-z])" for one in expressions)
