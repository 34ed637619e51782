"""The way to the Bot API: the library's bot, and what its errors mean for a letter."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import cast

from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from dakehu.gateway.channels.chat import Later, Refused, Unreachable
from dakehu.settings import Telegram

# The library's own way to say that durations are read as `timedelta`, not as numbers.
os.environ.setdefault("PTB_TIMEDELTA", "true")
# It writes every address it calls, and these hold the bot's token.
logging.getLogger("httpx").setLevel(logging.WARNING)

type TelegramBot = ExtBot[int]

_CONNECTIONS = 64
_PATIENCE = 15.0  # seconds for one call; well within the lease of a letter


class Api:
    """A bot and its connections."""

    def __init__(self, settings: Telegram) -> None:
        address = settings.api_url.rstrip("/")
        self._requests = [
            HTTPXRequest(count, read_timeout=_PATIENCE, pool_timeout=_PATIENCE)
            for count in (_CONNECTIONS, 1)
        ]
        self.bot: TelegramBot = ExtBot(
            settings.token,
            f"{address}/bot",
            f"{address}/file/bot",
            request=self._requests[0],
            get_updates_request=self._requests[1],
            rate_limiter=AIORateLimiter(),
        )
        self.id = settings.token.partition(":")[0]

    async def close(self) -> None:
        """Close the connections."""
        for request in self._requests:
            await request.shutdown()


def wait_asked_for(error: RetryAfter) -> float:
    """Return how many seconds Telegram asks us to wait."""
    return cast(timedelta, error.retry_after).total_seconds()


@contextmanager
def telling_why() -> Iterator[None]:
    """Turn the library's errors into what the outbox understands."""
    try:
        yield
    except RetryAfter as error:
        raise Later(error.message, wait_asked_for(error)) from None
    except Forbidden as error:  # blocked, deactivated, or never begun
        raise Unreachable(error.message, blocked=True) from None
    except BadRequest as error:
        if "chat not found" in error.message.lower():
            raise Unreachable(error.message, blocked=True) from None
        raise Refused(error.message) from None
    except TelegramError as error:  # no way there, no answer in time, or a fault of theirs
        raise Later(error.message) from None
