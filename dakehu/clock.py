"""The business clock: what "now" and "today" are for rules and replies.

Expiry, back-off and rate limits keep real time and do not use it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Protocol


class Clock(Protocol):
    """Tells the department's present moment."""

    def now(self) -> datetime:
        """Return an aware moment in the department's zone."""
        ...


@dataclass(frozen=True)
class SystemClock:
    """The machine's time in the department's zone."""

    zone: tzinfo

    def now(self) -> datetime:
        """Return the present moment, aware, in the department's zone."""
        return datetime.now(UTC).astimezone(self.zone)


@dataclass(frozen=True)
class FrozenClock:
    """A clock that stands still, for tests and demos (`DAKEHU_NOW`)."""

    moment: datetime

    def now(self) -> datetime:
        """Return the frozen moment, aware."""
        return self.moment
