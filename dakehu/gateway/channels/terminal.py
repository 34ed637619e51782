"""The terminal channel: a client of the web API, for one person and one session."""

from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import httpx

TIMEOUT = httpx.Timeout(60, connect=3)

type Said = dict[str, Any]


class Unreachable(Exception):
    """There is no talking to the gateway; the message is one line for the person."""


class Refused(Exception):
    """The gateway did not take a message; the text says why, in the person's language."""


class Terminal:
    """Says lines and presses buttons; nothing that was answered is given twice."""

    def __init__(self, url: str, transport: httpx.BaseTransport | None = None) -> None:
        """Talk to the gateway at a URL."""
        self._url = url
        self._client = httpx.Client(
            base_url=url, timeout=TIMEOUT, trust_env=False, transport=transport
        )
        self._cursor = "0"
        self._given: set[str] = set()
        self._buttons: list[Said] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def sign_in(self, code: str) -> None:
        """Start a session, and pass over what was said before it.

        Raises:
            Unreachable: No gateway answers, or it does not know the code.
        """
        try:
            self._ask("POST", "/api/session", {"code": code, "channel": "terminal"})
            self._cursor = self._ask("GET", "/api/messages")["cursor"]
        except Refused as error:
            raise Unreachable(str(error)) from None

    def say(self, line: str) -> Iterator[Said]:
        """Say a line, or press the button that it numbers; gives the answers.

        Raises:
            Refused: It was not taken, or will be answered later; the text says which.
            Unreachable: The gateway has gone.
        """
        what = self._pressed(line) or {"text": line.encode("utf-8", "replace").decode()}
        answers = self._ask("POST", "/api/messages", {"id": str(uuid4()), **what})["messages"]
        if answers:
            self._buttons = answers[-1]["buttons"]
        for answer in answers:
            self._given.add(answer["id"])
            yield answer

    def news(self) -> Iterator[Said]:
        """Give what was said meanwhile that no line has been answered with.

        Raises:
            Unreachable: The gateway has gone.
        """
        while page := self._ask("GET", f"/api/messages?after={self._cursor}"):
            self._cursor = page["cursor"]
            if not page["messages"]:
                return
            for said in page["messages"]:
                if said.pop("from") == "bot" and said["id"] not in self._given:
                    self._buttons = said["buttons"] or self._buttons
                    said.pop("at")
                    yield said
            self._given.clear()

    def _pressed(self, line: str) -> dict[str, str] | None:
        number = line.strip()
        if not number.isdecimal() or not 1 <= int(number) <= len(self._buttons):
            return None
        return {"button": self._buttons[int(number) - 1]["token"]}

    def _ask(self, method: str, path: str, body: object = None) -> Said:
        try:
            answer = self._client.request(method, path, json=body)
        except httpx.HTTPError as error:
            reason = f"no gateway answers at {self._url} ({error}); `make up` starts one"
            raise Unreachable(reason) from None
        if answer.is_success:
            found: Said = answer.json()
            return found
        raise Refused(_detail(answer))


def _detail(answer: httpx.Response) -> str:
    try:
        return str(answer.json()["detail"])
    except (ValueError, KeyError, TypeError):
        return f"the gateway answered {answer.status_code}"
