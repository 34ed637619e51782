"""Calling an API of Tencent's: with an access token, which is replaced once when it is refused."""

from collections.abc import Mapping
from typing import Any

import httpx

from dakehu.gateway.channels.chat import Later
from dakehu.gateway.channels.tencent import errors
from dakehu.gateway.channels.tencent.access_token import AccessTokens
from dakehu.gateway.threads import DatabaseThreads
from dakehu.storage.files import StoredFile
from dakehu.storage.messages.access_tokens import AccessTokenStore

TIMEOUT = 8  # seconds; with a token fetched anew, well within the lease of a letter

type Json = Mapping[str, Any]


class Api:
    """One app's way into an API.

    Attributes:
        credentials: Method, address and request of the call that gives an access token.
    """

    def __init__(
        self,
        url: str,
        credentials: Json,
        store: AccessTokenStore,
        threads: DatabaseThreads,
    ) -> None:
        self._http = httpx.AsyncClient(base_url=url, timeout=TIMEOUT)
        self._credentials = credentials
        self._tokens = AccessTokens(store, self._fetch_token, threads)

    async def close(self) -> None:
        """Let go of connections."""
        await self._http.aclose()

    async def post(self, path: str, **request: Any) -> Json:
        """Call something.

        Raises:
            Later, Unreachable, Refused: Why it was not done.
        """
        token = await self._tokens.get()
        answer = await self._post(path, token, request)
        if answer.get("errcode") in errors.STALE_TOKEN:
            token = await self._tokens.get(refused=token)
            answer = await self._post(path, token, request)
        errors.check(answer)
        return answer

    async def upload(self, kind: str, file: StoredFile) -> str:
        """Hand over a picture or a file, and return the id by which it can be sent."""
        media = {"media": (file.name, file.path.read_bytes(), file.media_type)}
        answer = await self.post("/cgi-bin/media/upload", params={"type": kind}, files=media)
        return str(answer["media_id"])

    async def _post(self, path: str, token: str, request: dict[str, Any]) -> Json:
        params = {**request.get("params", {}), "access_token": token}
        return await self._ask(method="POST", url=path, **{**request, "params": params})

    async def _fetch_token(self) -> tuple[str, int]:
        answer = await self._ask(**self._credentials)
        if answer.get("errcode"):
            # Wrong settings lose no messages: they go out once somebody has put them right.
            raise Later(f"no access token: {answer['errcode']} {answer.get('errmsg')}", 60)
        return str(answer["access_token"]), int(answer["expires_in"])

    async def _ask(self, **request: Any) -> Json:
        try:
            response = await self._http.request(**request)
            answer: Json = response.raise_for_status().json()
        except httpx.HTTPStatusError as error:  # its own text has the address, with the token
            raise Later(f"HTTP {error.response.status_code}") from None
        except (httpx.HTTPError, ValueError) as error:
            raise Later(f"{type(error).__name__}: {error}") from None
        return answer
