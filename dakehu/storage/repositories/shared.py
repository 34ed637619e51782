"""What all repositories share: whose rows are within reach, and writes that may come second."""

from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo

from sqlalchemy import ColumnElement, true
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstrumentedAttribute, Session

from dakehu.people import Reach
from dakehu.storage.tables import Base


def within(owner: InstrumentedAttribute[int], reach: Reach) -> ColumnElement[bool]:
    """Return the condition that a row's owner is within somebody's reach."""
    return true() if reach.everyone else owner.in_(sorted(reach.people))


def local(moment: datetime, zone: tzinfo) -> datetime:
    """Return a stored moment in the department's zone."""
    return moment.astimezone(zone)


def zone_of(now: datetime) -> tzinfo:
    """Return the department's zone, which the business clock's moments carry."""
    if now.tzinfo is None:
        raise ValueError("the business clock must give aware moments")
    return now.tzinfo


def first_to_write(session: Session, write: Callable[[], object]) -> bool:
    """Write; False, and nothing of it written, when a unique value is taken already."""
    try:
        with session.begin_nested():
            write()
            session.flush()
    except IntegrityError as error:
        if not _is_duplicate(error):
            raise
        return False
    return True


def change(row: Base, values: Mapping[str, object]) -> None:
    """Set columns of a row."""
    for key, value in values.items():
        setattr(row, key, value)


def _is_duplicate(error: IntegrityError) -> bool:
    """Tell a taken unique value from other violations, in both databases' words."""
    sqlstate = getattr(error.orig, "sqlstate", None)
    return sqlstate == "23505" or "UNIQUE constraint failed" in str(error.orig)
