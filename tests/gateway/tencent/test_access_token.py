"""The access token: one for all who send, in all processes, replaced by one of them."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from dakehu.clock import FrozenClock
from dakehu.codes import Channel
from dakehu.gateway.channels.chat import Later
from dakehu.gateway.channels.tencent.access_token import AccessTokens
from dakehu.gateway.threads import DatabaseThreads
from dakehu.storage.database import Database
from dakehu.storage.messages.access_tokens import CLAIM, AccessToken, AccessTokenStore
from dakehu.storage.tables import ChannelToken


class Service:
    """Hands out tokens; `away` says it cannot."""

    def __init__(self) -> None:
        self.given = 0
        self.away = False
        self.seconds = 7200

    async def fetch(self) -> tuple[str, int]:
        await asyncio.sleep(0)
        if self.away:
            raise Later("away")
        self.given += 1
        return f"token-{self.given}", self.seconds


class Process:
    """One of the gateway's processes, with its own threads and connections."""

    def __init__(self, url: str, clock: FrozenClock, service: Service) -> None:
        self.database = Database(url, clock)
        self.threads = DatabaseThreads(self.database.engine.dialect.name)
        self.store = AccessTokenStore(self.database, Channel.WECOM)
        self.tokens = AccessTokens(self.store, service.fetch, self.threads)

    def close(self) -> None:
        self.threads.close()
        self.database.close()


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
async def processes(
    database_url: str, clock: FrozenClock, service: Service
) -> AsyncIterator[list[Process]]:
    several = [Process(database_url, clock, service) for _ in range(4)]
    yield several
    for process in several:
        process.close()


async def all_get(processes: list[Process], refused: str | None = None) -> list[str]:
    """Have 20 senders ask at once, spread over the processes."""
    askers = (processes[n % len(processes)].tokens.get(refused) for n in range(20))
    return await asyncio.gather(*askers)


async def test_twenty_senders_at_once_fetch_one_token(
    processes: list[Process], service: Service
) -> None:
    assert set(await all_get(processes)) == {"token-1"}
    assert service.given == 1


async def test_twenty_senders_at_once_replace_a_refused_token_once(
    processes: list[Process], service: Service
) -> None:
    await all_get(processes)
    assert set(await all_get(processes, refused="token-1")) == {"token-2"}
    assert set(await all_get(processes, refused="token-1")) == {"token-2"}
    assert service.given == 2


async def test_a_token_that_ends_soon_is_replaced(
    processes: list[Process], service: Service
) -> None:
    service.seconds = 200
    await processes[0].tokens.get()
    service.seconds = 7200
    assert set(await all_get(processes)) == {"token-2"}


async def test_without_the_service_all_wait_and_no_claim_stays(
    processes: list[Process], service: Service
) -> None:
    service.away = True
    with pytest.raises(Later):
        await processes[0].tokens.get()
    service.away = False
    assert await processes[1].tokens.get() == "token-1"


async def test_a_claim_of_a_process_that_died_ends(
    processes: list[Process], service: Service
) -> None:
    assert processes[0].store.claim(AccessToken(None, None))
    assert not processes[1].store.claim(AccessToken(None, None))
    with processes[0].database.transaction() as session:
        claimed_until = session.get_one(ChannelToken, Channel.WECOM).claimed_until
        assert claimed_until is not None
        assert claimed_until <= datetime.now(UTC) + CLAIM
        session.get_one(ChannelToken, Channel.WECOM).claimed_until = datetime.now(UTC) - timedelta(
            1
        )
    assert await processes[1].tokens.get() == "token-1"


async def test_whoever_saw_an_older_token_does_not_replace_the_new_one(
    processes: list[Process],
) -> None:
    await processes[0].tokens.get()
    assert not processes[1].store.claim(AccessToken(None, None))
    assert not processes[1].store.claim(AccessToken("token-0", None))
