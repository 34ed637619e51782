"""Talking to a bot, and how long its answers take."""

import asyncio
import time
from dataclasses import dataclass
from statistics import median, quantiles

from aiohttp import ClientSession, ClientTimeout

from bench.system import Bot

AT_ONCE = 16
ROUNDS = 2
"""How often each person goes through the script."""
LONG = 1_000
PAIRS = 20
"""Messages compared around the 10th and the 1,000th, in turns, so that both see one machine."""
PEOPLE = 2 * AT_ONCE + 12
"""Nobody who is measured has talked before, but for the one of the long conversation."""


@dataclass(frozen=True)
class Speed:
    """What talking to a bot took.

    Attributes:
        p50: The median of serial messages, in seconds.
        p95: What 95 of 100 serial messages stay below, in seconds.
        throughput: Messages a second with 16 conversations at once.
        early: The median around message 10 of a conversation, in seconds.
        late: The median around message 1,000, in seconds.
    """

    p50: float
    p95: float
    throughput: float
    early: float
    late: float


async def measure(bot: Bot) -> Speed:
    """Measure one bot, alone on the machine."""
    async with ClientSession(timeout=ClientTimeout(total=120)) as client:
        people = iter(range(PEOPLE))
        await _talk(bot, client, next(people), len(bot.script))  # everything warm
        serial = [
            seconds
            for _ in range(10)
            for seconds in await _talk(bot, client, next(people), ROUNDS * len(bot.script))
        ]
        throughput = await _crowd(bot, client, [next(people) for _ in range(AT_ONCE)])
        early, late = await _long(bot, client, next(people), next(people))
    return Speed(median(serial), quantiles(serial, n=20)[-1], throughput, early, late)


async def _talk(bot: Bot, client: ClientSession, person: int, messages: int) -> list[float]:
    return [await _timed(bot, client, person, number) for number in range(messages)]


async def _timed(bot: Bot, client: ClientSession, person: int, number: int) -> float:
    started = time.perf_counter()
    await bot.say(client, person, bot.script[number % len(bot.script)])
    return time.perf_counter() - started


async def _crowd(bot: Bot, client: ClientSession, people: list[int]) -> float:
    each = ROUNDS * len(bot.script)
    started = time.perf_counter()
    await asyncio.gather(*(_talk(bot, client, person, each) for person in people))
    return len(people) * each / (time.perf_counter() - started)


async def _long(bot: Bot, client: ClientSession, talker: int, newcomer: int) -> tuple[float, float]:
    await _talk(bot, client, talker, LONG)
    await _talk(bot, client, newcomer, len(bot.script))
    early, late = [], []
    for number in range(PAIRS):
        early.append(await _timed(bot, client, newcomer, number))
        late.append(await _timed(bot, client, talker, number))
    return median(early), median(late)
