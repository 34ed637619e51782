"""What tours and banquets are told in: patterns of `bookings.yml`, and the words they find."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain, repeat
from typing import Any

import yaml

from dakehu.handbook.codes import words
from dakehu.language.extraction.clauses import Span
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.settle import Claim, Ground
from dakehu.language.extraction.told import Told
from dakehu.language.extraction.wording import trimmed


def phrases[Id](field: str, sentence: Sentence[Id]) -> Iterator[Claim]:
    """Claim the words that tell a field, as typed; not where they are denied."""
    grounds = chain([Ground.CUE], repeat(Ground.WORD))
    for form, ground in zip(_forms(field), grounds, strict=False):
        for found in form.finditer(sentence.plain):
            told = _without_times(sentence, _group(found))
            if told and not is_unwanted(sentence.plain[: told.span[0]]):
                yield Claim(field, told, ground)


def _without_times[Id](sentence: Sentence[Id], span: Span) -> Told[str] | None:
    """Return words without a time at their end (the workshop on Friday)."""
    cut = next((t.span[0] for t in sentence.future if span[0] < t.span[0] < span[1]), None)
    return trimmed(sentence, (span[0], cut), ()) if cut else sentence.words(span)


def host_rank[Id](sentence: Sentence[Id]) -> Iterator[Told[str]]:
    """Find how high the host is to be, as a code of `person_title` (总经理级别作陪)."""
    for found in _host_rank().finditer(sentence.plain):
        span = _group(found)
        yield sentence.told(_titles()[sentence.plain[slice(*span)]], span)


def interpreter[Id](sentence: Sentence[Id]) -> Told[bool] | None:
    """Tell whether an interpreter is wanted, or is not because they bring one."""
    for kind, wanted in (("without", False), ("with", True)):
        if found := re.search(data()["interpreter"][kind], sentence.plain):
            return sentence.told(wanted, found.span())
    return None


def is_unwanted(before: str) -> bool:
    """Tell whether what follows these words is not wanted (不用准备礼品)."""
    return re.search(data()["unwanted"], before) is not None


@cache
def data() -> dict[str, Any]:
    """Return what `bookings.yml` holds."""
    text = (files("dakehu.language.extraction") / "bookings.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def _group(found: re.Match[str]) -> Span:
    """Return the place of the group that matched."""
    return next(found.span(name) for name, said in found.groupdict().items() if said)


@cache
def _forms(field: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, data()["phrases"][field]))


@cache
def _host_rank() -> re.Pattern[str]:
    titles = sorted(_titles(), key=len, reverse=True)
    return re.compile(data()["host_rank"].replace("{titles}", "|".join(map(re.escape, titles))))


@cache
def _titles() -> dict[str, str]:
    """Return the positions that a host may have; not forms of address."""
    return {
        word.casefold(): code
        for code, said in words("person_title").items()
        for word in said
        if len(word) > 1 and code not in ("先生", "女士", "师傅", "老师", "familiar")
    }
