"""Advising an opener for a customer: of the ways that facts are known for, by what worked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from dakehu import access
from dakehu.access import Task
from dakehu.coaching.opener.choice import ranking
from dakehu.coaching.opener.facts import KIND_OF, Given, known
from dakehu.coaching.opener.records import Record
from dakehu.codes import FactKind, Opener
from dakehu.customer.records import Customer
from dakehu.desk import Desk
from dakehu.handbook.openers import Need, ways
from dakehu.handbook.texts import gaps

LATEST = 10_000
"""Visits of the department that are learnt from: tastes change, and an answer must not wait."""


@dataclass(frozen=True)
class Wish:
    """What an opener is wanted for.

    Attributes:
        contact: How the person to be spoken to is addressed, where that is known.
        way: The way that was asked for, if one was.
        said: Ways that were advised already.
        lines: The line that each way was last said with, so that it is not said again at once.
    """

    customer_id: int
    language: str
    contact: str | None = None
    way: Opener | None = None
    said: Collection[Opener] = ()
    lines: Mapping[Opener, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Advice:
    """An opener, its words, and what they are built on.

    Attributes:
        line: Which of the way's lines it is.
        again: Every way that can be used had been advised before.
        lacking: The kind of fact that might make a better opener and is not known.
    """

    customer: Customer
    opener: Opener
    words: str
    line: int
    given: Given
    again: bool = False
    lacking: FactKind | None = None


@dataclass(frozen=True)
class Figures:
    """How each opener went, and which of them could be used with the customer now."""

    customer: Customer
    records: Mapping[Opener, Record]
    usable: Collection[Opener]


def advise(desk: Desk, wish: Wish) -> Advice:
    """Choose an opener and fill its words with what is known; the same message says the same.

    Raises:
        Denied: The role may not, or the customer is not within reach.
        Missing: No such customer.
    """
    customer = access.require_customer(desk, Task.BE_COACHED, wish.customer_id)
    draw = Random(desk.message_id)  # noqa: S311 - no secret
    facts = known(desk, customer, wish.language)
    order = ranking(_records(desk, customer), draw)
    usable = [opener for opener in order if ways()[opener].needs in facts]
    fresh = [opener for opener in usable if opener not in wish.said]
    opener = wish.way if wish.way in usable else (fresh or _but_last(usable, wish.said))[0]
    given = facts[ways()[opener].needs]
    line, spoken = _words(opener, customer, given, wish, draw)
    lacking = _lacking(order, opener, facts, wish)
    return Advice(customer, opener, spoken, line, given, not fresh, lacking)


def figures(desk: Desk, customer_id: int, language: str) -> Figures:
    """Show what the choice for a customer goes by.

    Raises:
        Denied: The role may not, or the customer is not within reach.
        Missing: No such customer.
    """
    customer = access.require_customer(desk, Task.BE_COACHED, customer_id)
    facts = known(desk, customer, language)
    usable = [opener for opener in Opener if ways()[opener].needs in facts]
    return Figures(customer, _records(desk, customer), usable)


def _records(desk: Desk, customer: Customer) -> Mapping[Opener, Record]:
    """Count for the whole department: one person's cases are too few, and counts name nobody."""
    return desk.openers.records(customer.industry, customer.level, LATEST)


def _but_last(usable: Sequence[Opener], said: Collection[Opener]) -> Sequence[Opener]:
    """Begin anew when all were said, though not with the one said last."""
    last = [*said][-1:]
    return [opener for opener in usable if opener not in last] or usable


def _words(
    opener: Opener, customer: Customer, given: Given, wish: Wish, draw: Random
) -> tuple[int, str]:
    """Fill a line that was not said last; one that names a contact only if there is one."""
    way = ways()[opener]
    values = {"customer": customer.short_name or customer.name, way.needs: given.words}
    if wish.contact:
        values["contact"] = wish.contact
    lines = way.templates.in_(wish.language)
    fit = [at for at, line in enumerate(lines) if gaps(line) <= values.keys()]
    at = draw.choice([at for at in fit if at != wish.lines.get(opener)] or fit)
    return at, lines[at].format_map(values)


def _lacking(
    order: Sequence[Opener], chosen: Opener, facts: Mapping[Need, Given], wish: Wish
) -> FactKind | None:
    """Name the fact worth asking for: of a way that was asked for or seems better than the chosen.

    Where no fact of the customer is known at all, any is worth asking for.
    """
    if wish.way and wish.way is not chosen:
        return KIND_OF.get(ways()[wish.way].needs)
    none_known = not facts.keys() & KIND_OF.keys()
    better = order if none_known else order[: order.index(chosen)]
    missing = [need for o in better if (need := ways()[o].needs) in KIND_OF and need not in facts]
    return KIND_OF[missing[0]] if missing else None
