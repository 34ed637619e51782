"""The history's entries as the web channel shows them: buttons get their tokens here."""

from typing import Any

from dakehu.gateway.channels.web.schemas import HistoryMessage, Message
from dakehu.gateway.signing import ButtonTokens
from dakehu.storage.messages.history import Entry


def message(entry: Entry, tokens: ButtonTokens) -> Message:
    """Render a reply."""
    return Message(**_fields(entry, tokens))


def history_message(entry: Entry, tokens: ButtonTokens) -> HistoryMessage:
    """Render something said by either side."""
    sender = "person" if entry.from_person else "bot"
    return HistoryMessage(**{"from": sender}, at=entry.at, **_fields(entry, tokens))


def _fields(entry: Entry, tokens: ButtonTokens) -> dict[str, Any]:
    said = entry.message
    buttons = [
        {"label": button["title"], "token": tokens.token(entry.id, position)}
        for position, button in enumerate(said.get("buttons") or ())
    ]
    shown = {"id": str(entry.id), **said, "buttons": buttons}
    return {**shown, "text": shown.get("text") or ""}
