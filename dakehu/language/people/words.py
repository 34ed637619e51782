"""The words of personal names and titles, from the data files."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dakehu.handbook.codes import words


@cache
def data() -> dict[str, Any]:
    """Return what `names.yml` holds."""
    text = (files("dakehu.language.people") / "names.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def any_of(choices: Iterable[str]) -> str:
    """Return a pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(choices, key=len, reverse=True))


@cache
def chinese_titles() -> frozenset[str]:
    """Return what may follow a Chinese surname."""
    said = (word for each in words("person_title").values() for word in each)
    return frozenset(word for word in said if not word.isascii()) - {"熟称"}


@cache
def surnames() -> frozenset[str]:
    """Return single and compound Chinese surnames."""
    return frozenset("".join(data()["surnames"].split())) | frozenset(data()["compound_surnames"])
