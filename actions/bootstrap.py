"""The one place that wires the actions to settings, database, clock and each other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from actions.catalogue import FLOWS, TOPICS
from actions.forms.flow import Flow
from actions.names import NameCache
from actions.turn import Turn
from dakehu.clock import Clock
from dakehu.settings import load
from dakehu.storage.database import Database


@dataclass(frozen=True)
class Services:
    """What actions need besides the message.

    Attributes:
        flows: The forms by name.
        topics: What can be answered in the middle of a form, by intent.
    """

    database: Database
    clock: Clock
    names: NameCache
    flows: Mapping[str, Flow]
    topics: Mapping[str, Callable[[Turn], None]]


@cache
def services() -> Services:
    """Wire the actions once a process, from the environment."""
    settings = load()
    return Services(
        Database(settings.database, settings.clock),
        settings.clock,
        NameCache(),
        FLOWS,
        TOPICS,
    )
