"""The desk: one person, one moment, one transaction, and what the rules work on in it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

# Every rule imports the desk, so the desk names their repositories for the type checker only.
if TYPE_CHECKING:
    from dakehu.account import Accounts
    from dakehu.coaching.effect.records import Effects
    from dakehu.coaching.opener.records import Openers
    from dakehu.coaching.practice.records import Practice
    from dakehu.coaching.question.records import Questions
    from dakehu.customer.records import Customers
    from dakehu.notify import Outbox
    from dakehu.people import Person, Staff
    from dakehu.plan.records import Plans
    from dakehu.undo.records import Trail
    from dakehu.visit.records import Visits


@dataclass(frozen=True)
class Desk:
    """What a rule gets to work with; everything written at it is kept or lost together.

    Attributes:
        person: Who acts, as read from the database in this transaction.
        now: The business clock's moment, in the department's zone.
        message_id: The message that this is done for; the same one never writes twice.
    """

    person: "Person"
    now: datetime
    message_id: str | None
    staff: "Staff"
    customers: "Customers"
    visits: "Visits"
    plans: "Plans"
    trail: "Trail"
    accounts: "Accounts"
    outbox: "Outbox"
    openers: "Openers"
    questions: "Questions"
    practice: "Practice"
    effects: "Effects"

    def day(self, moment: datetime) -> tuple[datetime, datetime]:
        """Return the local day that a moment falls on, as [start, end)."""
        return local_day(moment.astimezone(self.now.tzinfo))


def local_day(moment: datetime) -> tuple[datetime, datetime]:
    """Return the day of a moment in its own zone, as [start, end)."""
    start = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return start, start + timedelta(days=1)
