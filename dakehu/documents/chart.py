"""Horizontal bars as a picture that is legible on a telephone, 360 pixels wide."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from threading import Lock

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text

WIDTH = 720
"""Pixels: two to each of a telephone's."""

_ROW, _HEAD, _FOOT, _EDGE, _THICK = 74, 84, 22, 24, 20
_LONG = WIDTH - 2 * _EDGE
_TITLE_SIZE, _LABEL_SIZE = 30, 25
_BAR, _PALE, _GROUND, _INK, _SOFT = "#2f6db5", "#bcd0e8", "#eef2f7", "#1f2933", "#6b7785"
_DPI = 72  # a point is a pixel

_FONT = str(files("mplfonts") / "fonts" / "NotoSansCJKsc-Regular.otf")

_drawing = Lock()
"""Matplotlib draws for one thread at a time."""


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


def draw(title: str, bars: Sequence[Bar]) -> bytes:
    """Draw bars below each other and return the picture as PNG."""
    with _drawing:
        picture = io.BytesIO()
        layout(title, bars).savefig(picture, format="png")
    return picture.getvalue()


def layout(title: str, bars: Sequence[Bar]) -> Figure:
    """Lay the picture out: over each bar its label and, at the right, its note."""
    height = _HEAD + _ROW * len(bars) + _FOOT
    figure = Figure(figsize=(WIDTH / _DPI, height / _DPI), dpi=_DPI, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(height, 0))
    axes.set_axis_off()
    _fit(axes.text(_EDGE, 50, title, color=_INK, font=_font(_TITLE_SIZE)), _LONG)
    for number, bar in enumerate(bars):
        _add(axes, bar, _HEAD + _ROW * number)
    return figure


def _add(axes: Axes, bar: Bar, top: float) -> None:
    """Draw a bar on the ground of a full one, its words above it."""
    font, line, middle = _font(_LABEL_SIZE), top + 26, top + 48
    note = axes.text(WIDTH - _EDGE, line, bar.note, ha="right", color=_SOFT, font=font)
    label = axes.text(_EDGE, line, bar.label, color=_INK, font=font)
    _fit(label, note.get_window_extent().x0 - 2 * _EDGE)
    axes.barh(middle, _LONG, height=_THICK, left=_EDGE, color=_GROUND)
    colour = _PALE if bar.pale else _BAR
    axes.barh(middle, _LONG * bar.value, height=_THICK, left=_EDGE, color=colour)


def _font(size: float) -> FontProperties:
    return FontProperties(fname=_FONT, size=size)


def _fit(text: Text, width: float) -> None:
    """Shorten a text until it is no wider than so many pixels."""
    words = text.get_text()
    while text.get_window_extent().width > width and words:
        words = words[:-1].rstrip()
        text.set_text(f"{words}…")
