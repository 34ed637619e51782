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
from itertools import count
from typing import Any


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text that means something: its kind, its value, its place."""

    kind: str
    value: Any
    start: int
    end: int


_CODES: dict[str, str] = {}
_PIECE = re.compile(r"<(?P<before>\w+)>|(?P<group>\w+)=\(|(?:(?P<name>\w+)=)?(?P<kind>\w+)|[(]")


def code(kind: str) -> str:
    """Return the one character that stands for a kind of token in patterns."""
    return _CODES.setdefault(kind, chr(0xE000 + len(_CODES)))


def _compile(pattern: str) -> re.Pattern[str]:
    """Translate a pattern of kinds into a regular expression over their codes.

    The groups are numbered, so that several alternatives may capture under the same name.
    """
    groups = count()

    def replace(piece: re.Match[str]) -> str:
        if piece["before"]:
            return f"(?<={code(piece['before'])})"
        if piece["group"]:
            return f"(?P<{piece['group']}_{next(groups)}>"
        if not piece["kind"]:
            return "(?:"
        one = code(piece["kind"])
        return f"(?P<{piece['name']}_{next(groups)}>{one})" if piece["name"] else one

    return re.compile(_PIECE.sub(replace, pattern).replace(" ", ""))


@dataclass(frozen=True)
class Rule:
    """One rule of the grammar; its pattern is compiled when a text first needs it."""

    kind: str
    source: str
    starts: frozenset[str]
    build: Callable[..., Any]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return the pattern over the codes of tokens."""
        return _compile(self.source)

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
                self.rules.append(Rule(kind, pattern, _starts(pattern), build))
            return build

        return add


def _starts(pattern: str) -> frozenset[str]:
    """Return the codes with which a match of the pattern can begin."""
    pieces = re.findall(r"\w+|[()|?*+]", re.sub(r"<\w+>|\w+=", "", pattern))
    codes, _, _ = _first(pieces, 0)
    return frozenset(codes)


def _first(pieces: list[str], at: int) -> tuple[set[str], bool, int]:
    """Return first codes, whether it may be empty, and where the group ends."""
    codes: set[str] = set()
    may_be_empty, open_ended = False, True
    while at < len(pieces) and pieces[at] != ")":
        if pieces[at] == "|":
            may_be_empty, open_ended, at = may_be_empty or open_ended, True, at + 1
            continue
        inner, empty = {code(pieces[at])}, False
        if pieces[at] == "(":
            inner, empty, at = _first(pieces, at + 1)
        at += 1
        if at < len(pieces) and pieces[at] in "?*+":
            empty, at = empty or pieces[at] != "+", at + 1
        if open_ended:
            codes, open_ended = codes | inner, empty
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
        kinds = "".join([_CODES.get(token.kind, "\0") for token in tokens])
        result: list[Token] = []
        at = 0
        while at < len(tokens):
            rules = self._by_start.get(kinds[at])
            found = _longest(rules, kinds, tokens, at) if rules else None
            result.append(found[0] if found else tokens[at])
            at = found[1] if found else at + 1
        return result


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
