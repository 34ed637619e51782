from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm.exc import StaleDataError

from dakehu.clock import FrozenClock
from dakehu.codes import Channel, Role, VisitMethod
from dakehu.storage.database import Database
from dakehu.storage.tables import Base, Deal, Outbox, Staff, Visit
from tests.storage.rows import customer, specialist, visit

CHINA = timezone(timedelta(hours=8))


def test_a_moment_comes_back_aware_and_in_utc(database: Database, clock: FrozenClock) -> None:
    with database.transaction() as session:
        visit(session, clock).started_at = datetime(2026, 11, 23, 15, 30, tzinfo=CHINA)
    with database.reading() as session:
        found = session.query(Visit).one().started_at
    assert found == datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
    assert found.utcoffset() == timedelta(0)


def test_a_moment_is_stored_in_utc(database: Database, clock: FrozenClock) -> None:
    with database.transaction() as session:
        visit(session, clock)
    with database.engine.connect() as connection:
        assert "2026-11-24 02:00:00" in str(connection.scalar(text("SELECT started_at FROM visit")))


def test_a_naive_moment_is_refused(database: Database, clock: FrozenClock) -> None:
    with pytest.raises(StatementError, match="must be aware"), database.transaction() as session:
        visit(session, clock).started_at = datetime(2026, 11, 23, 15, 30)  # noqa: DTZ001


def test_codes_come_back_as_codes(database: Database, clock: FrozenClock) -> None:
    with database.transaction() as session:
        visit(session, clock)
    with database.reading() as session:
        assert session.query(Visit).one().method is VisitMethod.ON_SITE
        assert session.query(Staff).one().role is Role.SPECIALIST


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE staff SET role = 'boss'",
        "UPDATE staff SET login = NULL",
        "UPDATE visit SET method = 'telepathy'",
        "UPDATE visit SET satisfaction = 6",
        "UPDATE visit SET satisfaction = 0",
        "UPDATE visit SET customer_id = 4711",
        "UPDATE visit SET plan_id = 4711",
        "UPDATE visit SET started_at = NULL",
        "INSERT INTO customer (name, owner_id, created_at)"
        " SELECT name, owner_id, created_at FROM customer",
        "INSERT INTO visit_opener (visit_id, opener) VALUES (1, 'joke')",
        "INSERT INTO monthly_plan (staff_id, month, indicator, target)"
        " VALUES (1, '2026-11', 'visit', -1)",
        "INSERT INTO monthly_plan (staff_id, month, indicator, target)"
        " VALUES (1, '202611', 'visit', 1)",
    ],
)
def test_what_the_contract_rules_out_the_database_refuses(
    database: Database, clock: FrozenClock, statement: str
) -> None:
    with database.transaction() as session:
        visit(session, clock)
    with database.engine.connect() as connection, pytest.raises(IntegrityError):
        connection.execute(text(statement))


def test_a_visit_number_is_given_once(database: Database, clock: FrozenClock) -> None:
    with pytest.raises(IntegrityError), database.transaction() as session:
        visit(session, clock, "V1")
        visit(session, clock, "V2").number = "V1"


def test_a_message_makes_one_visit(database: Database, clock: FrozenClock) -> None:
    with pytest.raises(IntegrityError), database.transaction() as session:
        visit(session, clock, "V1").source_message_id = "web:1"
        visit(session, clock, "V2").source_message_id = "web:1"


def test_visits_without_a_message_do_not_clash(database: Database, clock: FrozenClock) -> None:
    with database.transaction() as session:
        visit(session, clock, "V1")
        visit(session, clock, "V2")


def test_the_name_of_a_deleted_customer_is_free_again(
    database: Database, clock: FrozenClock
) -> None:
    with database.transaction() as session:
        customer(session, clock).deleted_at = clock.now()
        session.flush()
        customer(session, clock)


def test_of_two_who_change_a_customer_at_once_the_slower_is_told(
    database: Database, clock: FrozenClock
) -> None:
    with database.transaction() as session:
        mine = customer(session, clock)
    with database.transaction() as session:
        session.merge(mine).region = "华北"
    mine.region = "华南"
    with pytest.raises(StaleDataError), database.transaction() as session:
        session.add(mine)


def test_an_update_counts_the_version_up(database: Database, clock: FrozenClock) -> None:
    with database.transaction() as session:
        row = visit(session, clock)
        row.summary = "谈了电缆报价"
        session.flush()
        assert row.version == 2


def test_money_and_chinese_json_keep_every_digit_and_character(
    database: Database, clock: FrozenClock
) -> None:
    with database.transaction() as session:
        person, company = specialist(session), customer(session, clock)
        amount = 987_654_321_098_765
        deal = Deal(
            customer_id=company.id, staff_id=person.id, amount=amount, signed_on=clock.now().date()
        )
        note = Outbox(
            channel=Channel.WEB,
            staff_id=person.id,
            payload={"text": "您好 😀"},
            due_at=clock.now(),
            dedupe_key="1",
        )
        session.add_all([deal, note])
    with database.reading() as session:
        assert session.query(Deal).one().amount == amount
        assert session.query(Outbox).one().payload == {"text": "您好 😀"}
    with database.engine.connect() as connection:
        assert "您好" in str(connection.scalar(text("SELECT CAST(payload AS TEXT) FROM outbox")))


def test_every_foreign_key_of_the_business_has_an_index(database: Database) -> None:
    with database.engine.connect() as connection:
        bare = [
            f"{table}.{key['constrained_columns'][0]}"
            for table in _business_tables()
            for key in inspect(connection).get_foreign_keys(table)
            if key["constrained_columns"][0] not in _leading_columns(connection, table)
        ]
    assert bare == []


def _business_tables() -> list[str]:
    return [m.class_.__tablename__ for m in Base.registry.mappers if m.class_.audited]


def _leading_columns(connection: Connection, table: str) -> set[str | None]:
    inspector = inspect(connection)
    indexes = [index["column_names"][0] for index in inspector.get_indexes(table)]
    uniques = [unique["column_names"][0] for unique in inspector.get_unique_constraints(table)]
    primary = inspector.get_pk_constraint(table)["constrained_columns"][:1]
    return {*indexes, *uniques, *primary}
