"""What an update of Telegram's says, in the gateway's words.

The person is `from` of the update and nothing else; what a text claims is only text.
"""

from collections.abc import Mapping
from dataclasses import replace

from telegram import CallbackQuery, Document, Message, User
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.helpers import effective_message_type

from dakehu.codes import Channel, Language
from dakehu.files import FileProblem, check_size, safe_name
from dakehu.gateway.heard import HandedOver, Heard, Place

UNTOLD_SIZE = 1  # a document's size is optional; what it is then shows when it is fetched

_NOTICES: Mapping[str, str] = {
    "photo": "photo",
    "live_photo": "photo",
    "voice": "voice",
    "audio": "voice",
    "video_note": "voice",
    "sticker": "sticker",
    "animation": "sticker",
    "dice": "sticker",
    "video": "unsupported",
    "contact": "unsupported",
    "poll": "unsupported",
    "checklist": "unsupported",
    "game": "unsupported",
    "invoice": "unsupported",
    "paid_media": "unsupported",
    "story": "unsupported",
}
"""What we cannot take, and the sentence that answers it."""


def is_private(message: Message) -> bool:
    """Tell whether a message is a person's own, in their chat with the bot."""
    sender, chat = message.from_user, message.chat
    return (
        sender is not None
        and not sender.is_bot
        and chat.type == ChatType.PRIVATE
        and chat.id == sender.id
    )


def language(user: User) -> Language | None:
    """Return the language of somebody's app, if we speak it."""
    spoken = (user.language_code or "").partition("-")[0].lower()
    return Language(spoken) if spoken in Language else None


def said(message: Message, bot: str) -> Heard | None:
    """Return what a private message says; none where it only tells of the chat."""
    heard = _from(message, f"{bot}:{message.chat.id}:{message.message_id}")
    if place := _place(message):
        return replace(heard, place=place)
    if message.document and not message.animation:
        return replace(heard, file=_handed_over(message.document))
    if message.text is not None:
        return heard
    notice = _notice(message)
    return replace(heard, notice=notice) if notice else None


def edited(message: Message, bot: str) -> Heard | None:
    """Return what an edited message is answered with; a place that moves is no edit."""
    if _place(message) or message.edit_date is None:
        return None
    place = f"{bot}:{message.chat.id}:{message.message_id}"
    return replace(_from(message, f"{place}:{message.edit_date.timestamp():.0f}"), notice="edited")


def pressed(query: CallbackQuery, bot: str) -> Heard:
    """Return a pressed button."""
    return replace(_by(query.from_user, f"{bot}:{query.id}"), button=query.data)


def _by(sender: User, external_id: str) -> Heard:
    """Return what is known of whoever sent something.

    Its id is not the update's, for those begin anew anywhere after a quiet week.
    """
    account = str(sender.id)
    return Heard(Channel.TELEGRAM, account, external_id, sender.name, language(sender))


def _from(message: Message, external_id: str) -> Heard:
    assert message.from_user is not None
    return replace(_by(message.from_user, external_id), text=message.text or message.caption or "")


def _notice(message: Message) -> str | None:
    for kind, notice in _NOTICES.items():
        if message[kind]:
            return notice
    return None if effective_message_type(message) else "unsupported"  # newer than the library


def _place(message: Message) -> Place | None:
    if venue := message.venue:
        return Place(venue.location.latitude, venue.location.longitude, venue.title)
    if where := message.location:
        return Place(where.latitude, where.longitude)
    return None


def _handed_over(document: Document) -> HandedOver:
    name = safe_name(document.file_name or "")
    size = UNTOLD_SIZE if document.file_size is None else document.file_size

    async def fetch() -> bytes:
        try:
            file = await document.get_file()
            check_size(UNTOLD_SIZE if file.file_size is None else file.file_size)
            return bytes(await file.download_as_bytearray())
        except TelegramError:
            raise FileProblem("unavailable", name=name) from None

    return HandedOver(name, size, fetch)
