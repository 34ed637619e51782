"""The pattern language of the grammar, and the cascade that applies it.

A rule is a pattern over kinds of tokens and a function that makes a value of what it captures:

    @family.rule("clock", "hour=number dian (minute=number fen? | half=half)?")
    def on_the_hour(hour, minute=None, half=None): ...

`|`, `?`, `*`, `+` and groups are those of regular expressions; `name=kind` and `name=(kind | kind)`
capture a token's value, under the same name in several alternatives if need be;
`<kind>` at the start asks for a token before the match.

A stage rewrites the row of tokens from left to right: at each place the longest pattern whose
function does not return None wins and becomes one token of the rule's kind. The stages follow one
another: words become units, units dates and clock times, these moments, ranges and limits.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dakehu.language.times.patterns import codes, compiled, demand


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text that means something: its kind, its value, its place."""

    kind: str
    value: Any
    start: int
    end: int


@dataclass(frozen=True)
class Rule:
    """One rule of the grammar; its pattern is compiled when a text first needs it."""

    kind: str
    source: str
    build: Callable[..., Any]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern over the codes of tokens."""
        return compiled(self.source)

    def value(self, match: re.Match[str], tokens: list[Token]) -> Any:
        """Return what the function makes of the captured values."""
        starts = ((name, match.start(name)) for name in self.pattern.groupindex)
        return self.build(
            **{name.rpartition("_")[0]: tokens[at].value for name, at in starts if at >= 0}
        )


@dataclass(slots=True)
class Family:
    """The rules of one family of expressions, in one file."""

    rules: list[Rule] = field(default_factory=list)

    def rule[F: Callable[..., Any]](self, kind: str, *patterns: str) -> Callable[[F], F]:
        """Add a rule with one or several patterns."""

        def add(build: F) -> F:
            for pattern in patterns:
                self.rules.append(Rule(kind, pattern, build))
            return build

        return add


class Stage:
    """The rules that are applied together in one pass."""

    def __init__(self, *families: Family) -> None:
        self._by_start: dict[str, list[tuple[frozenset[str], Rule]]] = {}
        for rule in (rule for family in families for rule in family.rules):
            asked = demand(rule.source)
            for start in asked.starts:
                needs = frozenset(asked.needs - {start})
                self._by_start.setdefault(start, []).append((needs, rule))

    def rewrite(self, tokens: list[Token]) -> list[Token]:
        """Return the row of tokens with every match replaced by one token."""
        kinds = codes([token.kind for token in tokens])
        rules = self._possible(frozenset(kinds))
        if not rules:
            return tokens
        result: list[Token] = []
        at = 0
        while at < len(tokens):
            starting = rules.get(kinds[at])
            found = _longest(starting, kinds, tokens, at) if starting else None
            result.append(found[0] if found else tokens[at])
            at = found[1] if found else at + 1
        return result

    def _possible(self, kinds: frozenset[str]) -> dict[str, list[Rule]]:
        """Return the rules that a row of these kinds may match, by the kind they start with."""
        return {
            start: rules
            for start in kinds & self._by_start.keys()
            if (rules := [rule for needs, rule in self._by_start[start] if needs <= kinds])
        }


def _longest(
    rules: Iterable[Rule], kinds: str, tokens: list[Token], at: int
) -> tuple[Token, int] | None:
    """Return the token made by the longest rule that holds here, and where it ends."""
    matches = [(m.end(), rule, m) for rule in rules if (m := rule.pattern.match(kinds, at))]
    matches.sort(key=lambda found: -found[0])
    for end, rule, match in matches:
        value = rule.value(match, tokens)
        if value is not None:
            return Token(rule.kind, value, tokens[at].start, tokens[end - 1].end), end
    return None
