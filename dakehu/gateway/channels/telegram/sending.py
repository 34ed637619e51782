"""Sends the parts of a letter, each once, in the nearest way that Telegram takes."""

import asyncio
import logging
import re
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import FileSizeLimit, ParseMode
from telegram.error import BadRequest

from dakehu.codes import Language
from dakehu.gateway import wording
from dakehu.gateway.channels.chat import PartSent
from dakehu.gateway.channels.telegram import rendering
from dakehu.gateway.channels.telegram.bot import TelegramBot, telling_why
from dakehu.gateway.channels.telegram.rendering import Attachment, Part, Text
from dakehu.gateway.parts import Gateway
from dakehu.storage.files import StoredFile
from dakehu.storage.messages.letters import Letter

log = logging.getLogger(__name__)

_OURS = re.compile(r"/api/files/(\d+)")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_LARGEST_PICTURE = int(FileSizeLimit.PHOTOSIZE_UPLOAD)
_LARGEST = int(FileSizeLimit.FILESIZE_UPLOAD)


@dataclass(frozen=True)
class Sending:
    """Sends letters to private chats."""

    bot: TelegramBot
    gateway: Gateway

    async def send(self, letter: Letter, part_sent: PartSent) -> None:
        """Send what has not gone out yet; the buttons stand under the last part.

        Raises:
            Later, Unreachable, Refused: Why it did not go out.
        """
        parts = rendering.parts(letter.entry.message)
        keyboard = rendering.keyboard(letter.entry, self.gateway.button_tokens)
        for number, part in enumerate(parts[letter.parts_sent :], letter.parts_sent + 1):
            with telling_why():
                await self._part(letter, part, keyboard if number == len(parts) else None)
            await part_sent(number)

    async def _part(self, letter: Letter, part: Part, keys: InlineKeyboardMarkup | None) -> None:
        chat = letter.account.external_id
        if isinstance(part, Text):
            await self._text(chat, part, keys)
            return
        file = await self._file(part, letter.account.staff_id)
        if file is None or file.size > _LARGEST:
            await self.say(chat, self._on_web(part, letter.account.language), keys)
        else:
            await self._attachment(chat, part, file, keys)

    async def say(self, chat: str, text: str, keys: InlineKeyboardMarkup | None = None) -> None:
        """Send a text as it is."""
        await self.bot.send_message(chat, text, reply_markup=keys, link_preview_options=_NO_PREVIEW)

    async def _text(self, chat: str, text: Text, keys: InlineKeyboardMarkup | None) -> None:
        try:
            await self.bot.send_message(
                chat,
                text.markdown,
                parse_mode=ParseMode.MARKDOWN_V2,
                reply_markup=keys,
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as error:
            if "parse entities" not in error.message.lower():
                raise
            log.error("sent without markup: %s", error.message)
            await self.say(chat, text.plain, keys)

    async def _attachment(
        self, chat: str, part: Attachment, file: StoredFile, keys: InlineKeyboardMarkup | None
    ) -> None:
        content = await asyncio.to_thread(file.path.read_bytes)
        if part.picture and file.size <= _LARGEST_PICTURE:
            try:
                await self.bot.send_photo(chat, content, filename=file.name, reply_markup=keys)
            except BadRequest as error:
                if "chat not found" in error.message.lower():
                    raise
                log.warning("a picture is sent as a document: %s", error.message)
            else:
                return
        await self.bot.send_document(chat, content, filename=file.name, reply_markup=keys)

    async def _file(self, part: Attachment, staff_id: int) -> StoredFile | None:
        ours = _OURS.fullmatch(part.url)
        if ours is None:
            return None
        return await self.gateway.threads.run(self.gateway.files.find, int(ours[1]), staff_id)

    def _on_web(self, part: Attachment, language: Language) -> str:
        here = self.gateway.settings.web_address
        url = f"{here}{part.url}" if part.url.startswith("/") else part.url
        return wording.answer("file_on_web", language, url=url)
