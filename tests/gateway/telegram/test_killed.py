"""The gateway is killed with a reply on its way: it goes out after the next start, once."""

from dakehu.codes import Channel
from dakehu.settings import Settings
from dakehu.storage.database import Database
from dakehu.storage.messages.accounts import bind
from dakehu.storage.tables import Outbox

from ..fake_engine import FakeEngine
from ..people import hire
from ..process import process
from .bot_api import BotApi
from .phone import CHEN, message


async def test_a_reply_on_its_way_goes_out_after_the_next_start(
    settings: Settings, api: BotApi, engine: FakeEngine
) -> None:
    database = Database(settings.database, settings.clock)
    hire(database)
    with database.transaction() as session:
        bind(session, 1, Channel.TELEGRAM, str(CHEN), "@chenchen")
    update = message("你好")
    api.held = "sendMessage"
    async with process(settings, "telegram"):
        await api.deliver(update)
        await api.holds_one()
    api.held = ""
    with database.transaction() as session:
        session.get_one(Outbox, 1).not_before = None  # the lease of the killed one is over
    async with process(settings, "telegram"):
        await api.deliver(update, message("再见"))
        await api.called("sendMessage", 2, within=60)
    assert api.texts == ["你好", "再见"]
    assert engine.texts == ["你好", "再见"]
    database.close()
