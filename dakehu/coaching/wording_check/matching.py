"""The words of the rules, found in a sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dakehu.coaching.wording_check.breach import Span, overlap
from dakehu.coaching.wording_check.sentences import Sentence
from dakehu.codes import Language
from dakehu.handbook.wording_rules import BreachKind, Rule, rules, wording_rules

_LATIN = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True)
class Found:
    """Words of a rule in a sentence; the span counts from the sentence's own beginning."""

    kind: BreachKind
    rule: Rule
    match: re.Match[str]

    @property
    def span(self) -> Span:
        """Where the words stand in the sentence."""
        return self.match.span()


def found_in(sentence: Sentence) -> list[Found]:
    """Find all words that break a rule, in order; of those that overlap, the longest counts."""
    every = [
        Found(kind, rule, match)
        for kind, rule, pattern in _patterns(sentence.language)
        if wording_rules().kinds[kind].of_their_view or not sentence.is_about_their_view
        for match in pattern.finditer(sentence.text)
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


@cache
def _patterns(language: Language) -> Sequence[tuple[BreachKind, Rule, re.Pattern[str]]]:
    return [
        (kind, rule, compiled(expression, language))
        for kind in BreachKind
        if kind is not BreachKind.LONG
        for rule in rules(kind)[language]
        for expression in rule.match
    ]
