"""Desks: a person's transaction with the repositories in it, and the audit of refusals."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from dakehu import plan
from dakehu.access import Denied, Reason
from dakehu.clock import Clock
from dakehu.desk import Desk
from dakehu.people import Person
from dakehu.problems import Conflict
from dakehu.storage.audit import Change, record
from dakehu.storage.database import Database
from dakehu.storage.messages.outbox import SqlOutbox
from dakehu.storage.repositories.accounts import SqlAccounts
from dakehu.storage.repositories.customers import SqlCustomers
from dakehu.storage.repositories.effects import SqlEffects
from dakehu.storage.repositories.openers import SqlOpeners
from dakehu.storage.repositories.plans import SqlPlans
from dakehu.storage.repositories.practice import SqlPractice
from dakehu.storage.repositories.questions import SqlQuestions
from dakehu.storage.repositories.shared import zone_of
from dakehu.storage.repositories.staff import SqlStaff
from dakehu.storage.repositories.trail import SqlTrail
from dakehu.storage.repositories.visits import SqlVisits


@contextmanager
def desk(
    database: Database,
    clock: Clock,
    staff_id: int,
    channel: str | None = None,
    message_id: str | None = None,
) -> Iterator[Desk]:
    """Open a desk for a person: one transaction, all or nothing.

    On SQLite only one such desk is open at a time, others wait; a `reading_desk` waits for none.

    Raises:
        Denied: Nobody has the id, they have left, or a rule refuses what is done at the desk;
            nothing is written but the refusal.
        Conflict: Somebody else changed the same row meanwhile; nothing is written.
        StorageUnavailable: The database cannot do it now; nothing is written.
    """
    with (
        _refusals(database, staff_id, channel, message_id),
        _conflicts(),
        database.transaction(staff_id=staff_id, channel=channel, message_id=message_id) as session,
    ):
        yield _desk(session, clock, staff_id, message_id)


@contextmanager
def reading_desk(
    database: Database,
    clock: Clock,
    staff_id: int,
    channel: str | None = None,
    message_id: str | None = None,
) -> Iterator[Desk]:
    """Open a desk that sees one moment of the database and cannot write.

    Raises:
        Denied: As for `desk`, and written down alike.
        StorageUnavailable: The database cannot be read now.
    """
    with _refusals(database, staff_id, channel, message_id), database.reading() as session:
        yield _desk(session, clock, staff_id, message_id)


def mark_missed(database: Database, clock: Clock) -> int:
    """Mark every planned visit whose local day is over as missed; returns how many.

    Raises:
        Conflict: Somebody changed one of them meanwhile; the next run will do it.
        StorageUnavailable: The database cannot do it now.
    """
    now = clock.now()
    with _conflicts(), database.transaction() as session:
        return plan.mark_missed(SqlPlans(session, zone_of(now)), now)


def _desk(session: Session, clock: Clock, staff_id: int, message_id: str | None) -> Desk:
    now = clock.now()
    staff = SqlStaff(session)
    return Desk(
        person=_active(staff.get(staff_id), staff_id),
        now=now,
        message_id=message_id,
        staff=staff,
        customers=SqlCustomers(session, zone_of(now)),
        visits=SqlVisits(session, zone_of(now)),
        plans=SqlPlans(session, zone_of(now)),
        trail=SqlTrail(session),
        accounts=SqlAccounts(session),
        outbox=SqlOutbox(session),
        effects=SqlEffects(session),
        openers=SqlOpeners(session, zone_of(now)),
        questions=SqlQuestions(session),
        practice=SqlPractice(session, zone_of(now)),
    )


def _active(person: Person | None, staff_id: int) -> Person:
    if person is None:
        raise Denied(Reason.UNKNOWN, "staff", staff_id)
    if not person.active:
        raise Denied(Reason.INACTIVE, "staff", staff_id)
    return person


@contextmanager
def _refusals(
    database: Database, staff_id: int, channel: str | None, message_id: str | None
) -> Iterator[None]:
    """Write a refusal into the audit once the transaction in which it happened is gone."""
    try:
        yield
    except Denied as denied:
        known = None if denied.reason is Reason.UNKNOWN else staff_id
        with database.transaction(
            staff_id=known, channel=channel, message_id=message_id
        ) as session:
            reason = {"reason": str(denied.reason)}
            record(session, Change("denied", denied.subject, denied.subject_id, after=reason))
        raise


@contextmanager
def _conflicts() -> Iterator[None]:
    try:
        yield
    except StaleDataError as error:
        raise Conflict(str(error)) from error
