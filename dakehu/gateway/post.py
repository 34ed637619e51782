"""Delivering a letter to a chat, and noting what became of it."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from dakehu.codes import Channel
from dakehu.gateway.channels.chat import ChatChannel, Later, Refused, Unreachable
from dakehu.gateway.events import Listeners
from dakehu.gateway.metrics import Metrics
from dakehu.gateway.threads import DatabaseThreads
from dakehu.storage.messages.accounts import AccountStore
from dakehu.storage.messages.letters import Letter, Outcomes
from dakehu.storage.messages.queue import OutboxQueue

log = logging.getLogger(__name__)


@dataclass
class Post:
    """What the workers share."""

    queue: OutboxQueue
    outcomes: Outcomes
    accounts: AccountStore
    listeners: Listeners
    threads: DatabaseThreads
    metrics: Metrics
    chats: Mapping[Channel, ChatChannel] = field(default_factory=dict)

    async def deliver(self, letter: Letter) -> bool:
        """Send a letter; returns whether the next one of this chat may follow."""
        run, outcomes = self.threads.run, self.outcomes

        async def part_sent(parts: int) -> None:
            await run(outcomes.part_sent, letter, parts)

        try:
            await self.chats[letter.account.channel].send(letter, part_sent)
        except Unreachable as error:
            if error.blocked:
                await run(self.accounts.blocked, letter.account.id)
            await run(outcomes.unreachable, letter, str(error))
            return False
        except Refused as error:
            log.error("outbox %s was refused: %s", letter.outbox_id, error)
            await run(outcomes.refused, letter, str(error))
        except Later as error:
            wait = None if error.wait is None else timedelta(seconds=error.wait)
            await run(outcomes.failed, letter.outbox_id, str(error), wait)
            return False
        else:
            await run(outcomes.sent, letter)
            self.metrics.sent.inc()
        return True
