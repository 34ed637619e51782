"""The Telegram channel, put together."""

import asyncio
import json
import logging

from telegram import Update

from dakehu.codes import Channel
from dakehu.gateway.channels.chat import ChatChannel, PartSent
from dakehu.gateway.channels.telegram import webhook
from dakehu.gateway.channels.telegram.bot import Api
from dakehu.gateway.channels.telegram.hearing import KINDS, Hearing
from dakehu.gateway.channels.telegram.polling import insist, poll
from dakehu.gateway.channels.telegram.sending import Sending
from dakehu.gateway.channels.telegram.speaking import Speaking
from dakehu.gateway.parts import Gateway
from dakehu.settings import Settings, Telegram
from dakehu.storage.messages.letters import Letter

log = logging.getLogger(__name__)


class TelegramChannel(ChatChannel):
    """Listens by webhook where there is a public address, else by polling; sends by the Bot API."""

    channel = Channel.TELEGRAM

    def __init__(self, settings: Settings, telegram: Telegram) -> None:
        self._telegram = telegram
        self._public_url = settings.public_url.rstrip("/")
        self._secret = webhook.secret_token(settings.secret, telegram.token)
        if self._is_called:
            self.router = webhook.router(self._secret, self._take)

    @property
    def _is_called(self) -> bool:
        return self._public_url.startswith("https://")

    async def start(self, gateway: Gateway) -> None:
        """Begin to listen; Telegram may be away meanwhile."""
        self._api = Api(self._telegram)
        self._speaking = Speaking(self._api.bot)
        self._hearing = Hearing(self._api, gateway, self._telegram, self._speaking)
        self._sending = Sending(self._api.bot, gateway)
        self._listening = asyncio.create_task(self._listen())

    async def stop(self) -> None:
        """Stop listening, and let go of connections."""
        self._listening.cancel()
        await asyncio.gather(self._listening, return_exceptions=True)
        await self._speaking.close()
        await self._api.close()

    async def send(self, letter: Letter, part_sent: PartSent) -> None:
        """Send a letter, from its first unsent part on."""
        await self._sending.send(letter, part_sent)

    async def _listen(self) -> None:
        bot = self._api.bot
        me = await insist(bot.get_me)
        if me.name.lower() != f"@{self._telegram.name}".lower():
            log.error("DAKEHU_TELEGRAM_NAME should be %s: links lead elsewhere", me.name)
        if not self._is_called:
            await poll(bot, self._hearing)
        url = self._public_url + webhook.PATH
        await insist(lambda: bot.set_webhook(url, secret_token=self._secret, allowed_updates=KINDS))
        log.info("Telegram calls %s", url)

    async def _take(self, told: bytes) -> None:
        try:
            update = Update.de_json(json.loads(told), self._api.bot)
        except (KeyError, TypeError, AttributeError, ValueError):
            log.exception("an update could not be read")  # nor could it the next time
            return
        await self._hearing.take(update)
