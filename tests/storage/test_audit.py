import pytest
from sqlalchemy import delete, insert, update

from dakehu.clock import FrozenClock
from dakehu.storage.audit import Change, record
from dakehu.storage.database import Database
from dakehu.storage.tables import Audit, Customer, SignInCode, Visit
from tests.storage.rows import customer, specialist, visit


def test_a_creation_is_audited_with_who_where_and_why(
    database: Database, clock: FrozenClock
) -> None:
    with database.transaction() as session:
        person = specialist(session)
    with database.transaction(staff_id=person.id, channel="web", message_id="web:7") as session:
        company = customer(session, clock)
    row = _last(database)
    assert (row.at, row.staff_id, row.channel) == (clock.now(), person.id, "web")
    assert (row.action, row.subject, row.subject_id) == ("customer.create", "customer", company.id)
    assert (row.before, row.message_id) == (None, "web:7")
    assert row.after["name"] == "华东机电有限公司"
    assert row.after["created_at"] == "2026-11-24T10:00:00+08:00"


def test_an_update_is_audited_with_what_changed_only(
    database: Database, clock: FrozenClock
) -> None:
    with database.transaction() as session:
        key = customer(session, clock).id
    with database.transaction() as session:
        row = session.get_one(Customer, key)
        row.region, row.name = "华北", row.name
    last = _last(database)
    assert (last.action, last.before, last.after) == (
        "customer.update",
        {"region": None},
        {"region": "华北"},
    )


def test_a_soft_delete_is_audited_as_one(database: Database, clock: FrozenClock) -> None:
    with database.transaction() as session:
        visit(session, clock).deleted_at = clock.now()
    assert _last(database).action == "visit.delete"


def test_setting_what_is_there_already_leaves_no_audit(
    database: Database, clock: FrozenClock
) -> None:
    with database.transaction() as session:
        row = customer(session, clock)
        row.region = row.region
    assert _count(database) == 2  # the owner and the customer


def test_a_rollback_leaves_neither_row_nor_audit(database: Database, clock: FrozenClock) -> None:
    with pytest.raises(RuntimeError), database.transaction() as session:
        visit(session, clock)
        raise RuntimeError
    with database.reading() as session:
        assert session.query(Visit).count() == 0
    assert _count(database) == 0


def test_a_refusal_is_audited_when_told(database: Database) -> None:
    with database.transaction(message_id="web:9") as session:
        record(session, Change("denied", "customer", 3, after={"wanted": "update"}))
    row = _last(database)
    assert (row.action, row.subject_id, row.message_id) == ("denied", 3, "web:9")


def test_rows_are_never_deleted(database: Database, clock: FrozenClock) -> None:
    with pytest.raises(TypeError, match="never deleted"), database.transaction() as session:
        session.delete(visit(session, clock))


@pytest.mark.parametrize(
    "statement",
    [
        update(Visit).values(summary="x"),
        update(Visit.__table__).values(summary="x"),  # type: ignore[arg-type]
        delete(Visit),
        insert(Customer).values(name="x", owner_id=1),
    ],
)
def test_a_bulk_change_around_the_audit_is_refused(database: Database, statement: object) -> None:
    with pytest.raises(TypeError, match="around the audit"), database.transaction() as session:
        session.execute(statement)  # type: ignore[call-overload]


def test_a_bulk_change_of_codes_needs_no_audit(database: Database, clock: FrozenClock) -> None:
    with database.transaction() as session:
        session.execute(update(SignInCode).values(used_at=clock.now()))
    assert _count(database) == 0


def _last(database: Database) -> Audit:
    with database.reading() as session:
        return session.query(Audit).order_by(Audit.id.desc()).limit(1).one()


def _count(database: Database) -> int:
    with database.reading() as session:
        return session.query(Audit).count()
