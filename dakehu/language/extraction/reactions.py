"""The coded facts of a report: method, outcome, satisfaction, questions and openers."""

import re
from functools import cache

from dakehu.handbook.codes import words
from dakehu.language.extraction.clauses import Clause
from dakehu.language.extraction.cues import compile_words, pattern
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.told import OpenerUsed, Told

_NEGATED = re.compile(r"(不|没|没有|未|不太|不怎么|不是很|not|n't|no|never)\s*(\w+\s)?$")
_TURNED = {"progress": "setback", "deal": "unchanged"}
_SCORE = re.compile(
    r"(?:满意度|满意|评分|打分|打了|satisfaction|rating|score|rated)\s*(?:是|为|:|：|of|is|打|给|was)?\s*"
    r"([1-5一二三四五])(?![\d.])|(?<!\d)([1-5])\s*(?:分(?!钟)|/5|out of 5|stars?)"
)
_FIGURES = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5}


def method(sentence: Sentence) -> Told[str] | None:
    """Find by what means the visit was: the most telling word of what happened."""
    told = _coded("visit_method", sentence, sentence.of("event", "talk"))
    special = [one for one in told if one.value != "on_site"]
    if special or told:
        return (special or told)[0]
    for clause in sentence.of("event"):
        if sign := pattern("on_site_signs").search(clause.text):
            start = clause.start + sign.start()
            return sentence.told("on_site", (start, clause.start + sign.end()))
    return None


def outcome(sentence: Sentence) -> Told[str] | None:
    """Find what came of it: what was won or lost for good, else what was said last."""
    told = _coded("outcome", sentence, sentence.of("event", "talk", "technique"))
    final = [one for one in told if one.value in ("deal", "lost")]
    if told:
        return (final or told)[-1]
    for clause in sentence.of("next_step"):
        if asked := pattern("request").search(clause.text):
            start, end = clause.start + asked.start(), clause.start + asked.end()
            return sentence.told("progress", (start, end))
    return None


def satisfaction(sentence: Sentence) -> Told[int] | None:
    """Find how satisfied the customer was: a figure, else a word for it."""
    for clause in sentence.clauses:
        if found := _SCORE.search(clause.text):
            figure = found[1] or found[2]
            value = _FIGURES.get(figure) or int(figure)
            return sentence.told(value, (clause.start + found.start(), clause.start + found.end()))
    told = _coded("satisfaction", sentence, sentence.of("event", "talk", "technique"))
    return Told(int(told[0].value), told[0].text, told[0].span) if told else None


def questions(sentence: Sentence) -> tuple[Told[str], ...]:
    """Find the types of question that were used."""
    return _once(_coded("question", sentence, sentence.of("technique")))


def openers(sentence: Sentence) -> tuple[Told[OpenerUsed], ...]:
    """Find the openers that were used, and whether the customer warmed to them."""
    told = _once(_coded("opener", sentence, sentence.of("technique")))
    found = outcome(sentence)
    engaged = {"progress": True, "deal": True, "setback": False}.get(found.value if found else "")
    return tuple(Told(OpenerUsed(one.value, engaged), one.text, one.span) for one in told)


def _coded(kind: str, sentence: Sentence, clauses: list[Clause]) -> list[Told[str]]:
    """Find the words of a set of codes in some clauses, in order."""
    return [
        sentence.told(code, (clause.start + found.start(), clause.start + found.end()))
        for clause in clauses
        for found in _words(kind).finditer(clause.text)
        if (code := _turned(_codes(kind)[found.group()], clause.text[: found.start()]))
    ]


def _turned(code: str, before: str) -> str | None:
    """Turn a code whose word is denied (不太感兴趣)."""
    if not _NEGATED.search(before):
        return code
    return _TURNED.get(code)


def _once(told: list[Told[str]]) -> tuple[Told[str], ...]:
    return tuple({one.value: one for one in reversed(told)}.values())[::-1]


@cache
def _words(kind: str) -> re.Pattern[str]:
    return compile_words(_codes(kind))


@cache
def _codes(kind: str) -> dict[str, str]:
    """Return the code of each word of a set; bare figures tell nothing in a sentence."""
    said = ((word.casefold(), code) for code, each in words(kind).items() for word in each)
    return {word: code for word, code in said if not word.isdigit() and len(word) > 1}
