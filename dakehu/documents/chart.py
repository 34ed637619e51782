"""Horizontal bars as a picture that is legible on a telephone, 360 pixels wide."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH = 720
"""Pixels: two to each of a telephone's."""

TITLE_SIZE, LABEL_SIZE = 30, 25
"""Pixels of a letter."""

_ROW, _HEAD, _FOOT, _EDGE, _THICK = 74, 84, 22, 24, 20
_LONG = WIDTH - 2 * _EDGE
_BAR, _PALE, _GROUND, _INK, _SOFT = "#2f6db5", "#bcd0e8", "#eef2f7", "#1f2933", "#6b7785"
_COLOURS = 64
"""Few colours, smoothed edges included, make a small picture."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Bar:
    """A bar.

    Attributes:
        label: What it is of.
        value: How long it is, 0 to 1.
        note: What stands at its right: the value in words, and what it rests on.
        pale: Whether it rests on little.
    """

    label: str
    value: float
    note: str
    pale: bool = False


@dataclass(frozen=True)
class Words:
    """Words at their place: the left end of the line that they stand on."""

    text: str
    x: float
    y: float
    size: int
    colour: str

    @property
    def box(self) -> Box:
        """Where their ink is: left, top, right, bottom."""
        left, top, right, bottom = font(self.size).getbbox(self.text, anchor="ls")
        return self.x + left, self.y + top, self.x + right, self.y + bottom


@dataclass(frozen=True)
class Strip:
    """A filled stretch of a bar."""

    x: float
    y: float
    long: float
    colour: str


Piece = Words | Strip


def draw(title: str, bars: Sequence[Bar]) -> bytes:
    """Draw bars below each other and return the picture as PNG."""
    picture = Image.new("RGB", (WIDTH, height(bars)), "white")
    pen = ImageDraw.Draw(picture)
    for piece in layout(title, bars):
        if isinstance(piece, Words):
            at = (piece.x, piece.y)
            pen.text(at, piece.text, piece.colour, font(piece.size), anchor="ls")
        else:
            end = (piece.x + piece.long, piece.y + _THICK)
            pen.rectangle((piece.x, piece.y, *end), piece.colour)
    written = io.BytesIO()
    few = picture.quantize(_COLOURS, Image.Quantize.FASTOCTREE)
    few.save(written, format="png")
    return written.getvalue()


def height(bars: Sequence[Bar]) -> int:
    """Return how high the picture of so many bars is, in pixels."""
    return _HEAD + _ROW * len(bars) + _FOOT


def layout(title: str, bars: Sequence[Bar]) -> Iterator[Piece]:
    """Lay the picture out: over each bar its label and, at the right, its note."""
    yield Words(_fitting(title, TITLE_SIZE, _LONG), _EDGE, 50, TITLE_SIZE, _INK)
    for number, bar in enumerate(bars):
        yield from _row(bar, _HEAD + _ROW * number)


def _row(bar: Bar, top: float) -> Iterator[Piece]:
    line = top + 26
    start = WIDTH - _EDGE - font(LABEL_SIZE).getlength(bar.note)
    label = _fitting(bar.label, LABEL_SIZE, start - 2 * _EDGE)
    yield Words(bar.note, start, line, LABEL_SIZE, _SOFT)
    yield Words(label, _EDGE, line, LABEL_SIZE, _INK)
    yield Strip(_EDGE, top + 38, _LONG, _GROUND)
    yield Strip(_EDGE, top + 38, _LONG * bar.value, _PALE if bar.pale else _BAR)


def _fitting(text: str, size: int, width: float) -> str:
    """Shorten a text until it is no wider than so many pixels."""
    shown = text
    while font(size).getlength(shown) > width and len(shown) > 1:
        shown = f"{shown.rstrip('…')[:-1].rstrip()}…"
    return shown


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Return the font of all languages, of a size in pixels; its package need not be loaded."""
    package = find_spec("mplfonts")
    assert package is not None and package.origin is not None
    file = Path(package.origin).parent / "fonts" / "NotoSansCJKsc-Regular.otf"
    return ImageFont.truetype(str(file), size)
