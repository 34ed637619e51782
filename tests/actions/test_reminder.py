"""What somebody is told before a visit that they planned (docs/flows/plan.md)."""

from datetime import UTC, datetime

import pytest

from dakehu.codes import Channel
from dakehu.storage import tables
from dakehu.storage.messages.queue import OutboxQueue
from tests.actions.conftest import Talk
from tests.actions.office import Office

CUSTOMER = "江苏华东机电设备有限公司"
BOOK = "约一下华东机电，明天下午三点，谈电缆报价"


class Later:
    """A clock that stands at the moment of a reminder."""

    def now(self) -> datetime:
        return datetime(2026, 11, 26, 8, 30, tzinfo=UTC)


def book(talk: Talk, said: str = BOOK) -> None:
    talk.say(said, "plan_visit")
    talk.press("确认")


def said_later(office: Office) -> list[str]:
    """Say everything that is due by then, and return what was said."""
    queue = OutboxQueue(office.database, Later())
    for due in queue.due(frozenset(Channel)):
        queue.say(due.id)
    return [row.message["text"] for row in office.rows(tables.History)]


def test_a_booked_visit_is_reminded_of_an_hour_before(talk: Talk, office: Office) -> None:
    book(talk)
    (kept,) = office.rows(tables.Outbox)
    assert kept.due_at == datetime(2026, 11, 25, 6, tzinfo=UTC)
    assert kept.dedupe_key.endswith(":2026-11-25T07:00")
    assert said_later(office) == [
        "提醒：11月25日周三 15:00去江苏华东机电设备有限公司（电缆报价）。"
    ]


def test_it_is_said_in_english_too(talk: Talk, office: Office) -> None:
    talk.say("english", "set_language")
    talk.say("book 华东机电 tomorrow 3pm for the cable quotation", "plan_visit")
    talk.press("Confirm")
    (said,) = said_later(office)
    assert said.startswith("Reminder: 江苏华东机电设备有限公司, Wed, Nov 25 15:00")


@pytest.mark.parametrize(
    ("intent", "said"),
    [
        ("cancel_booking", "取消明天华东机电的拜访"),
        ("undo", "撤销"),
    ],
)
def test_a_visit_that_is_off_is_not_spoken_of(
    talk: Talk, office: Office, intent: str, said: str
) -> None:
    book(talk)
    talk.say(said, intent)
    if intent == "cancel_booking":
        talk.press("确认")
    assert said_later(office) == []
    assert office.rows(tables.Outbox)[0].withdrawn_at is not None


def test_a_cancellation_that_is_undone_leaves_the_reminder(talk: Talk, office: Office) -> None:
    book(talk)
    talk.say("取消明天华东机电的拜访", "cancel_booking")
    talk.press("确认")
    talk.say("撤销", "undo")
    assert len(said_later(office)) == 1


def test_a_visit_that_was_moved_is_reminded_of_once_at_its_new_time(
    talk: Talk, office: Office
) -> None:
    book(talk)
    talk.say("把明天华东机电的拜访改到后天上午十点", "change_booking")
    talk.press("确认")
    assert said_later(office) == [
        "提醒：11月26日周四 10:00去江苏华东机电设备有限公司（电缆报价）。"
    ]


def test_the_next_visit_of_a_log_is_reminded_of_that_morning(talk: Talk, office: Office) -> None:
    talk.say("昨天下午三点上门拜访华东机电，聊了电缆报价，有进展，后天再去", "log_visit")
    talk.press("确认")
    (kept,) = office.rows(tables.Outbox)
    assert kept.due_at == datetime(2026, 11, 26, 0, 30, tzinfo=UTC)


def reminded(talk: Talk, office: Office) -> Talk:
    """Let the reminder be the last thing that was said."""
    book(talk)
    talk.replies = [office.rows(tables.Outbox)[0].payload]
    return talk


def test_its_button_logs_the_visit(talk: Talk, office: Office) -> None:
    assert "还没到" in reminded(talk, office).press("见完了，记拜访")  # by this clock
    assert talk.slots["draft"]["values"]["customer"]["name"] == CUSTOMER
    assert talk.slots["draft"]["values"]["purpose"] == "电缆报价"


def test_its_button_moves_the_visit(talk: Talk, office: Office) -> None:
    asked = reminded(talk, office).press("改时间")
    assert "请核对" not in asked
    talk.say("后天上午十点")
    talk.press("确认")
    assert office.rows(tables.VisitPlan)[0].planned_at == datetime(2026, 11, 26, 2, tzinfo=UTC)


def test_its_button_withdraws_the_visit_after_a_yes(talk: Talk, office: Office) -> None:
    reminded(talk, office).press("不去了")
    assert office.rows(tables.VisitPlan)[0].state == "planned"
    talk.press("确认")
    assert office.rows(tables.VisitPlan)[0].state == "cancelled"
