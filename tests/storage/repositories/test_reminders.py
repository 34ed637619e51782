"""What is to be said only while something holds, until its time has come."""

from datetime import timedelta

import pytest

from dakehu import plan, visit
from dakehu.codes import Channel, VisitMethod
from dakehu.plan import Plan, PlanDraft
from dakehu.storage import tables
from dakehu.storage.messages.queue import OutboxQueue
from dakehu.visit import VisitDraft
from tests.storage.repositories.conftest import Office

TOLD = {"text": "提醒"}


@pytest.fixture
def planned(office: Office) -> Plan:
    with office.desk(message_id="p1") as opened:
        at = opened.now + timedelta(hours=3)
        one = plan.plan_visit(opened, PlanDraft(office.customers["华东机电"], at)).plan
        assert plan.remind(opened, one, TOLD, hour_known=True)
    return one


def said(office: Office) -> int:
    """Say what is due, and count what was ever said."""
    queue = OutboxQueue(office.database, office.clock)
    for due in queue.due(frozenset(Channel)):
        queue.say(due.id)
    return office.count(tables.History)


def test_a_plan_that_stands_is_spoken_of_when_it_is_due(office: Office, planned: Plan) -> None:
    office.clock.move(hours=1.9)
    assert said(office) == 0
    office.clock.move(hours=0.1)
    assert [said(office), said(office)] == [1, 1]


def test_a_plan_that_was_moved_away_and_back_is_spoken_of(office: Office, planned: Plan) -> None:
    for number, at in enumerate((planned.planned_at + timedelta(days=1), planned.planned_at)):
        with office.desk(message_id=f"m{number}") as opened:
            moved = plan.move_plan(opened, planned.id, at)
            plan.remind(opened, moved, TOLD, hour_known=True)
    office.clock.move(hours=2)
    assert said(office) == 1
    office.clock.move(days=1)
    assert said(office) == 1


def test_a_visit_that_was_made_early_is_not_spoken_of(office: Office, planned: Plan) -> None:
    with office.desk(message_id="v1") as opened:
        company = office.customers["华东机电"]
        visit.log_visit(opened, VisitDraft(company, VisitMethod.PHONE, opened.now, "聊了报价"))
    office.clock.move(hours=2)
    assert said(office) == 0
    with office.database.reading() as session:
        (kept,) = session.query(tables.Outbox).all()
    assert kept.withdrawn_at == office.clock.now()
    assert kept.sent_at is None
