"""Text as these services take it: harmless, and in pieces that are small enough."""

import re
from collections.abc import Iterator
from typing import Any

LARGEST = 2048
"""Bytes of a text; more is cut off or refused."""

_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_BREAKS = ("\n\n", "\n", "。", "！", "？", "；", ". ", "，", ", ", " ")


def plain(text: str) -> str:
    """Return text in which no markup works: the apps would follow a link that a name contains."""
    return _TAG.sub("＜", text)


def pieces(text: str, most: int = LARGEST) -> Iterator[str]:
    """Split a text into pieces of so many bytes: between paragraphs, else lines, else sentences."""
    rest = text.strip("\n")
    while len(rest.encode()) > most:
        fits = rest.encode()[:most].decode(errors="ignore")
        piece = fits[: _best_break(fits)]
        yield piece.rstrip()
        rest = rest[len(piece) :].lstrip()
    if rest:
        yield rest


def table_lines(table: dict[str, Any]) -> list[str]:
    """Return a table as a line for each row: its first cell, then what the others are."""
    first, *others = table["columns"]
    lines = [f"{first}：{'、'.join(map(str, others))}" if others else str(first)]
    for head, *cells in table["rows"]:
        lines.append(f"{_shown(head)}：{'、'.join(map(_shown, cells))}" if cells else _shown(head))
    return lines


def numbered(labels: list[str]) -> str:
    """Return choices as lines whose number can be typed."""
    return "\n".join(f"{number}. {label}" for number, label in enumerate(labels, 1))


def _shown(cell: object) -> str:
    return "—" if cell is None else str(cell)


def _best_break(fits: str) -> int:
    """Return where to cut: at the strongest break that leaves no small piece."""
    for mark in _BREAKS:
        at = fits.rfind(mark)
        if at > len(fits) // 2:
            return at + len(mark)
    return len(fits)
