from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.engine import Engine

from dakehu import visit
from dakehu.clock import FrozenClock
from dakehu.codes import VisitMethod
from dakehu.storage.backup import check
from dakehu.storage.database import Database
from dakehu.storage.demo import Size, is_empty, load
from dakehu.storage.errors import Refused, StorageUnavailable
from dakehu.storage.repositories import desk
from dakehu.storage.tables import Customer, Staff, Visit, VisitPlan
from dakehu.visit import VisitDraft
from tests.storage.demo.conftest import TODAY, ZONE
from tests.storage.rows import specialist

SIZE = Size(customers=12, visits=80, months=3)


def _load(engine: Engine, told: Counter[str] | None = None) -> None:
    def count(table: str, rows: int) -> None:
        if told is not None:
            told[table] += rows

    load(engine, SIZE, TODAY, ZONE, count)


def test_an_empty_database_is_filled_and_sound(database: Database, database_url: str) -> None:
    told: Counter[str] = Counter()
    assert is_empty(database.engine)
    _load(database.engine, told)
    assert not is_empty(database.engine)
    assert check(database_url) == []
    with database.reading() as session:
        assert session.query(Visit).count() == told["visit"] == 80
        assert session.query(Customer).count() == told["customer"] == 12


def test_plans_and_their_visits_point_at_each_other(database: Database) -> None:
    _load(database.engine)
    pair = (VisitPlan.id == Visit.plan_id) & (VisitPlan.visit_id == Visit.id)
    with database.reading() as session:
        done = session.scalar(select(func.count(VisitPlan.visit_id)))
        assert session.scalar(select(func.count()).select_from(VisitPlan).join(Visit, pair)) == done


def test_a_visit_can_be_logged_after_it(database: Database, clock: FrozenClock) -> None:
    _load(database.engine)
    with database.reading() as session:
        person = session.query(Staff).filter_by(login="specialist1").one().id
    for number, days in enumerate((0, 1), 1):
        with desk(database, clock, person, "web", f"m{number}") as opened:
            at = opened.now - timedelta(days=days, hours=1)
            logged = visit.log_visit(opened, VisitDraft(1, VisitMethod.PHONE, at, "聊了报价"))
        assert logged.visit.number == f"V20261124-{number:03}"


def test_a_database_in_use_is_left_alone(database: Database) -> None:
    with database.transaction() as session:
        specialist(session)
    with pytest.raises(Refused, match="rows in staff"):
        _load(database.engine)
    with database.reading() as session:
        assert session.query(Customer).count() == 0


def test_what_goes_wrong_on_the_way_leaves_nothing(database: Database) -> None:
    def stop(table: str, _rows: int) -> None:
        if table == "visit":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(database.engine, SIZE, TODAY, ZONE, stop)
    assert is_empty(database.engine)


def test_a_full_disk_leaves_nothing(sqlite_url: str, clock: FrozenClock) -> None:
    database = Database(sqlite_url, clock)

    @event.listens_for(database.engine, "connect")
    def limit(connection: object, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
        connection.execute(f"PRAGMA max_page_count={pages}")  # type: ignore[attr-defined]

    with pytest.raises(StorageUnavailable, match="full"):
        _load(database.engine)
    assert is_empty(database.engine)
    database.close()


def test_sqlite_is_as_safe_as_ever_afterwards(sqlite_url: str, clock: FrozenClock) -> None:
    database = Database(sqlite_url, clock)
    _load(database.engine)
    with database.reading() as session:
        pragmas = [
            session.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "foreign_keys")
        ]
    database.close()
    assert pragmas == ["wal", 1]
    assert not Path(sqlite_url.removeprefix("sqlite:///") + "-journal").exists()
