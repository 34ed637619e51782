"""Groups: the bot answers only when addressed, and only that it talks of work in private.

Nothing said in a group is kept or reaches the engine, so no figures are ever said there.
"""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, MessageEntity
from telegram.constants import ChatType

from dakehu.codes import Language
from dakehu.gateway import wording

_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
_CALLS = (MessageEntity.MENTION, MessageEntity.TEXT_MENTION, MessageEntity.BOT_COMMAND)


def is_addressed(message: Message, bot: str, name: str) -> bool:
    """Tell whether a person in a group says something to the bot: by name, command or reply."""
    sender = message.from_user
    if message.chat.type not in _GROUPS or sender is None or sender.is_bot:
        return False
    answered = message.reply_to_message and message.reply_to_message.from_user
    if answered and str(answered.id) == bot:
        return True
    called = {
        **message.parse_entities(list(_CALLS)),
        **message.parse_caption_entities(list(_CALLS)),
    }
    return any(_means(entity, words, bot, name) for entity, words in called.items())


def answer(language: Language | None, link: str) -> tuple[str, InlineKeyboardMarkup]:
    """Return the one thing the bot says in a group, with the way to its private chat."""
    button = InlineKeyboardButton(wording.answer("write_privately", language), url=link)
    return wording.answer("in_private", language), InlineKeyboardMarkup([[button]])


def _means(entity: MessageEntity, words: str, bot: str, name: str) -> bool:
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user is not None and str(entity.user.id) == bot
    return words.rpartition("@")[2].lower() == name.lower()
