"""Logging a visit by talking (docs/flows/visit.md)."""

from datetime import UTC, datetime, timedelta

from dakehu.codes import Outcome, VisitMethod
from dakehu.storage import tables
from tests.actions.conftest import Talk
from tests.actions.office import Office

STORY = (
    "昨天下午去华东机电拜访了王总，聊了电缆报价，他很满意，要我们周五前出方案，下周三再去",
    "Yesterday afternoon I visited Huadong Jidian and met Mr. Wang, talked about the cable "
    "quotation, he was very happy, wants our proposal by Friday, going again next Wednesday",
)


def test_one_sentence_fills_the_whole_card(talk: Talk) -> None:
    card = talk.say(STORY[0], "log_visit")
    for line in (
        "客户：江苏华东机电设备有限公司",
        "联系人：王建国",
        "时间：11月23日周一 下午",
        "方式：上门",
        "下次拜访：12月2日周三",
    ):
        assert line in card
    assert "电缆报价" in card
    assert "方案" in card
    assert talk.buttons == ["确认", "修改", "取消"]


def test_the_time_is_corrected_in_place_and_the_visit_is_saved(talk: Talk, office: Office) -> None:
    talk.say(STORY[0], "log_visit")
    assert "11月23日周一 10:00" in talk.say("时间改成上午十点", "edit_field")
    assert "V" in talk.press("确认")
    (visit,) = office.rows(tables.Visit)
    assert visit.started_at == datetime(2026, 11, 23, 2, tzinfo=UTC)
    assert (visit.method, visit.outcome) == (VisitMethod.ON_SITE, Outcome.PROGRESS)
    (plan,) = office.rows(tables.VisitPlan)
    assert plan.planned_at.date() - visit.started_at.date() == timedelta(days=8)


def test_only_what_is_missing_is_asked_for(talk: Talk) -> None:
    assert "哪家客户" in talk.say("记拜访", "log_visit")
    assert "什么时候" in talk.say("华东机电")
    assert "怎么联系" in talk.say("昨天下午三点")
    assert "聊了什么" in talk.press("电话")
    assert "结果" in talk.say("谈了年度框架协议的价格")
    assert "请核对" in talk.press("有进展")


def test_an_ambiguous_name_is_asked_about_and_narrowed_by_region(talk: Talk) -> None:
    assert "哪一家" in talk.say("昨天上午电话联系了宏达，催款，没进展", "log_visit")
    assert talk.buttons == ["宏达电子科技有限公司", "宏达建设集团有限公司"]
    assert "客户：宏达建设集团有限公司" in talk.say("客户是华北的那家", "edit_field")


def test_an_unknown_customer_is_created_on_the_way(talk: Talk, office: Office) -> None:
    assert "新建" in talk.say("昨天下午拜访了远航船舶，聊了电缆报价，有进展", "log_visit")
    talk.press("新建“远航船舶”")
    talk.press("华东")
    assert "远航船舶" in talk.press("确认")
    assert "客户：远航船舶" in "".join(r["text"] for r in talk.replies)
    talk.press("确认")
    assert len(office.rows(tables.Visit)) == 1


def test_a_visit_in_the_future_is_offered_as_a_plan(talk: Talk, office: Office) -> None:
    assert "约一次拜访" in talk.say("明天下午三点拜访了华东机电，聊了电缆报价", "log_visit")
    talk.press("改为约拜访")
    talk.say("谈电缆报价")
    talk.press("确认")
    assert len(office.rows(tables.VisitPlan)) == 1
    assert not office.rows(tables.Visit)


def test_a_second_visit_on_the_same_day_is_asked_about(talk: Talk, office: Office) -> None:
    talk.say(STORY[0], "log_visit")
    talk.press("确认")
    assert "另一次" in talk.say(STORY[0], "log_visit")
    talk.press("不是，不记了")
    assert len(office.rows(tables.Visit)) == 1


def test_question_types_and_openers_are_stored(talk: Talk, office: Office) -> None:
    talk.say(STORY[0] + "，用了开放式提问，开场白用的赞美", "log_visit")
    talk.press("确认")
    assert len(office.rows(tables.VisitQuestion)) == 1
    assert len(office.rows(tables.VisitOpener)) == 1


def test_a_saved_visit_is_undone_by_its_button(talk: Talk, office: Office) -> None:
    talk.say(STORY[0], "log_visit")
    talk.press("确认")
    assert "已撤销" in talk.press("撤销")
    (visit,) = office.rows(tables.Visit)
    assert visit.deleted_at is not None


def test_the_same_in_english(talk: Talk, office: Office) -> None:
    talk.say("speak English", "set_language")
    card = talk.say(STORY[1], "log_visit")
    assert "Customer: 江苏华东机电设备有限公司" in card
    assert "Contact: 王建国" in card
    assert "How: on site" in card
    assert "10:00" in talk.say("change the time to 10am", "edit_field")
    assert "Saved" in talk.press("Confirm")
    (visit,) = office.rows(tables.Visit)
    assert visit.started_at == datetime(2026, 11, 23, 2, tzinfo=UTC)


def test_what_an_extractor_marked_fills_what_the_rules_leave_empty(talk: Talk) -> None:
    said = "昨天去瑞丰，老大难，聊了很多，有进展"
    assert "目的：老大难" not in talk.say(said, "log_visit")
    talk.say("取消", "cancel")
    assert "目的：老大难" in talk.say(said, "log_visit", purpose="老大难")
