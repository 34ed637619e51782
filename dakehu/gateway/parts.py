"""What the gateway is made of, put together from the settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dakehu.codes import Channel, Language
from dakehu.gateway.binding import Binding
from dakehu.gateway.channels.chat import ChatChannel
from dakehu.gateway.chats import Chats
from dakehu.gateway.engine import Engine
from dakehu.gateway.events import Listeners
from dakehu.gateway.housekeeping import Housekeeping
from dakehu.gateway.incoming import Presses
from dakehu.gateway.limits import RateLimit
from dakehu.gateway.metrics import Metrics
from dakehu.gateway.outbox import Outbox
from dakehu.gateway.post import Post
from dakehu.gateway.signing import ButtonTokens, SessionTokens
from dakehu.gateway.threads import DatabaseThreads
from dakehu.gateway.turns import Turns
from dakehu.gateway.uploads import Uploads
from dakehu.settings import Settings
from dakehu.storage.database import Database
from dakehu.storage.errors import StorageUnavailable
from dakehu.storage.files import FileStore
from dakehu.storage.messages.accounts import AccountStore
from dakehu.storage.messages.history import HistoryReader
from dakehu.storage.messages.inbox import InboxStore
from dakehu.storage.messages.letters import Outcomes
from dakehu.storage.messages.queue import OutboxQueue
from dakehu.storage.messages.sessions import SessionStore

WRONG_CODES_PER_MINUTE = 10


@dataclass
class Gateway:
    """Everything that requests work with, for as long as the process lives."""

    settings: Settings
    channels: Mapping[Channel, ChatChannel] = field(default_factory=dict)
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
        self.files = FileStore(self.database, settings.home)
        self.uploads = Uploads(self.files, self.threads)
        self.presses = Presses(self.button_tokens, self.history, self.threads)
        self.accounts = AccountStore(self.database)
        post = Post(
            OutboxQueue(self.database, settings.clock, self.channels),
            Outcomes(self.database, settings.clock, self.channels),
            self.accounts,
            self.listeners,
            self.threads,
            self.metrics,
            self.channels,
        )
        self.outbox = Outbox(post)
        self.turns = Turns(
            self.inbox, self.engine, self.listeners, self.outbox, self.threads, self.metrics
        )
        self.chats = Chats(
            self.accounts,
            Binding(self.database, settings.secret, self.wrong_codes, self.threads),
            self.presses,
            self.uploads,
            self.turns,
            self.messages_limit,
            self.threads,
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
        for channel in self.channels.values():
            await channel.start(self)
        self.outbox.start()
        self.housekeeping.start()

    async def stop(self) -> None:
        """Stop working; what is unfinished is kept."""
        self.listeners.close()
        await self.outbox.stop()
        for channel in self.channels.values():
            await channel.stop()
        await self.housekeeping.stop()
        await self.turns.close()
        await self.engine.close()
        self.threads.close()
        self.database.close()
