"""A call of the Bot API: what it was given, what that shows, and what is wrong with it."""

import json
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from .markup import read


class Failure(Exception):
    """What the API answers instead of a result."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.parameters = parameters


@dataclass(frozen=True)
class Call:
    """A call that was answered well: the method, and what it was given."""

    method: str
    given: dict[str, Any]

    @property
    def labels(self) -> list[list[str]]:
        keyboard = self.given.get("reply_markup", {}).get("inline_keyboard", [])
        return [[button["text"] for button in row] for row in keyboard]

    def token(self, label: str) -> str:
        keyboard = self.given["reply_markup"]["inline_keyboard"]
        return next(b["callback_data"] for row in keyboard for b in row if b["text"] == label)


def shown(given: dict[str, Any]) -> str:
    """Return what a message shows."""
    return read(given["text"]) if given.get("parse_mode") == "MarkdownV2" else given["text"]


async def given_in(request: Request) -> dict[str, Any]:
    """Return what a call was given; a file as its name and content."""
    async with request.form() as form:
        given: dict[str, Any] = {}
        for key, value in form.items():
            if isinstance(value, UploadFile):
                given[key] = (value.filename, await value.read())
            else:
                given[key] = _parsed(key, value)
        attached = {key: value for key, value in given.items() if isinstance(value, tuple)}
        for key, value in given.items():
            if isinstance(value, str) and value.startswith("attach://"):
                given[key] = attached[value.removeprefix("attach://")]
        return given


def _parsed(key: str, value: str) -> Any:
    if key in ("text", "chat_id", "callback_query_id", "url", "secret_token", "file_id"):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def check_keyboard(given: dict[str, Any]) -> None:
    """Refuse buttons that Telegram refuses."""
    for row in given.get("reply_markup", {}).get("inline_keyboard", []):
        for button in row:
            data = button.get("callback_data")
            if data is not None and not 1 <= len(data.encode()) <= 64:
                raise Failure(400, "Bad Request: BUTTON_DATA_INVALID")
            if not button["text"].strip():
                raise Failure(400, "Bad Request: text buttons can't be empty")
