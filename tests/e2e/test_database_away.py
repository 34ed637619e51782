"""With the database locked or the disk full the person is told, and nothing is half written."""

import resource
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from dakehu.storage.database import Database
from dakehu.storage.tables import Audit, Inbox, Visit, VisitPlan

from .person import Person, message, rows
from .system import System

STORY = "下午去华东机电拜访了王建国，聊了电缆报价，有进展，下周三再去"


def written(database: Database) -> list[int]:
    return [len(rows(database, table)) for table in (Visit, VisitPlan, Audit)]


@contextmanager
def locked(database: Database) -> Iterator[None]:
    """Keep everybody else from writing."""
    other = sqlite3.connect(str(database.engine.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


@contextmanager
def full(system: System, *names: str) -> Iterator[None]:
    """Let processes write no file any further, as when the disk is full."""
    pids = [system.processes[name].pid for name in names]
    unlimited = resource.RLIM_INFINITY
    for pid in pids:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, unlimited))
    try:
        yield
    finally:
        for pid in pids:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (unlimited, unlimited))


def test_what_a_locked_database_cannot_keep_is_refused_and_may_be_sent_again(
    specialist: Person, database: Database
) -> None:
    said = message(text="你好")
    before = len(rows(database, Inbox))
    with locked(database):
        answer = specialist.send(said)
    assert answer is not None
    assert answer.status_code == 503
    assert "没有保存" in answer.json()["detail"]
    assert len(rows(database, Inbox)) == before
    assert specialist.deliver(said)


def test_a_visit_that_a_locked_database_cannot_take_is_not_half_stored(
    system: System, specialist: Person, database: Database, day: str
) -> None:
    specialist.say(day + STORY)
    before = written(database)
    confirm = specialist.button("确认")
    point = system.points["actions"]
    point.hold("request")
    with ThreadPoolExecutor() as threads:
        sending = threads.submit(specialist.send, confirm)
        point.wait()
        with locked(database):
            point.release_until("answer")
            point.wait()
            assert written(database) == before
        point.release()
        answer = sending.result()
    assert answer is not None
    assert answer.status_code == 200
    assert "没能存上" in answer.text
    assert written(database) == before
    specialist.say("确认")
    assert written(database)[0] == before[0] + 1


def test_a_visit_that_a_full_disk_cannot_take_is_not_half_stored(
    system: System, specialist: Person, database: Database, day: str
) -> None:
    specialist.say(day + STORY)
    before = written(database)
    with full(system, "actions"):
        specialist.press("确认")
        assert "没能存上" in specialist.text
        assert written(database) == before
    specialist.say("确认")
    assert written(database)[0] == before[0] + 1


def test_a_message_that_a_full_disk_cannot_keep_is_refused_and_may_be_sent_again(
    system: System, specialist: Person, database: Database
) -> None:
    said = message(text="你好")
    before = len(rows(database, Inbox))
    with full(system, "gateway"):
        answer = specialist.send(said)
    assert answer is not None
    assert answer.status_code == 503
    assert "没有保存" in answer.json()["detail"]
    assert len(rows(database, Inbox)) == before
    assert specialist.deliver(said)


def test_a_turn_that_a_full_disk_keeps_the_engine_from_remembering_is_repeated(
    system: System, specialist: Person, database: Database, day: str
) -> None:
    specialist.say(day + STORY)
    before = written(database)
    confirm = specialist.button("确认")
    with full(system, "engine"):
        answer = specialist.send(confirm)
    assert answer is not None
    assert answer.status_code == 503
    assert "已经保存" in answer.json()["detail"]
    specialist.deliver(confirm)
    assert written(database)[0] == before[0] + 1
    assert rows(database, Visit)[-1].number in specialist.text
