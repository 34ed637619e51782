"""Booking, moving and withdrawing visits by talking (docs/flows/plan.md, booking.md)."""

from datetime import UTC, datetime

from dakehu.codes import PlanState
from dakehu.storage import tables
from tests.actions.conftest import Talk
from tests.actions.office import Office

BOOK = "约一下华东机电，明天下午三点，谈电缆报价"


def book(talk: Talk) -> None:
    talk.say(BOOK, "plan_visit")
    talk.press("确认")


def test_one_sentence_books_a_visit(talk: Talk, office: Office) -> None:
    card = talk.say(BOOK, "plan_visit")
    assert "11月25日周三 15:00" in card
    assert "电缆报价" in card
    talk.press("确认")
    (plan,) = office.rows(tables.VisitPlan)
    assert plan.planned_at == datetime(2026, 11, 25, 7, tzinfo=UTC)


def test_a_day_without_an_hour_is_asked_for_its_hour(talk: Talk) -> None:
    assert "几点" in talk.say("明天去华东机电谈报价", "plan_visit")
    assert "11月25日周三 14:00" in talk.press("14:00")


def test_a_clash_is_pointed_out(talk: Talk, office: Office) -> None:
    book(talk)
    assert "15:00" in talk.say("约瑞丰新能源明天下午三点半谈付款", "plan_visit")
    assert "什么时候" in talk.press("不，改时间")
    talk.say("后天下午三点半")
    talk.press("确认")
    assert len(office.rows(tables.VisitPlan)) == 2


def test_a_plan_in_the_past_is_offered_as_a_log(talk: Talk) -> None:
    assert "记" in talk.say("约华东机电昨天下午三点谈报价", "plan_visit")
    reply = talk.press(talk.buttons[0])
    assert "怎么联系" in reply or "聊了什么" in reply


def test_a_booking_is_moved(talk: Talk, office: Office) -> None:
    book(talk)
    talk.say("把明天华东机电的拜访改到后天上午十点", "change_booking")
    talk.press("确认")
    (plan,) = office.rows(tables.VisitPlan)
    assert plan.planned_at == datetime(2026, 11, 26, 2, tzinfo=UTC)


def test_a_booking_is_withdrawn_and_that_is_undone(talk: Talk, office: Office) -> None:
    book(talk)
    talk.say("取消明天华东机电的拜访", "cancel_booking")
    talk.press("确认")
    assert office.rows(tables.VisitPlan)[0].state == PlanState.CANCELLED
    talk.say("撤销", "undo")
    assert office.rows(tables.VisitPlan)[0].state == PlanState.PLANNED


def test_the_agenda_shows_what_is_booked(talk: Talk) -> None:
    book(talk)
    assert "华东机电" in talk.say("我明天有什么安排", "show_agenda")
    assert "没有" in talk.say("今天的安排", "show_agenda")
