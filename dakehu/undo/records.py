"""The trail of writes that undoing follows back, and the repository the rules ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

SUBJECTS = ("visit", "visit_plan", "customer", "contact", "customer_alias", "customer_fact")
"""The kinds of rows that can be undone; those further left are what a message was about."""

type Values = Mapping[str, object]


@dataclass(frozen=True)
class Write:
    """What one message did to one row.

    Attributes:
        subject: The kind of row, one of `SUBJECTS`.
        before: The values that were changed; None where the row was created.
        after: What they, or all of a new row, became.
    """

    subject: str
    subject_id: int
    before: Values | None
    after: Values

    @property
    def created(self) -> bool:
        """Whether the row did not exist before."""
        return self.before is None


@dataclass(frozen=True)
class Undone:
    """What was taken back.

    Attributes:
        subject: The kind of the row that the undone message was about.
        created: Whether that row was new, so that it is gone now; else it is as it was before.
        label: A visit's number, a customer's or contact's name, a plan's customer, a fact's words.
        message_id: The message whose writes were taken back.
    """

    subject: str
    subject_id: int
    created: bool
    label: str
    message_id: str


class Trail(Protocol):
    """The audit, as far as undoing needs it."""

    def undone(self, staff_id: int, since: datetime) -> dict[str, Undone]:
        """Return what somebody took back since a moment, latest first, by the message that did."""
        ...

    def messages(self, staff_id: int, since: datetime) -> list[str]:
        """List the messages by which somebody wrote what can be undone, latest first."""
        ...

    def writes(self, staff_id: int, message_id: str) -> list[Write]:
        """List the rows that a message of somebody wrote, in the order of the first write."""
        ...

    def stands(self, write: Write) -> bool:
        """Tell whether the row still has the values that the write gave it."""
        ...

    def has_dependants(self, customer_id: int, besides: frozenset[int]) -> bool:
        """Tell whether anything hangs on a customer but these contacts."""
        ...

    def label(self, subject: str, subject_id: int) -> str:
        """Return what a row is called."""
        ...

    def take_back(self, write: Write, now: datetime) -> None:
        """Write the earlier values as a new version; a new row is marked deleted or cancelled."""
        ...

    def note(self, undone: Undone) -> None:
        """Write into the audit that this was taken back."""
        ...
