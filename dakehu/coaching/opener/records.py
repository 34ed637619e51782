"""What the coach knows for an opener, and the repository that the rules ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from dakehu.codes import CustomerLevel, FactKind, Opener
from dakehu.people import Reach
from dakehu.visit.records import UsedOpener


@dataclass(frozen=True)
class Fact:
    """Something noted about a customer, in the words of who noted it."""

    id: int
    customer_id: int
    kind: FactKind
    text: str
    noted_at: datetime


@dataclass(frozen=True)
class NewFact:
    """Something to be noted about a customer."""

    customer_id: int
    kind: FactKind
    text: str


@dataclass(frozen=True)
class Reference:
    """A satisfied customer that may be named to others of its trade."""

    id: int
    name: str
    satisfaction: int


@dataclass(frozen=True)
class Tally:
    """How often an opener was used and its effect told, and how often the customer took it up."""

    used: int = 0
    engaged: int = 0


@dataclass(frozen=True)
class Record:
    """An opener's tallies, from all customers to those most like the one at hand.

    Attributes:
        everywhere: At all customers.
        trade: At customers of the same trade.
        alike: At customers of the same trade and level.
    """

    everywhere: Tally = field(default_factory=Tally)
    trade: Tally = field(default_factory=Tally)
    alike: Tally = field(default_factory=Tally)


class Openers(Protocol):
    """Facts for openers, those prepared for a visit and used at one, and how they went."""

    def facts(self, customer_id: int) -> list[Fact]:
        """List what was noted about a customer, newest first."""
        ...

    def fact_by_message(self, message_id: str) -> Fact | None:
        """Find the fact that a message noted, whatever became of it."""
        ...

    def add_fact(
        self, new: NewFact, staff_id: int, message_id: str | None, now: datetime
    ) -> Fact | None:
        """Note a fact; None when the same message noted one in the meantime."""
        ...

    def references(self, reach: Reach, industry: str, except_id: int) -> list[Reference]:
        """List satisfied customers of a trade within reach, most important first.

        Satisfied: 4 or 5 when that was told last; neither lost nor only a prospect.
        """
        ...

    def records(
        self, industry: str | None, level: CustomerLevel, visits: int
    ) -> Mapping[Opener, Record]:
        """Count how openers went at the department's latest visits, whoever made them."""
        ...

    def prepared(self, plan_id: int) -> list[Opener]:
        """List the openers that are kept for a planned visit."""
        ...

    def prepare(self, plan_id: int, opener: Opener, words: str) -> None:
        """Keep an opener and its words for a planned visit, in place of its earlier words."""
        ...

    def used(self, visit_id: int) -> list[UsedOpener]:
        """List the openers that were used at a visit."""
        ...

    def rate(self, visit_id: int, opener: Opener, engaged: bool) -> None:
        """Note that an opener was used at a visit, and whether the customer took it up."""
        ...
