"""Tables in a chat: aligned in a block where that fits a phone, else row by row."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from rich.cells import cell_len

from dakehu.gateway.channels.telegram.markdown import LONGEST, fenced, units

WIDEST = 36
"""Columns of a block that a phone shows without breaking lines; a Chinese character takes two."""

_GAP = "  "
_NUMBER = re.compile(r"[-+¥]?[\d,.]+[%‰万亿]?")

type Cells = list[str]


def aligned(columns: Sequence[Any], rows: Sequence[Sequence[Any]]) -> list[str] | None:
    """Return a table as aligned blocks, the head on each; none where it is too wide."""
    head, *body = (_cells(row) for row in (columns, *rows))
    widths = [max(map(cell_len, column)) for column in zip(head, *body, strict=True)]
    if sum(widths) + len(_GAP) * (len(widths) - 1) > WIDEST:
        return None
    numeric = [all(map(_is_number, column)) for column in zip(*body, strict=True)] or [False]
    lines = [_line(row, widths, numeric) for row in (head, *body)]
    return list(_blocks(lines[0], lines[1:]))


def in_rows(columns: Sequence[Any], rows: Sequence[Sequence[Any]]) -> str:
    """Return a table as a paragraph for each row, a line for each cell."""
    head = _cells(columns)
    return "\n\n".join(
        "\n".join(f"{name}: {cell}" for name, cell in zip(head, _cells(row), strict=True) if cell)
        for row in rows
    )


def _cells(row: Sequence[Any]) -> Cells:
    return ["" if cell is None else " ".join(str(cell).split()) for cell in row]


def _is_number(cell: str) -> bool:
    return not cell or _NUMBER.fullmatch(cell) is not None


def _line(row: Cells, widths: Sequence[int], numeric: Sequence[bool]) -> str:
    cells = []
    for cell, width, right in zip(row, widths, numeric, strict=False):
        space = " " * (width - cell_len(cell))
        cells.append(space + cell if right else cell + space)
    return _GAP.join(cells).rstrip()


def _blocks(head: str, lines: Sequence[str]) -> Iterator[str]:
    block = head
    for line in lines:
        longer = f"{block}\n{line}"
        if units(fenced(longer)) > LONGEST:
            yield block
            longer = f"{head}\n{line}"
        block = longer
    yield block
