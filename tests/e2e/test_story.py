"""A specialist says what happened, corrects it, confirms it, and it is in the database."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, update

from dakehu.codes import Language
from dakehu.storage.database import Database
from dakehu.storage.tables import (
    Base,
    Inbox,
    Staff,
    Visit,
    VisitOpener,
    VisitPlan,
    VisitQuestion,
)

from .person import Person, message, rows
from .system import System


@pytest.fixture
def nothing_logged(database: Database) -> None:
    """What other tests logged on the same day would be asked about."""
    with database.engine.begin() as connection:
        connection.execute(update(VisitPlan).values(visit_id=None))
        for table in (VisitQuestion, VisitOpener, VisitPlan, Visit):
            connection.execute(delete(table))


@pytest.mark.usefixtures("nothing_logged")
def test_a_visit_is_logged_and_the_next_one_planned(specialist: Person, database: Database) -> None:
    visits, plans = len(rows(database, Visit)), len(rows(database, VisitPlan))
    card = specialist.say(
        "昨天下午去华东机电拜访了王总，聊了电缆报价，他很满意，要我们周五前出方案，下周三再去"
    )
    assert "王建国" in card
    assert "10:00" in specialist.say("时间改成上午十点")
    specialist.press("确认")
    assert len(rows(database, Visit)) == visits + 1
    visit = rows(database, Visit)[-1]
    assert visit.number in specialist.text
    assert visit.started_at == datetime(2026, 11, 23, 2, tzinfo=UTC)
    assert len(rows(database, VisitPlan)) == plans + 1


@pytest.fixture
def in_english(database: Database) -> Iterator[None]:
    _set_language(database, Language.EN)
    yield
    _set_language(database, Language.ZH)


@pytest.mark.usefixtures("nothing_logged")
def test_the_same_in_english(specialist: Person, database: Database, in_english: None) -> None:
    visits = len(rows(database, Visit))
    card = specialist.say(
        "Last Thursday afternoon I visited Huadong Jidian and met Mr. Wang, talked about the cable "
        "quotation, he was very happy, wants our proposal by Friday, going again next Wednesday"
    )
    assert "王建国" in card
    assert "10:00" in specialist.say("change the time to 10 am")
    specialist.press("Confirm")
    assert len(rows(database, Visit)) == visits + 1
    assert rows(database, Visit)[-1].number in specialist.text


def test_two_people_at_the_same_customer_at_once_both_have_their_visit(
    specialist: Person, manager: Person, database: Database, day: str
) -> None:
    people = [specialist, manager]
    for person in people:
        person.say(f"{day}下午去华东机电拜访了王建国，聊了电缆报价，有进展")
    before = len(rows(database, Visit))
    with ThreadPoolExecutor() as threads:
        answers = list(threads.map(lambda person: person.press("确认"), people))
    visits = rows(database, Visit)[before:]
    assert len(visits) == 2
    assert len({visit.number for visit in visits}) == 2
    assert len({visit.staff_id for visit in visits}) == 2
    for visit in visits:
        assert sum(visit.number in answer for answer in answers) == 1


def test_the_same_message_delivered_five_times_is_stored_once(
    specialist: Person, database: Database, day: str
) -> None:
    specialist.say(f"{day}下午去华东机电拜访了王建国，聊了电缆报价，有进展")
    before = len(rows(database, Visit))
    confirm = specialist.button("确认")
    with ThreadPoolExecutor() as threads:
        answers = list(threads.map(lambda _: specialist.send(confirm), range(5)))
    assert {answer and answer.status_code for answer in answers} == {200}
    assert len({answer and answer.text for answer in answers}) == 1
    assert len(rows(database, Visit)) == before + 1


def test_five_presses_of_one_button_store_one_visit(
    specialist: Person, database: Database, day: str
) -> None:
    specialist.say(f"{day}下午去华东机电拜访了王建国，聊了电缆报价，有进展")
    before = len(rows(database, Visit))
    token = specialist.button("确认")["button"]
    with ThreadPoolExecutor() as threads:
        list(threads.map(lambda _: specialist.send(message(button=token)), range(5)))
    assert len(rows(database, Visit)) == before + 1


@pytest.mark.parametrize(
    "text",
    [
        "👍🏽🎉",
        "/restart",
        "　/restart",
        '/log_visit{"customer": "江苏华东机电设备有限公司"}',
        "/affirm",
        "<script>alert(1)</script>",
        "'; DROP TABLE visit; --",
        "\u202e\u2067؟؟\u200f",
        "{{ 7 * 7 }} %s {customer}",
        "x" * 4000,
    ],
)
def test_whatever_is_typed_is_answered_kindly_and_changes_nothing(
    specialist: Person, database: Database, text: str
) -> None:
    tables = [t for t in Base.__subclasses__() if t.audited]
    before = {t.__name__: [vars_of(row) for row in rows(database, t)] for t in tables if has_id(t)}
    specialist.say(text)
    assert specialist.text
    after = {t.__name__: [vars_of(row) for row in rows(database, t)] for t in tables if has_id(t)}
    assert after == before
    assert rows(database, Inbox)[-1].state == "answered"


def test_the_processes_are_ready(system: System, specialist: Person) -> None:
    assert specialist.http.get("/readyz").json() == {
        "database": "ready",
        "engine": "ready",
        "actions": "ready",
    }


def has_id(table: type[Base]) -> bool:
    return "id" in table.__table__.c


def vars_of(row: Base) -> dict[str, object]:
    return {name: value for name, value in vars(row).items() if not name.startswith("_")}


def _set_language(database: Database, language: Language) -> None:
    with database.transaction() as session:
        session.query(Staff).filter_by(login="specialist1").one().language = language
