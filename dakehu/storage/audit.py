"""The audit: every change of an audited table leaves a row, in the same transaction.

Bulk statements would go around it, so sessions refuse them on audited tables; only demo data,
written through plain connections, has no audit.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import Table, event, insert, inspect
from sqlalchemy.orm import InstanceState, ORMExecuteState, Session, UOWTransaction

from dakehu.clock import Clock
from dakehu.storage.tables import Audit, Base

type Row = dict[str, Any]


@dataclass(frozen=True)
class Origin:
    """Who changes something, by which channel, in answer to which message."""

    clock: Clock
    staff_id: int | None = None
    channel: str | None = None
    message_id: str | None = None


@dataclass(frozen=True)
class Change:
    """What happened to which row; of an update only the columns that changed."""

    action: str
    subject: str | None = None
    subject_id: int | None = None
    before: Row | None = None
    after: Row | None = None


class AuditedSession(Session):
    """A session whose flushes write the audit; `info[Origin]` says who."""


def record(session: Session, *changes: Change) -> None:
    """Write audit rows in the session's transaction, e.g. of the action `denied`."""
    origin: Origin = session.info[Origin]
    signed = {
        "at": origin.clock.now(),
        "staff_id": origin.staff_id,
        "channel": origin.channel,
        "message_id": origin.message_id,
    }
    session.connection().execute(insert(Audit), [vars(change) | signed for change in changes])


@event.listens_for(AuditedSession, "before_flush")
def _refuse_hard_deletes(session: Session, _context: UOWTransaction, _instances: object) -> None:
    for item in session.deleted:
        if item.audited:
            raise TypeError(f"rows of {item.__tablename__} are never deleted: set deleted_at")


@event.listens_for(AuditedSession, "do_orm_execute")
def _refuse_bulk_changes(state: ORMExecuteState) -> None:
    if not (state.is_insert or state.is_update or state.is_delete):
        return
    table = cast(Any, state.statement).table
    if table in _audited_tables():
        raise TypeError(f"a bulk change of {table.name} would go around the audit")


@event.listens_for(AuditedSession, "after_flush")
def _write_audit(session: Session, _context: UOWTransaction) -> None:
    changes = [*_creations(session.new), *_updates(session.dirty)]
    if changes:
        record(session, *changes)


def _creations(items: Iterable[Base]) -> Iterator[Change]:
    for item in items:
        if item.audited:
            after = {key: _plain(value) for key, value in _columns(inspect(item)).items()}
            yield Change(f"{item.__tablename__}.create", *_subject(item), None, after)


def _updates(items: Iterable[Base]) -> Iterator[Change]:
    for item in items:
        before, after = _difference(item) if item.audited else ({}, {})
        if after:
            verb = "delete" if after.get("deleted_at") else "update"
            yield Change(f"{item.__tablename__}.{verb}", *_subject(item), before, after)


def _subject(item: Base) -> tuple[str, int]:
    return item.__tablename__, inspect(item).mapper.primary_key_from_instance(item)[0]


def _columns(state: InstanceState[Any]) -> Row:
    return {c.key: state.dict[c.key] for c in state.mapper.column_attrs if c.key in state.dict}


def _difference(item: Base) -> tuple[Row, Row]:
    state: InstanceState[Any] = inspect(item)
    before, after = {}, {}
    for attribute in state.mapper.column_attrs:
        history = state.attrs[attribute.key].history
        old, new = (_plain(next(iter(side), None)) for side in (history.deleted, history.added))
        if history.has_changes() and old != new:
            before[attribute.key], after[attribute.key] = old, new
    return before, after


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _audited_tables() -> set[Table]:
    mappers = [mapper for mapper in Base.registry.mappers if mapper.class_.audited]
    return {cast(Table, mapper.local_table) for mapper in mappers}
