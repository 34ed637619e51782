"""The one place that wires the actions to settings, database, clock and each other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from actions.catalogue import FLOWS, TOPICS
from actions.forms.flow import Flow
from actions.names import NameCache
from actions.turn import Turn
from dakehu.account import Doors
from dakehu.clock import Clock
from dakehu.codes import CHATS, Channel
from dakehu.settings import Settings, load
from dakehu.storage.database import Database
from dakehu.storage.files import FileStore


@dataclass(frozen=True)
class Services:
    """What actions need besides the message.

    Attributes:
        flows: The forms by name.
        topics: What can be answered in the middle of a form, by intent.
        files: Where pictures that are drawn are kept.
    """

    database: Database
    clock: Clock
    names: NameCache
    doors: Doors
    flows: Mapping[str, Flow]
    topics: Mapping[str, Callable[[Turn], None]]
    files: FileStore


@cache
def services() -> Services:
    """Wire the actions once a process, from the environment."""
    settings = load()
    database = Database(settings.database, settings.clock)
    return Services(
        database,
        settings.clock,
        NameCache(),
        _doors(settings),
        FLOWS,
        TOPICS,
        FileStore(database, settings.home),
    )


def _doors(settings: Settings) -> Doors:
    set_up = [channel for channel in Channel if channel in CHATS and getattr(settings, channel)]
    telegram = settings.telegram.name if settings.telegram else None
    return Doors(settings.secret, settings.web_address, set_up, telegram)
