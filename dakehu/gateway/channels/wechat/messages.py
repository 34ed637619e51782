"""A reply as WeChat shows it: texts, whose choices are numbers and links, and pictures."""

from collections.abc import Sequence
from typing import Any

from dakehu.gateway import wording
from dakehu.gateway.channels.tencent.api import Json
from dakehu.gateway.channels.tencent.channel import Part
from dakehu.gateway.channels.tencent.media import Media, shown_in
from dakehu.gateway.channels.tencent.text import LARGEST, numbered, pieces, plain, table_lines
from dakehu.gateway.signing import ButtonTokens
from dakehu.storage.messages.history import Entry
from dakehu.storage.messages.letters import Letter

_BETWEEN = "\n\n"

# What would end the address of a link, or an item of it, is shown by a twin.
_ADDRESS = str.maketrans('"&<>#%', "＂＆＜＞＃％")


def parts(letter: Letter, tokens: ButtonTokens, web: str) -> list[Part]:
    """Return a letter's messages; the same letter gives the same ones.

    Files cannot be sent here; they are on the web, where `web` is.
    """
    message = letter.entry.message
    shown: list[Part] = [_text(piece) for piece in pieces(text(letter.entry, tokens))]
    if image := message.get("image"):
        shown.append(Media.of(image))
    if file := message.get("file"):
        there = f"{web}{file['url']}"
        shown.append(_text(wording.answer("file_on_web", letter.account.language, url=there)))
    return shown


def fitting(entries: Sequence[Entry], tokens: ButtonTokens) -> int:
    """Return how many entries one text can say: it holds 2,048 bytes and no picture."""
    fit = 0
    while fit < len(entries) and not shown_in(entries[fit].message):
        if len(joined(entries[: fit + 1], tokens).encode()) > LARGEST:
            break
        fit += 1
    return fit


def joined(entries: Sequence[Entry], tokens: ButtonTokens) -> str:
    """Return entries as one text."""
    return _BETWEEN.join(text(entry, tokens) for entry in entries)


def text(entry: Entry, tokens: ButtonTokens) -> str:
    """Return what an entry says in words: its text, its table and its choices."""
    message = entry.message
    choices = [
        _choice(str(button["title"]), tokens.token(entry.id, position))
        for position, button in enumerate(message.get("buttons") or ())
    ]
    said = [plain(message.get("text") or ""), _table(message.get("table")), numbered(choices)]
    return _BETWEEN.join(filter(None, said))


def _choice(label: str, token: str) -> str:
    """Return a choice as a link, which says its label for the person, and brings back its token."""
    said = label.translate(_ADDRESS)
    return f'<a href="weixin://bizmsgmenu?msgmenucontent={said}&msgmenuid={token}">{said}</a>'


def _table(table: dict[str, Any] | None) -> str:
    return plain("\n".join(table_lines(table))) if table else ""


def _text(content: str) -> Json:
    return {"msgtype": "text", "text": {"content": content}}
