"""A gateway that serves an app of WeCom's, beside a WeCom that does as it is told.

- `wecom`: the API on the loopback.
- `member`: somebody with the app, whose account is bound to nobody yet; `bound`: to a specialist.
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
from dakehu.gateway.parts import Gateway
from dakehu.settings import Settings, WeCom

from ..fake_engine import FakeEngine
from ..people import settings_for
from ..serving import served
from ..tencent.caller import KEY, TOKEN, Caller
from ..tencent.peer import SECRET, serving
from ..tencent.wechatpy_peer import WeComPeer
from .peer import AGENT, CORP, FakeWeCom


@pytest.fixture
async def wecom() -> AsyncIterator[FakeWeCom]:
    async with serving(FakeWeCom()) as peer:
        yield peer


@pytest.fixture
def settings(
    sqlite_url: str, engine: FakeEngine, clock: FrozenClock, wecom: FakeWeCom, tmp_path: Path
) -> Settings:
    app = WeCom(
        corp_id=CORP, agent_id=AGENT, secret=SECRET, token=TOKEN, aes_key=KEY, api_url=wecom.url
    )
    return settings_for(sqlite_url, engine, clock, home=tmp_path, wecom=app)


@asynccontextmanager
async def calling(settings: Settings, peer: FakeWeCom) -> AsyncIterator[Caller]:
    """Run a gateway, and give a member who talks to it."""
    gateway = Gateway(settings, channels_of(settings))
    async with served(create_app(gateway)) as port:
        url = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=url, trust_env=False, verify=False) as http:
            crypto = WeComPeer(TOKEN, KEY, CORP)
            yield Caller(http, gateway, peer, crypto, Channel.WECOM, CORP)


@pytest.fixture
async def member(settings: Settings, wecom: FakeWeCom) -> AsyncIterator[Caller]:
    async with calling(settings, wecom) as caller:
        yield caller


@pytest.fixture
def bound(member: Caller) -> Caller:
    member.bound()
    return member
