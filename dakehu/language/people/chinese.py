"""Chinese people: 王总, 王建国经理, 老王, 见了赵敏."""

import re
from collections.abc import Iterator
from functools import cache

from dakehu.language.names.words import ordinary_words, trade_words
from dakehu.language.people.mention import PersonMention
from dakehu.language.people.words import any_of, chinese_titles, data, surnames


def find_chinese(text: str) -> Iterator[PersonMention]:
    """Find people by surname and title, by 老 and 小, and by full name where one is expected."""
    for pattern in (_titled(), _courteous(), _familiar(), _named()):
        position = 0
        while found := pattern.search(text, position):
            alone = _stands_alone(text, found)
            if alone:
                yield _mention(found)
            position = found.end() if alone else found.start() + 1


@cache
def _titled() -> re.Pattern[str]:
    given = f"(?P<given>[^{data()['not_in_names']}\\W\\da-zA-Z_]{{1,2}}?)??"
    return re.compile(f"(?P<surname>{any_of(surnames())}){given}(?P<title>{_titles()})")


@cache
def _titles() -> str:
    return "|".join(
        re.escape(title) + (f"(?![{after}])" if (after := data()["not_before"].get(title)) else "")
        for title in sorted(chinese_titles(), key=len, reverse=True)
    )


@cache
def _familiar() -> re.Pattern[str]:
    others = "|".join(f"{name}[{after}]" for name, after in data()["not_familiar_before"].items())
    surname = f"(?!{others})(?P<surname>[{data()['familiar']}])"
    return re.compile(f"(?P<title>[老小]){surname}(?P<given>)")


@cache
def _courteous() -> re.Pattern[str]:
    title = f"(?<![a-z])(?P<title>{any_of(data()['courteous'])})"
    return re.compile(rf"{title}\.?\s*(?P<surname>{any_of(surnames())})(?P<given>)")


@cache
def _named() -> re.Pattern[str]:
    words = data()
    return re.compile(
        f"(?:(?<={')|(?<='.join(words['before_names'])})|^|(?<=[\\s,，、]))(?P<surname>{any_of(surnames())})"
        f"(?P<given>[^{words['not_in_names']}\\W\\da-zA-Z_]{{1,2}}?)(?P<title>)"
        f"(?=$|[\\s{re.escape(words['after_names'])}])"
    )


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Tell whether what looks like a surname is one, and not the end of another word."""
    surname = found["surname"]
    before = text[: found.start("surname")][-1:]
    if before and before in data()["not_after"].get(surname, ""):
        return False
    name = surname + (found["given"] or "")
    not_names = data()["not_names"]
    if name in not_names or found.group() in not_names or found.group()[-2:] in trade_words():
        return False
    if not found["title"] and len(name) == 2 and surname in data()["brandish"]:
        return text[: found.start()].endswith(tuple(data()["before_brandish"]))
    return bool(found["title"]) or not (
        name in ordinary_words() or name[len(surname) :].startswith(tuple(chinese_titles()))
    )


def _mention(found: re.Match[str]) -> PersonMention:
    surname, given = found["surname"], found["given"]
    return PersonMention(
        text=found.group(),
        span=found.span(),
        name=surname + given if given else None,
        surname=surname,
        title=found["title"] or None,
    )
