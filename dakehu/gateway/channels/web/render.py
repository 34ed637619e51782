"""The history's entries as the web channel shows them: buttons get their tokens here."""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from dakehu.gateway.channels.web.schemas import HistoryMessage, Message
from dakehu.gateway.signing import ButtonTokens
from dakehu.storage.messages.history import Entry
from dakehu.storage.messages.presses import Place


def message(entry: Entry, tokens: ButtonTokens) -> Message:
    """Render a reply."""
    return Message(**_fields(entry, tokens))


def history_message(
    entry: Entry, tokens: ButtonTokens, used: Collection[Place] = ()
) -> HistoryMessage:
    """Render something said by either side; `used` are the buttons that were."""
    sender = "person" if entry.from_person else "bot"
    return HistoryMessage(**{"from": sender}, at=entry.at, **_fields(entry, tokens, used))


def _fields(entry: Entry, tokens: ButtonTokens, used: Collection[Place] = ()) -> dict[str, Any]:
    said = entry.message
    expired = entry.expires_at is None or entry.expires_at <= datetime.now(UTC)
    buttons = [
        {
            "label": button["title"],
            "token": tokens.token(entry.id, position),
            "spent": expired or (entry.id, position) in used,
        }
        for position, button in enumerate(said.get("buttons") or ())
    ]
    shown = {"id": str(entry.id), **said, "buttons": buttons}
    return {**shown, "text": shown.get("text") or ""}
