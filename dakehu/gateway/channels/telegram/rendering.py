"""A message of ours as what Telegram shows: texts, pictures, documents, and a keyboard.

The same message always gives the same parts, so that what was interrupted goes on where it stopped.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from dakehu.gateway.channels.telegram import table
from dakehu.gateway.channels.telegram.markdown import escaped, fenced, pieces
from dakehu.gateway.signing import ButtonTokens
from dakehu.storage.messages.history import Entry

TAKEN = "taken"
"""What a button carries that only shows the choice taken; no token of ours is like it."""

_WIDEST_ROW = 28  # columns of a row of buttons
_FRAME = 4  # columns around a button's label


@dataclass(frozen=True, slots=True)
class Text:
    """A text, as MarkdownV2 and as it is where that is not understood."""

    markdown: str
    plain: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the person's: a picture to be shown, or a document."""

    url: str
    picture: bool


type Part = Text | Attachment


def parts(message: dict[str, Any]) -> list[Part]:
    """Return what a message consists of, in order."""
    return [*_texts(message), *_attachments(message)]


def keyboard(entry: Entry, tokens: ButtonTokens) -> InlineKeyboardMarkup | None:
    """Return a message's buttons, short ones beside each other."""
    rows: list[list[InlineKeyboardButton]] = []
    left = 0
    for position, button in enumerate(entry.message.get("buttons") or ()):
        width = cell_len(button["title"]) + _FRAME
        if width > left:
            rows.append([])
            left = _WIDEST_ROW
        left -= width
        token = tokens.token(entry.id, position)
        rows[-1].append(InlineKeyboardButton(button["title"], callback_data=token))
    return InlineKeyboardMarkup(rows) if rows else None


def taken(label: str) -> InlineKeyboardMarkup:
    """Return what is left of a keyboard when a choice was made."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(f"✓ {label}", callback_data=TAKEN)]])


def _texts(message: dict[str, Any]) -> Iterator[Text]:
    yield from _plain(message.get("text") or "")
    if shown := message.get("table"):
        blocks = table.aligned(shown["columns"], shown["rows"])
        if blocks is None:
            yield from _plain(table.in_rows(shown["columns"], shown["rows"]))
        else:
            yield from (Text(fenced(block), block) for block in blocks)


def _plain(text: str) -> Iterator[Text]:
    return (Text(escaped(piece), piece) for piece in pieces(text))


def _attachments(message: dict[str, Any]) -> Iterator[Attachment]:
    if url := message.get("image"):
        yield Attachment(url, picture=True)
    if file := message.get("file"):
        yield Attachment(file["url"], picture=False)
