"""A gateway that serves an Official Account, beside a WeChat that does as it is told.

- `wechat`: the API on the loopback.
- `follower`: somebody who follows, bound to nobody yet; `bound`: bound to a specialist.
- `hurried`: WeChat gives us no time at all.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from dakehu.clock import FrozenClock
from dakehu.codes import Channel
from dakehu.gateway.app import create_app
from dakehu.gateway.channels.served import served as channels_of
from dakehu.gateway.channels.wechat.channel import WeChatChannel
from dakehu.gateway.parts import Gateway
from dakehu.settings import Settings, WeChat

from ..fake_engine import FakeEngine
from ..people import settings_for
from ..serving import served
from ..tencent.caller import KEY, TOKEN, Caller
from ..tencent.peer import SECRET, serving
from ..tencent.wechatpy_peer import WeChatPeer
from .peer import APP, FakeWeChat


@pytest.fixture
async def wechat() -> AsyncIterator[FakeWeChat]:
    async with serving(FakeWeChat()) as peer:
        yield peer


@pytest.fixture
def settings(
    sqlite_url: str, engine: FakeEngine, clock: FrozenClock, wechat: FakeWeChat, tmp_path: Path
) -> Settings:
    account = WeChat(app_id=APP, secret=SECRET, token=TOKEN, aes_key=KEY, api_url=wechat.url)
    more = {"wechat": account, "public_url": "https://dakehu.example"}
    return settings_for(sqlite_url, engine, clock, home=tmp_path, **more)


@asynccontextmanager
async def calling(settings: Settings, peer: FakeWeChat) -> AsyncIterator[Caller]:
    """Run a gateway, and give a follower who writes to it."""
    gateway = Gateway(settings, channels_of(settings))
    async with served(create_app(gateway)) as port:
        url = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=url, trust_env=False, verify=False) as http:
            crypto = WeChatPeer(TOKEN, KEY, APP)
            yield Caller(http, gateway, peer, crypto, Channel.WECHAT, "gh_account", "openid-1")


@pytest.fixture
async def follower(settings: Settings, wechat: FakeWeChat) -> AsyncIterator[Caller]:
    async with calling(settings, wechat) as caller:
        yield caller


@pytest.fixture
def bound(follower: Caller) -> Caller:
    follower.bound()
    return follower


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WeChatChannel, "patience", 1e-9)
