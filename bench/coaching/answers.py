"""How long the coach's answers take, the whole way from message to answer, beside the peer's."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from aiohttp import ClientSession, ClientTimeout

from bench.dakehu import Dakehu
from bench.peer import Peer
from bench.system import Bot

PEOPLE = 10
ROUNDS = 3

TALK: tuple[tuple[str, str], ...] = (
    ("a question recommended", "{customer}说产品效果很差，我该怎么问"),
    ("why", "为什么"),
    ("a type explained", "什么叫澄清性提问"),
    ("an opener recommended", "去{customer}用什么开场白好"),
    ("a way explained", "由衷赞美是什么意思"),
    ("wording checked", "帮我看看这句话怎么样：我们可能下周发货"),
    ("a step of the telephone guide", "打电话给{customer}怎么打"),
    ("the next step", "下一步"),
    ("", "结束"),
    ("", "不用"),
    ("a practice round begun", "练一下发票问题"),
    ("a question in the round", "请问发票上具体是哪里不对？"),
    ("another", "为了核对，请问发票号码是多少？"),
    ("the review", "结束"),
    ("a rule of the handbook", "翻译坐哪边"),
    ("figures with a chart", "今年各类提问的效果怎么样"),
)
"""What is said, and what its answer is called; the nameless ones are not measured."""


def table() -> str:
    """Ask both bots, each alone on the machine, and return how long each answer took."""
    with TemporaryDirectory(prefix="dakehu-bench-") as one, TemporaryDirectory() as other:
        peers = _asked(Peer(Path(one)), tuple(("", text) for text in Peer.script))
        ours = _asked(Dakehu(Path(other), PEOPLE + 1), TALK)
    bound = _p95([taken for each in peers.values() for taken in each])
    lines = [_line(name, taken, bound) for name, taken in ours.items() if name]
    return "\n".join(
        [
            f"The peer's messages have a p95 of {bound * 1000:.1f} ms in the same run.",
            "",
            "| answer | p50 (ms) | p95 (ms) | p95, ratio | target |",
            "| --- | ---: | ---: | ---: | --- |",
            *lines,
        ]
    )


def _asked(bot: Bot, talk: tuple[tuple[str, str], ...]) -> Mapping[str, list[float]]:
    bot.train()
    bot.start()
    try:
        return asyncio.run(_talk(bot, talk))
    finally:
        bot.stop()


async def _talk(bot: Bot, talk: tuple[tuple[str, str], ...]) -> Mapping[str, list[float]]:
    """Let people go through the talk; the first only warms everything up."""
    taken: dict[str, list[float]] = defaultdict(list)
    async with ClientSession(timeout=ClientTimeout(total=120)) as client:
        for person in range(PEOPLE + 1):
            for name, text in talk * ROUNDS:
                began = time.perf_counter()
                await bot.say(client, person, text)
                if person:
                    taken[name].append(time.perf_counter() - began)
    return taken


def _p95(taken: list[float]) -> float:
    return quantiles(taken, n=20)[-1]


def _line(name: str, taken: list[float], bound: float) -> str:
    p50, p95 = quantiles(taken, n=2)[0], _p95(taken)
    return f"| {name} | {p50 * 1000:.1f} | {p95 * 1000:.1f} | {p95 / bound:.2f} | ≤ 0.7 |"
