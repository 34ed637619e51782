"""The gateway is killed while WeCom has its message, but we do not know it: it is shown once."""

from typing import Any

import pytest

from dakehu.codes import Channel
from dakehu.settings import Settings
from dakehu.storage.database import Database
from dakehu.storage.messages.accounts import bind
from dakehu.storage.messages.outbox import SqlOutbox
from dakehu.storage.tables import Outbox

from ..people import hire
from ..process import process
from .peer import FakeWeCom

CARD = {"text": "先", "buttons": [{"title": "好", "payload": "/affirm"}]}


@pytest.mark.parametrize("message", [{"text": "先"}, CARD], ids=["text", "card"])
async def test_what_wecom_has_already_is_shown_once_after_the_next_start(
    message: dict[str, Any], settings: Settings, wecom: FakeWeCom
) -> None:
    database = Database(settings.database, settings.clock)
    hire(database)
    with database.transaction() as session:
        bind(session, 1, Channel.WECOM, "chen", None)
        SqlOutbox(session).put(1, message, settings.clock.now(), "a", Channel.WECOM)
    wecom.held = True
    async with process(settings, "wecom"):
        await wecom.shows(1, within=60)
    wecom.held = False
    wecom.released.set()
    with database.transaction() as session:
        session.get_one(Outbox, 1).not_before = None  # the lease of the killed one is over
        SqlOutbox(session).put(1, {"text": "后"}, settings.clock.now(), "b", Channel.WECOM)
    async with process(settings, "wecom"):
        await wecom.shows(2, within=60)
    assert wecom.texts[-1] == "后"
    assert len(wecom.shown) == 2
    database.close()
