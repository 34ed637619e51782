"""A letter as WeCom shows it: texts, a table, pictures and files, and cards with buttons."""

from collections.abc import Iterator
from itertools import batched
from typing import Any

from dakehu.gateway import wording
from dakehu.gateway.channels.tencent.api import Json
from dakehu.gateway.channels.tencent.channel import Part
from dakehu.gateway.channels.tencent.media import shown_in
from dakehu.gateway.channels.tencent.text import numbered, pieces, plain, table_lines
from dakehu.gateway.signing import ButtonTokens
from dakehu.storage.messages.letters import Letter

BUTTONS = 6  # of one card
LONGEST_LABEL = 10  # characters that a button shows
LONGEST_TITLE = 36
LONGEST_BODY = 160

# The app's Markdown has no escapes: what would be markup in a name is shown by a twin.
_MARKUP = str.maketrans("*`[]<>#", "＊｀［］＜＞＃")

type Titled = tuple[str, str]  # what a card says: its first line, and the rest


def parts(letter: Letter, tokens: ButtonTokens) -> list[Part]:
    """Return a letter's messages; the same letter gives the same ones."""
    message = letter.entry.message
    labels = [str(button["title"]) for button in message.get("buttons") or ()]
    text = plain(message.get("text") or "")
    if any(len(label) > LONGEST_LABEL for label in labels):
        text = f"{text}\n\n{numbered([plain(label) for label in labels])}"
        labels = [_shortened(number, label) for number, label in enumerate(labels, 1)]
    before: list[Part] = [*_table(message.get("table")), *shown_in(message)]
    choose = wording.answer("choose", letter.account.language)
    said = _fitting(text, choose) if labels and not before else None
    shown: list[Part] = [] if said else [_text(piece) for piece in pieces(text)]
    return [*shown, *before, *_cards(letter, said or (choose, ""), labels, tokens)]


def is_card(part: Json) -> bool:
    """Tell whether a message is a card, which has an id of its own."""
    return "template_card" in part


def _text(content: str) -> Json:
    return {"msgtype": "text", "text": {"content": content}}


def _table(table: dict[str, Any] | None) -> Iterator[Part]:
    if table:
        head, *rows = (line.translate(_MARKUP) for line in table_lines(table))
        for piece in pieces("\n".join([f"**{head}**", *(f"> {row}" for row in rows)])):
            yield {"msgtype": "markdown", "markdown": {"content": piece}}


def _fitting(text: str, title: str) -> Titled | None:
    """Return a text as a card says it, if it is short enough; with a title if it has none."""
    first, _, rest = text.strip().partition("\n")
    if len(first) > LONGEST_TITLE:
        first, rest = title, text
    return (first, rest.strip()) if first and len(rest) <= LONGEST_BODY else None


def _shortened(number: int, label: str) -> str:
    mark = f"{number}. "
    room = LONGEST_LABEL - len(mark)
    return mark + (label if len(label) <= room else f"{label[: room - 1]}…")


def _cards(letter: Letter, said: Titled, labels: list[str], tokens: ButtonTokens) -> Iterator[Part]:
    """Return as many cards as the buttons need, each under an id that is never given again."""
    made_at = int(letter.entry.at.timestamp())
    for number, some in enumerate(batched(enumerate(labels), BUTTONS)):
        card: dict[str, Any] = {
            "card_type": "button_interaction",
            "main_title": {"title": said[0]},
            "task_id": f"{letter.outbox_id}_{number}_{made_at}",
            "button_list": [
                {"text": label, "style": 1, "key": tokens.token(letter.entry.id, position)}
                for position, label in some
            ],
        }
        if said[1]:
            card["sub_title_text"] = said[1]
        yield {"msgtype": "template_card", "template_card": card}
