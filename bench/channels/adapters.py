"""What an adapter adds to a message: reading what arrives, and rendering what goes out.

The gateway behind it is stubbed and its service is a stand-in on the loopback; a bare request to
each, timed in turns with the adapter's, is taken off. Both ways together are the overhead.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from uuid import uuid4

import httpx

from bench.channels import callbacks
from bench.channels.services import Services, standing_in
from dakehu.codes import Channel, Language
from dakehu.gateway.app import create_app
from dakehu.gateway.channels.served import served
from dakehu.gateway.heard import Answer, Heard
from dakehu.gateway.parts import Gateway
from dakehu.settings import Settings
from dakehu.storage.messages.accounts import Account
from dakehu.storage.messages.history import Entry
from dakehu.storage.messages.letters import Letter
from dakehu.storage.migrations import upgrade

MESSAGES = 100
_BURST, _PAUSE = 25, 1.0
"""Messages at once, and seconds between: what Telegram's limit of 30 a second lets through."""

CARD = {
    "text": "请核对这次拜访：\n客户：华东机电设备有限公司\n联系人：王建国\n"
    "时间：11月23日周一 下午\n方式：上门\n内容：聊了电缆报价\n结果：有进展\n"
    "满意度：5分 非常满意\n下一步：周五前出方案",
    "buttons": [{"title": t, "payload": "/affirm"} for t in ("确认", "修改", "取消")],
}


@dataclass(frozen=True)
class Overhead:
    """Milliseconds that an adapter adds, in and out."""

    heard: Sequence[float]
    sent: Sequence[float]

    @property
    def p50(self) -> float:
        """Both ways, in the middle."""
        return median(self.heard) + median(self.sent)

    @property
    def p95(self) -> float:
        """Both ways, each as slow as 5 of 100 are."""
        return quantiles(self.heard, n=20)[-1] + quantiles(self.sent, n=20)[-1]


class _Deaf:
    """In the gateway's place: takes everything, and has an answer at once."""

    async def hear(self, heard: Heard, *_patience: object) -> Answer:
        return Answer(entries=[_letter(heard.channel).entry])


def measure() -> dict[Channel, Overhead]:
    """Measure every adapter."""
    with TemporaryDirectory(prefix="dakehu-bench-") as folder:
        return asyncio.run(_measure(Path(folder)))


async def _measure(home: Path) -> dict[Channel, Overhead]:
    async with standing_in() as services:
        settings = services.settings(Settings(_env_file=None, home=home, secret=uuid4().hex))
        upgrade(settings.database)
        gateway = Gateway(settings, served(settings))
        app = create_app(gateway)
        gateway.chats = _Deaf()  # type: ignore[assignment]
        await gateway.start()
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://bench") as client:
            found = {c: await _adapter(gateway, services, client, c) for c in gateway.channels}
        await gateway.stop()
    return found


async def _adapter(
    gateway: Gateway, services: Services, client: httpx.AsyncClient, channel: Channel
) -> Overhead:
    heard, sent = [], []
    async with httpx.AsyncClient(base_url=services.url) as bare:
        for number in range(MESSAGES):
            if number % _BURST == 0:
                await asyncio.sleep(_PAUSE)
            called = callbacks.request(client, gateway.settings, channel, number)
            calls = services.calls
            heard.append(await _took(client.send, called))
            heard[-1] -= await _took(client.get, "/healthz")
            sent.append(await _took(gateway.channels[channel].send, _letter(channel), _noted))
            for _ in range(services.calls - calls):
                sent[-1] -= await _took(bare.post, "/send", json=CARD)
    return Overhead(heard, sent)


def _letter(channel: Channel) -> Letter:
    now = datetime.now(UTC)
    account = Account(1, channel, "77", 1, "陈晨", Language.ZH)
    return Letter(1, account, Entry(2, 1, False, CARD, now, now + timedelta(days=1)), 0)


async def _noted(_parts: int) -> None:
    """Take note of nothing."""


async def _took[**P](call: Callable[P, Awaitable[object]], *a: P.args, **kw: P.kwargs) -> float:
    """Return the milliseconds that a call took."""
    began = time.perf_counter()
    await call(*a, **kw)
    return (time.perf_counter() - began) * 1000
