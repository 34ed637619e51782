"""The coded facts of a report: method, outcome, satisfaction, questions and openers."""

import re

from dakehu.language.extraction.clauses import Clause, Role
from dakehu.language.extraction.coded import find_codes
from dakehu.language.extraction.cues import pattern
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.told import OpenerUsed, Told

HAPPENED: tuple[Role, ...] = ("event", "talk", "reaction", "technique", "aside")

_SCORE = re.compile(
    r"(?:满意度|评分|打分|satisfaction|rating|score|rated)\s*"
    r"(?:是|为|:|：|of|is|打|给|was|it)?\s*"
    r"([1-5一二三四五])(?![\d.点])"
    r"|(?<![\d.])([1-5一二三四五])\s*(?:分(?![钟之])|/5|out of 5|stars?)"
)
_FIGURES = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5}
_ENGAGED = {"progress": True, "deal": True, "setback": False, "lost": False}


def method[Id](sentence: Sentence[Id]) -> Told[str] | None:
    """Find by what means the visit was: the most telling word of what happened."""
    told = _coded("visit_method", sentence, *HAPPENED)
    special = [one for one in told if one.value != "on_site"]
    if told:
        return (special or told)[0]
    signed = _signed("on_site_patterns", "on_site", sentence, "event", "talk", "reaction", "aside")
    return signed or _at_the_customers(sentence)


def _at_the_customers[Id](sentence: Sentence[Id]) -> Told[str] | None:
    """Take being at a customer's (在恒通) for a visit on site."""
    places = [match.span for match in sentence.matches]
    places += [sentence.elsewhere.span] if sentence.elsewhere else []
    for start, end in places:
        if sentence.plain[:start].endswith("在"):
            return sentence.told("on_site", (start - 1, end))
    return None


def outcome[Id](sentence: Sentence[Id]) -> Told[str] | None:
    """Find what came of it: what was won or lost for good, else what was said last."""
    told = _coded("outcome", sentence, *HAPPENED)
    final = [one for one in told if one.value in ("deal", "lost")]
    if told:
        return (final or told)[-1]
    return _signed("request", "progress", sentence, "next_step")


def satisfaction[Id](sentence: Sentence[Id]) -> Told[int] | None:
    """Find how satisfied the customer was: a figure, else a word for it."""
    for clause in sentence.clauses:
        if found := _SCORE.search(clause.text):
            figure = found[1] or found[2]
            return _told(sentence, _FIGURES.get(figure) or int(figure), clause, found)
    told = _coded("satisfaction", sentence, *HAPPENED)
    return Told(int(told[0].value), told[0].text, told[0].span) if told else None


def questions[Id](sentence: Sentence[Id]) -> tuple[Told[str], ...]:
    """Find the types of question that were used."""
    return _once(_coded("question", sentence, "technique"))


def openers[Id](sentence: Sentence[Id]) -> tuple[Told[OpenerUsed], ...]:
    """Find the openers that were used, and whether the customer warmed to them."""
    told = _once(_coded("opener", sentence, "technique"))
    return tuple(
        Told(OpenerUsed(one.value, _engaged(sentence, one)), one.text, one.span) for one in told
    )


def _engaged[Id](sentence: Sentence[Id], opener: Told[str]) -> bool | None:
    """Read the customer's answer to an opener from the same clause or the next two."""
    after = [clause for clause in sentence.clauses if clause.end > opener.span[1]][:3]
    told = [one for clause in after for one in _in("outcome", sentence, clause)]
    return _ENGAGED.get(told[0].value) if told else None


def _coded[Id](kind: str, sentence: Sentence[Id], *roles: Role) -> list[Told[str]]:
    return [one for clause in sentence.of(*roles) for one in _in(kind, sentence, clause)]


def _in[Id](kind: str, sentence: Sentence[Id], clause: Clause) -> list[Told[str]]:
    return find_codes(kind, sentence.text, sentence.plain, clause.start, clause.end)


def _signed[Id](signs: str, code: str, sentence: Sentence[Id], *roles: Role) -> Told[str] | None:
    """Return a code for which some words stand, where it is not named itself."""
    for clause in sentence.of(*roles):
        if found := pattern(signs).search(clause.text):
            return _told(sentence, code, clause, found)
    return None


def _told[T, Id](sentence: Sentence[Id], value: T, clause: Clause, found: re.Match[str]) -> Told[T]:
    return sentence.told(value, (clause.start + found.start(), clause.start + found.end()))


def _once(told: list[Told[str]]) -> tuple[Told[str], ...]:
    return tuple({one.value: one for one in reversed(told)}.values())[::-1]
