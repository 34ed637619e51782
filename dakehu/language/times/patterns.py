"""Patterns over kinds of tokens, translated into regular expressions over one code a kind."""

import re
from dataclasses import dataclass, field
from itertools import count

_CODES: dict[str, str] = {}
_PIECE = re.compile(r"<(?P<before>\w+)>|(?P<group>\w+)=\(|(?:(?P<name>\w+)=)?(?P<kind>\w+)|[(]")


def code(kind: str) -> str:
    """Return the one character that stands for a kind of token in patterns."""
    return _CODES.setdefault(kind, chr(0xE000 + len(_CODES)))


def codes(kinds: list[str]) -> str:
    """Return the row of tokens of these kinds as patterns see it."""
    return "".join([_CODES.get(kind, "\0") for kind in kinds])


def compiled(pattern: str) -> re.Pattern[str]:
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


@dataclass(slots=True)
class Demand:
    """What a pattern, or a piece of it, asks of a row of tokens.

    Attributes:
        starts: The codes that its match can begin with.
        needs: The codes that occur in every match.
        empty: Whether it also matches nothing.
    """

    starts: set[str] = field(default_factory=set)
    needs: set[str] = field(default_factory=set)
    empty: bool = True

    def then(self, following: "Demand") -> "Demand":
        """Return the demand of this piece and one after it."""
        starts = self.starts | following.starts if self.empty else self.starts
        return Demand(starts, self.needs | following.needs, self.empty and following.empty)

    def either(self, other: "Demand") -> "Demand":
        """Return the demand of this piece or the other."""
        return Demand(
            self.starts | other.starts, self.needs & other.needs, self.empty or other.empty
        )


def demand(pattern: str) -> Demand:
    """Return what a pattern asks of a row of tokens."""
    pieces = re.findall(r"\w+|[()|?*+]", re.sub(r"<\w+>|\w+=", "", pattern))
    found, _ = _read(pieces, 0)
    before = {code(kind) for kind in re.findall(r"<(\w+)>", pattern)}
    return Demand(found.starts, found.needs | before, found.empty)


def _read(pieces: list[str], at: int) -> tuple[Demand, int]:
    """Return the demand of the pieces up to the end of the group, and where that is."""
    done: list[Demand] = []
    now = Demand()
    while at < len(pieces) and pieces[at] != ")":
        if pieces[at] == "|":
            done, now, at = [*done, now], Demand(), at + 1
            continue
        one = code(pieces[at])
        piece = Demand({one}, {one}, empty=False)
        if pieces[at] == "(":
            piece, at = _read(pieces, at + 1)
        at += 1
        if at < len(pieces) and pieces[at] in "?*+":
            if pieces[at] != "+":
                piece = Demand(piece.starts)
            at += 1
        now = now.then(piece)
    for other in done:
        now = now.either(other)
    return now, at
