"""The access token that every call of an API needs: one for all, fetched by one."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from dakehu.gateway.channels.chat import Later
from dakehu.gateway.threads import DatabaseThreads
from dakehu.storage.messages.access_tokens import CLAIM, AccessToken, AccessTokenStore

type Fetch = Callable[[], Awaitable[tuple[str, int]]]
"""Gets a token from the service, and for how many seconds it serves."""

_MARGIN = timedelta(minutes=5)  # before its end a token is no longer relied on
_POLL = 0.1  # seconds between two looks at whether another process has fetched it


class AccessTokens:
    """Gives the token, and replaces it when it ends or is refused."""

    def __init__(self, store: AccessTokenStore, fetch: Fetch, threads: DatabaseThreads) -> None:
        self._store = store
        self._fetch = fetch
        self._threads = threads
        self._known = AccessToken(None, None)
        self._one_at_a_time = asyncio.Lock()

    async def get(self, refused: str | None = None) -> str:
        """Return a token that should be taken; not the one that was refused.

        Raises:
            Later: There is none to be had now.
        """
        async with self._one_at_a_time:
            if token := _usable(self._known, refused):
                return token
            try:
                async with asyncio.timeout(CLAIM.total_seconds()):
                    return await self._shared(refused)
            except TimeoutError:
                raise Later("no access token in time") from None

    async def _shared(self, refused: str | None) -> str:
        """Return the token that all processes share, fetched by us or by another."""
        run = self._threads.run
        while True:
            self._known = await run(self._store.read)
            if token := _usable(self._known, refused):
                return token
            if await run(self._store.claim, self._known):
                return await self._replace()
            await asyncio.sleep(_POLL)

    async def _replace(self) -> str:
        try:
            value, seconds = await self._fetch()
        except BaseException:
            await self._threads.run(self._store.release)
            raise
        await self._threads.run(self._store.keep, value, seconds)
        return value


def _usable(token: AccessToken, refused: str | None) -> str | None:
    if token.value is None or token.expires_at is None or token.value == refused:
        return None
    return token.value if token.expires_at > datetime.now(UTC) + _MARGIN else None
