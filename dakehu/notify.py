"""Saying something unasked: a reminder, a decision on a request, a digest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


@dataclass(frozen=True)
class Row:
    """A row of a table, and the values it has to have for a message to be said."""

    table: str
    id: int
    values: Mapping[str, object]


class Outbox(Protocol):
    """Takes what is to be said; the gateway says it when it is due, wherever the person is."""

    def put(
        self,
        staff_id: int,
        payload: dict[str, Any],
        due_at: datetime,
        dedupe_key: str,
        *,
        only_while: Row | None = None,
    ) -> bool:
        """Keep a message in the transaction at hand; it is said if that is committed.

        Args:
            staff_id: Whom it is for.
            payload: As an action's reply: `text`, and where wanted `buttons` (`title`, `payload`),
                `table`, `data`.
            due_at: The earliest moment, by the business clock.
            dedupe_key: The same key is never said twice, e.g. `visit_plan:17:reminder`.
            only_while: What must still be so when it is due; else it is withdrawn.

        Returns:
            Whether it is new.
        """
        ...
