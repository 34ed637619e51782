"""What is done about an update: it goes to the gateway, and whoever sent it is told."""

import logging
from dataclasses import dataclass

from telegram import (
    CallbackQuery,
    ChatMember,
    ChatMemberUpdated,
    InlineKeyboardMarkup,
    Message,
    ReplyParameters,
    Update,
)
from telegram.constants import ChatAction, ChatType

from dakehu.codes import Channel
from dakehu.gateway.channels.telegram import groups, updates
from dakehu.gateway.channels.telegram.bot import Api
from dakehu.gateway.channels.telegram.rendering import TAKEN, taken
from dakehu.gateway.channels.telegram.speaking import Speaking
from dakehu.gateway.heard import Heard
from dakehu.gateway.parts import Gateway
from dakehu.settings import Telegram
from dakehu.storage.errors import StorageUnavailable

log = logging.getLogger(__name__)

KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
"""The updates that we ask for."""


@dataclass
class Hearing:
    """Takes updates in."""

    api: Api
    gateway: Gateway
    settings: Telegram
    speaking: Speaking

    async def take(self, update: Update) -> None:
        """Take an update in; when this returns, it need not be delivered again.

        Raises:
            StorageUnavailable: It could not be kept.
        """
        try:
            await self._take(update)
        except StorageUnavailable:
            raise
        except Exception:  # one that cannot be dealt with must not keep the others
            log.exception("update %s was left out", update.update_id)

    async def _take(self, update: Update) -> None:
        if message := update.message:
            await self._message(message)
        elif (message := update.edited_message) and updates.is_private(message):
            await self._hear(updates.edited(message, self.api.id))
        elif query := update.callback_query:
            await self._press(query)
        elif membership := update.my_chat_member:
            await self._membership(membership)

    async def _message(self, message: Message) -> None:
        if updates.is_private(message):
            await self._hear(updates.said(message, self.api.id))
        elif groups.is_addressed(message, self.api.id, self.settings.name):
            await self._in_group(message)

    async def _hear(self, heard: Heard | None) -> None:
        if heard is None:
            return
        answer = await self.gateway.chats.hear(heard)
        if answer.word:
            self.speaking.say(heard.account, answer.word)
        elif answer.entries is None:
            self.speaking.soon(self.api.bot.send_chat_action(heard.account, ChatAction.TYPING))

    async def _press(self, query: CallbackQuery) -> None:
        if query.data in (None, TAKEN) or query.from_user.is_bot:
            self.speaking.soon(query.answer())
            return
        heard = updates.pressed(query, self.api.id)
        answer = await self.gateway.chats.hear(heard)
        self.speaking.soon(query.answer())
        if answer.word:
            self.speaking.say(heard.account, answer.word)
        elif query.message and query.message.is_accessible:  # else it is too old to be changed
            self.speaking.soon(query.edit_message_reply_markup(_choice(query, idle=answer.idle)))

    async def _membership(self, change: ChatMemberUpdated) -> None:
        """Note that somebody blocked the bot, or lets it write again."""
        if change.chat.type != ChatType.PRIVATE or change.chat.id != change.from_user.id:
            return
        run, accounts = self.gateway.threads.run, self.gateway.accounts
        account = await run(accounts.find, Channel.TELEGRAM, str(change.from_user.id))
        if account is None:
            return
        if change.new_chat_member.status == ChatMember.BANNED:
            await run(accounts.blocked, account.id)
        elif change.new_chat_member.status == ChatMember.MEMBER:
            await run(accounts.unblocked, account)
            self.gateway.outbox.ring(Channel.TELEGRAM)

    async def _in_group(self, message: Message) -> None:
        assert message.from_user is not None
        sender = str(message.from_user.id)
        run, accounts = self.gateway.threads.run, self.gateway.accounts
        account = await run(accounts.find, Channel.TELEGRAM, sender)
        language = account.language if account else updates.language(message.from_user)
        text, keys = groups.answer(language, self.settings.link())
        reply = ReplyParameters(message.message_id, allow_sending_without_reply=True)
        self.speaking.say(message.chat.id, text, reply_markup=keys, reply_parameters=reply)


def _choice(query: CallbackQuery, *, idle: bool) -> InlineKeyboardMarkup | None:
    """Return what takes the place of a keyboard: the choice made, or nothing if it did nothing."""
    keys = query.message.reply_markup if isinstance(query.message, Message) else None
    buttons = [button for row in keys.inline_keyboard for button in row] if keys else []
    label = next((b.text for b in buttons if b.callback_data == query.data), None)
    return taken(label) if label and not idle else None
