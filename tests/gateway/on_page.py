"""Somebody on the page, in a real browser, beside a fake engine."""

import base64
from typing import Any

from playwright.async_api import Page, expect

from dakehu.codes import Language

from .fake_engine import FakeEngine
from .people import Visitor, hire, new_code

PICTURE_BASE64 = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
    "AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PICTURE = base64.b64decode(PICTURE_BASE64)
"""The smallest PNG."""


async def enter(page: Page, visitor: Visitor, language: Language = Language.ZH) -> int:
    """Sign somebody new in by a link; returns who it is."""
    staff_id = hire(visitor.gateway.database, language=language)
    await enter_as(page, visitor, staff_id)
    return staff_id


async def enter_as(page: Page, visitor: Visitor, staff_id: int) -> None:
    """Sign somebody in by a link."""
    await page.goto(f"/?code={new_code(visitor.gateway.database, staff_id)}")
    await expect(page.locator("#chat")).to_be_visible()


async def said(page: Page) -> list[str]:
    """Return everything that is shown as said."""
    return await page.locator("article > p:first-child").all_text_contents()


def upload(name: str, content: bytes, kind: str = "application/octet-stream") -> dict[str, Any]:
    """Return a file that a person chooses."""
    return {"name": name, "mimeType": kind, "buffer": content}


def says(engine: FakeEngine, **message: Any) -> None:
    """Make the engine answer everything with a message."""

    async def answer(_question: dict[str, Any]) -> list[dict[str, Any]]:
        return [{"text": "请看", **message}]

    engine.answer = answer


async def keep(visitor: Visitor, staff_id: int, name: str, content: bytes) -> str:
    """Keep a file of somebody's; returns its address."""
    file = await visitor.gateway.uploads.keep(staff_id, name, content)
    return f"/api/files/{file.id}"
