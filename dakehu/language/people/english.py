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
        if found["name"].casefold() not in data()["wordy"] or _is_called(text, found):
            yield _mention(found, None)


def _is_called(text: str, found: re.Match[str]) -> bool:
    """Tell whether what is a word too (mark, bill) is somebody's name here."""
    if _before_wordy().search(text[: found.start()]):
        return True
    return found["name"][0].isupper() and not _after_wordy().match(text[found.end() :])


@cache
def _before_wordy() -> re.Pattern[str]:
    return re.compile(rf"(?i:\b(?:{any_of(data()['before_wordy'])})\s+$)")


@cache
def _after_wordy() -> re.Pattern[str]:
    return re.compile(rf"(?i:\s+(?:{any_of(data()['after_wordy'])})\b)")


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
