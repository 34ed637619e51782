"""Without a public address we ask Telegram for updates, again and again."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from telegram import Update
from telegram.error import RetryAfter, TelegramError

from dakehu.gateway.channels.telegram.bot import TelegramBot, wait_asked_for
from dakehu.gateway.channels.telegram.hearing import KINDS, Hearing
from dakehu.storage.errors import StorageUnavailable

log = logging.getLogger(__name__)

FIRST_WAIT = 1.0  # seconds after a failure; doubled after each further one
LONGEST_WAIT = 60.0
_OPEN = timedelta(seconds=30)  # how long Telegram keeps a question open


async def poll(bot: TelegramBot, hearing: Hearing) -> None:
    """Ask for updates as long as this runs; what could not be kept is asked for again."""
    await insist(bot.delete_webhook)
    offset: int | None = None

    async def ask() -> int | None:
        updates = await bot.get_updates(offset, timeout=_OPEN, allowed_updates=KINDS)
        await _take(updates, hearing)
        return updates[-1].update_id + 1 if updates else offset

    while True:
        offset = await insist(ask)


async def insist[T](call: Callable[[], Awaitable[T]]) -> T:
    """Call until it works, more and more rarely."""
    wait = FIRST_WAIT
    while True:
        try:
            return await call()
        except Exception as error:  # whatever it was, listening must not end
            expected = isinstance(error, TelegramError | StorageUnavailable)
            log.warning("Telegram has to wait: %s", error, exc_info=not expected)
            asked_for = wait_asked_for(error) if isinstance(error, RetryAfter) else 0
            await asyncio.sleep(max(wait, asked_for))
            wait = min(wait * 2, LONGEST_WAIT)


async def _take(updates: Sequence[Update], hearing: Hearing) -> None:
    """Take updates in: those of one person in order, people beside each other."""
    people: defaultdict[int | None, list[Update]] = defaultdict(list)
    for update in updates:
        people[update.effective_user.id if update.effective_user else None].append(update)

    async def in_order(of_one: Sequence[Update]) -> None:
        for update in of_one:
            await hearing.take(update)

    ends = await asyncio.gather(*map(in_order, people.values()), return_exceptions=True)
    for failure in filter(None, ends):
        raise failure
