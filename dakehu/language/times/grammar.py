"""The pattern language of the grammar, and the cascade that applies it.

A rule is a pattern over kinds of tokens and a function that makes a value of what it captures:

    @family.rule("clock", "hour=number dian (minute=number fen? | half=half)?")
    def on_the_hour(hour, minute=None, half=None): ...

A stage rewrites the row of tokens from left to right: at each place the longest pattern whose
function does not return None wins and becomes one token of the rule's kind. The stages follow one
another: words become units, units dates and clock times, these moments, ranges and limits.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text that means something: its kind, its value, its place."""

    kind: str
    value: Any
    start: int
    end: int


_CODES: dict[str, str] = {}
_NAME = re.compile(r"(?:(\w+)=)?(\w+)")


def code(kind: str) -> str:
    """Return the one character that stands for a kind of token in patterns."""
    return _CODES.setdefault(kind, chr(0xE000 + len(_CODES)))


def _compile(pattern: str) -> re.Pattern[str]:
    """Translate a pattern of kinds into a regular expression over their codes."""

    def replace(match: re.Match[str]) -> str:
        name, kind = match.groups()
        return f"(?P<{name}>{code(kind)})" if name else code(kind)

    return re.compile(_NAME.sub(replace, pattern).replace(" ", ""))


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the grammar."""

    kind: str
    pattern: re.Pattern[str]
    starts: frozenset[str]
    build: Callable[..., Any]


@dataclass(slots=True)
class Family:
    """The rules of one family of expressions, in one file."""

    rules: list[Rule] = field(default_factory=list)

    def rule(self, kind: str, *patterns: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Add a rule with one or several patterns."""

        def add(build: Callable[..., Any]) -> Callable[..., Any]:
            for pattern in patterns:
                self.rules.append(Rule(kind, _compile(pattern), _starts(pattern), build))
            return build

        return add


def _starts(pattern: str) -> frozenset[str]:
    """Return the codes with which a match of the pattern can begin."""
    pieces = re.findall(r"(?:\w+=)?\w+|[()|?*+]", pattern)
    codes, _, _ = _first(pieces, 0)
    return frozenset(codes)


def _first(pieces: list[str], at: int) -> tuple[set[str], bool, int]:
    """Return first codes, whether it may be empty, and where the group ends."""
    codes: set[str] = set()
    may_be_empty = False
    open_ended = True
    while at < len(pieces) and pieces[at] != ")":
        if pieces[at] == "|":
            may_be_empty, open_ended, at = may_be_empty or open_ended, True, at + 1
            continue
        if pieces[at] == "(":
            inner, empty, at = _first(pieces, at + 1)
        else:
            inner, empty = {code(pieces[at].rpartition("=")[2])}, False
        at += 1
        if at < len(pieces) and pieces[at] in "?*+":
            empty = empty or pieces[at] != "+"
            at += 1
        if open_ended:
            codes |= inner
            open_ended = empty
    return codes, may_be_empty or open_ended, at


class Stage:
    """The rules that are applied together in one pass."""

    def __init__(self, *families: Family) -> None:
        self._by_start: dict[str, list[Rule]] = {}
        for rule in (rule for family in families for rule in family.rules):
            for start in rule.starts:
                self._by_start.setdefault(start, []).append(rule)

    def rewrite(self, tokens: list[Token]) -> list[Token]:
        """Return the row of tokens with every match replaced by one token."""
        kinds = "".join([code(token.kind) for token in tokens])
        result: list[Token] = []
        at = 0
        while at < len(tokens):
            rules = self._by_start.get(kinds[at])
            found = self._longest(rules, kinds, tokens, at) if rules else None
            result.append(found[0] if found else tokens[at])
            at = found[1] if found else at + 1
        return result

    @staticmethod
    def _longest(
        rules: Iterable[Rule], kinds: str, tokens: list[Token], at: int
    ) -> tuple[Token, int] | None:
        """Return the token made by the longest rule that holds here, and where it ends."""
        matches = [(m.end(), rule, m) for rule in rules if (m := rule.pattern.match(kinds, at))]
        matches.sort(key=lambda found: -found[0])
        for end, rule, match in matches:
            captured = {
                name: tokens[match.start(name)].value
                for name in match.re.groupindex
                if match.start(name) >= 0
            }
            value = rule.build(**captured)
            if value is not None:
                return Token(rule.kind, value, tokens[at].start, tokens[end - 1].end), end
        return None
