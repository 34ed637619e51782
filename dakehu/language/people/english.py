"""People in English sentences: Mr. Wang, manager li, met Peter."""

import re
from collections.abc import Iterator
from functools import cache

from dakehu.language.people.mention import PersonMention
from dakehu.language.people.words import any_of, data

_COURTEOUS = frozenset({"mr", "ms", "mrs", "miss"})
"""What comes after one of these is a name, even if it is a word too (Mr He)."""


def find_english(text: str) -> Iterator[PersonMention]:
    """Find people by title and name, and by first name."""
    for found in _titled().finditer(text):
        title = " ".join(found["title"].casefold().split())
        if title in _COURTEOUS or found["name"].casefold() not in data()["not_english_names"]:
            yield _mention(found, title)
    for found in _given().finditer(text):
        yield _mention(found, None)


def _mention(found: re.Match[str], title: str | None) -> PersonMention:
    words = found["name"].split()
    return PersonMention(
        text=found.group(),
        span=found.span(),
        name=found["name"] if len(words) > 1 or title is None else None,
        surname=words[-1].casefold() if title else None,
        title=title,
    )


@cache
def _titled() -> re.Pattern[str]:
    titles = any_of(data()["english_titles"])
    return re.compile(
        rf"(?<![a-z])(?P<title>(?i:{titles}))(?:\.\s*|\s+)"
        rf"(?!(?i:{titles})\b)"
        r"(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?|[A-Z]{2,}|[a-z]{2,})(?![a-zA-Z])"
    )


@cache
def _given() -> re.Pattern[str]:
    names = any_of(data()["english_given"])
    return re.compile(rf"(?<![a-zA-Z])(?P<name>(?i:{names})(?:\s[A-Z][a-z]+)?)(?![a-zA-Z])")
