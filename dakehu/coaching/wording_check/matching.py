"""The words of the rules, found in a sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dakehu.coaching.wording_check.breach import Span, overlap
from dakehu.coaching.wording_check.sentences import Sentence
from dakehu.codes import Language
from dakehu.handbook.wording_rules import BreachKind, Rule, rules, wording_rules

_PLAIN = re.compile(r"[\w\s'/&%-]+")
"""An expression that is nothing but words; all of them are looked for at once."""

_LATIN = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True)
class Found:
    """Words of a rule in a sentence.

    Attributes:
        kind: Which way of breaking the rules it is.
        rule: The rule.
        span: Where the words stand in the sentence, counted from its own beginning.
        instead: What may stand in their place; None where they cannot simply be replaced.
    """

    kind: BreachKind
    rule: Rule
    span: Span
    instead: str | None


def learn() -> None:
    """Read and compile the rules, so that the first text need not wait for it."""
    for language in Language:
        _any_word(language)
        _expressions(language)


def found_in(sentence: Sentence) -> list[Found]:
    """Find all words that break a rule, in order; of those that overlap, the longest counts."""
    kinds = wording_rules().kinds
    every = [
        one
        for one in (*_by_word(sentence), *_by_expression(sentence))
        if sentence.sort in kinds[one.kind].judged_in
    ]
    every.sort(key=lambda one: one.span[0] - one.span[1])
    kept: list[Found] = []
    for one in every:
        if not any(overlap(one.span, other.span) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.span)


def compiled(expression: str, language: Language) -> re.Pattern[str]:
    """Compile an expression of the data, in which Latin letters and figures are whole words."""
    latin = language is Language.EN
    before = r"(?<![A-Za-z0-9])" if latin or _LATIN.match(expression) else ""
    after = r"(?![A-Za-z0-9])" if latin or _LATIN.match(expression[::-1]) else ""
    return re.compile(f"{before}(?:{expression}){after}", re.IGNORECASE)


def _by_word(sentence: Sentence) -> Iterator[Found]:
    told = _words(sentence.language)
    for match in _any_word(sentence.language).finditer(sentence.lowered):
        kind, rule = told[match[1]]
        yield Found(kind, rule, match.span(1), rule.rewrite)


def _by_expression(sentence: Sentence) -> Iterator[Found]:
    for kind, rule, pattern in _expressions(sentence.language):
        for match in pattern.finditer(sentence.text):
            instead = None if rule.rewrite is None else match.expand(rule.rewrite)
            yield Found(kind, rule, match.span(), instead)


def _every(language: Language) -> Iterator[tuple[BreachKind, Rule, str]]:
    for kind in BreachKind:
        for rule in rules(kind)[language] if kind is not BreachKind.LONG else ():
            for expression in rule.match:
                yield kind, rule, expression


@cache
def _words(language: Language) -> Mapping[str, tuple[BreachKind, Rule]]:
    every = _every(language)
    return {said.lower(): (kind, rule) for kind, rule, said in every if _PLAIN.fullmatch(said)}


@cache
def _any_word(language: Language) -> re.Pattern[str]:
    """Match any of the words wherever it begins, the longest of those that begin there."""
    words = sorted(_words(language), key=len, reverse=True)
    latin = "|".join(re.escape(w) for w in words if _LATIN.search(w[0] + w[-1]))
    others = "|".join(re.escape(w) for w in words if not _LATIN.search(w[0] + w[-1]))
    return re.compile(f"(?=({others or '(?!)'}|(?<![a-z0-9])(?:{latin})(?![a-z0-9])))")


@cache
def _expressions(language: Language) -> Sequence[tuple[BreachKind, Rule, re.Pattern[str]]]:
    return [
        (kind, rule, compiled(expression, language))
        for kind, rule, expression in _every(language)
        if not _PLAIN.fullmatch(expression)
    ]
