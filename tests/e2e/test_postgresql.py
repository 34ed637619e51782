"""The whole system on PostgreSQL: a kill in the middle of the write, and everything before it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from dakehu.clock import FrozenClock
from dakehu.storage.database import Database
from dakehu.storage.tables import Inbox, Visit, VisitPlan

from .conftest import furnished, run
from .person import Person, rows, until
from .system import System

STORY = "下午去华东机电拜访了王建国，聊了电缆报价，有进展，下周三再去"
WAITING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE wait_event_type = 'Lock' AND datname = current_database()
"""


@pytest.fixture(scope="module")
def url(_postgresql_server: str) -> str:
    with psycopg.connect(_postgresql_server, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS e2e")
        connection.execute("CREATE DATABASE e2e")
    own = make_url(_postgresql_server).set(database="e2e")
    return own.render_as_string(hide_password=False)


@pytest.fixture(scope="module")
def database(url: str, clock: FrozenClock) -> Iterator[Database]:
    with furnished(url, clock) as database:
        yield database


@pytest.fixture(scope="module")
def running(
    url: str, database: Database, model: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[System]:
    with run(url, tmp_path_factory.mktemp("postgresql"), model) as system:
        yield system


@pytest.mark.parametrize("victim", ["actions", "engine", "gateway"])
def test_a_kill_in_the_middle_of_the_write_neither_loses_nor_doubles(  # noqa: PLR0917 - fixtures
    system: System, specialist: Person, database: Database, url: str, day: str, victim: str
) -> None:
    specialist.say(day + STORY)
    visits = len(rows(database, Visit))
    confirm = specialist.button("确认")
    with psycopg.connect(url) as lock, psycopg.connect(url, autocommit=True) as look:
        lock.execute("LOCK TABLE visit_plan IN EXCLUSIVE MODE")  # the visit itself is written
        with ThreadPoolExecutor() as threads:
            sending = threads.submit(specialist.send, confirm)
            until(lambda: look.execute(WAITING).fetchone() == (1,))
            system.kill(victim)
            lock.rollback()
            sending.result()
    system.start()
    specialist.deliver(confirm)
    assert len(rows(database, Visit)) == visits + 1
    plans = [(p.staff_id, p.customer_id, p.planned_at) for p in rows(database, VisitPlan)]
    assert len(plans) == len(set(plans)) > 0
    assert rows(database, Visit)[-1].number in specialist.text
    assert all(kept.state == "answered" for kept in rows(database, Inbox))


def test_two_people_at_the_same_customer_at_once_both_have_their_visit(
    specialist: Person, manager: Person, database: Database, day: str
) -> None:
    people = [specialist, manager]
    for person in people:
        person.say(day + STORY)
    before = len(rows(database, Visit))
    with ThreadPoolExecutor() as threads:
        answers = list(threads.map(lambda person: person.press("确认"), people))
    visits = rows(database, Visit)[before:]
    assert len({visit.number for visit in visits}) == 2
    for visit in visits:
        assert sum(visit.number in answer for answer in answers) == 1
