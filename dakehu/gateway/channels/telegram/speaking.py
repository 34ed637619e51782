"""What is said outside the outbox: at once, beside all else, and it may as well fail."""

import asyncio
from collections.abc import Awaitable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from telegram.error import TelegramError

from dakehu.gateway.channels.telegram.bot import TelegramBot
from dakehu.gateway.limits import RateLimit

_WORDS_PER_MINUTE = 20  # to a chat
_RETRIES = 1  # of a word, when Telegram asks to wait
_PATIENCE_AT_STOP = 5  # seconds


@dataclass
class Speaking:
    """Says words that are kept nowhere, and makes calls that only look well."""

    bot: TelegramBot
    _words: RateLimit = field(default_factory=lambda: RateLimit(_WORDS_PER_MINUTE))
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def say(self, chat: int | str, text: str, **more: Any) -> None:
        """Say something; too much of it in one chat is left unsaid."""
        if not self._words.take(str(chat)):
            self.soon(self.bot.send_message(chat, text, rate_limit_args=_RETRIES, **more))

    def soon(self, call: Coroutine[Any, Any, object]) -> None:
        """Make a call that nobody waits for."""
        task = asyncio.create_task(_try(call))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Let what is being said be said, if it is quick."""
        if self._tasks:
            _done, late = await asyncio.wait(self._tasks, timeout=_PATIENCE_AT_STOP)
            for task in late:
                task.cancel()


async def _try(call: Awaitable[object]) -> None:
    with suppress(TelegramError):
        await call
