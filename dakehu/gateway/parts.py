"""What the gateway is made of, put together from the settings."""

from dataclasses import dataclass, field

from dakehu.codes import Language
from dakehu.gateway.engine import Engine
from dakehu.gateway.events import Listeners
from dakehu.gateway.housekeeping import Housekeeping
from dakehu.gateway.limits import RateLimit
from dakehu.gateway.metrics import Metrics
from dakehu.gateway.outbox import OutboxWorker
from dakehu.gateway.signing import ButtonTokens, SessionTokens
from dakehu.gateway.threads import DatabaseThreads
from dakehu.gateway.turns import Turns
from dakehu.settings import Settings
from dakehu.storage.database import Database
from dakehu.storage.errors import StorageUnavailable
from dakehu.storage.messages.history import HistoryReader
from dakehu.storage.messages.inbox import InboxStore
from dakehu.storage.messages.outbox import OutboxQueue
from dakehu.storage.messages.sessions import SessionStore

WRONG_CODES_PER_MINUTE = 10


@dataclass
class Gateway:
    """Everything that requests work with, for as long as the process lives."""

    settings: Settings
    metrics: Metrics = field(default_factory=Metrics)
    listeners: Listeners = field(default_factory=Listeners)

    def __post_init__(self) -> None:
        settings = self.settings
        self.database = Database(settings.database, settings.clock)
        self.threads = DatabaseThreads(self.database.engine.dialect.name)
        self.sessions = SessionStore(self.database)
        self.history = HistoryReader(self.database)
        self.inbox = InboxStore(self.database, settings.clock)
        self.session_tokens = SessionTokens(settings.secret)
        self.button_tokens = ButtonTokens(settings.secret)
        self.messages_limit = RateLimit(settings.rate_limit)
        self.wrong_codes = RateLimit(WRONG_CODES_PER_MINUTE)
        self.engine = Engine(
            settings.secret,
            f"http://127.0.0.1:{settings.engine_port}",
            f"http://127.0.0.1:{settings.actions_port}",
        )
        self.turns = Turns(self.inbox, self.engine, self.listeners, self.threads, self.metrics)
        self.outbox = OutboxWorker(
            OutboxQueue(self.database, settings.clock), self.listeners, self.threads, self.metrics
        )
        self.housekeeping = Housekeeping(self.database, settings.clock, self.threads)

    async def language(self, token: str) -> Language | None:
        """Return the language of whom a token signs in, if anybody and the database can tell."""
        claim = self.session_tokens.read(token)
        if claim is None:
            return None
        try:
            person = await self.threads.run(self.sessions.find, claim.fingerprint)
        except StorageUnavailable:
            return None
        return person.language if person else None

    async def start(self) -> None:
        """Take up what is unanswered and unsent."""
        await self.engine.open()
        await self.turns.recover()
        self.outbox.start()
        self.housekeeping.start()

    async def stop(self) -> None:
        """Stop working; what is unfinished is kept."""
        self.listeners.close()
        await self.outbox.stop()
        await self.housekeeping.stop()
        await self.turns.close()
        await self.engine.close()
        self.threads.close()
        self.database.close()
