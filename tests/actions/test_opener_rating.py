"""After a visit is saved: whether its opener worked (docs/flows/opener.md)."""

import pytest

from dakehu.storage import tables
from tests.actions.conftest import Talk
from tests.actions.office import Office
from tests.actions.test_opener import plan
from tests.actions.test_visit import STORY

SIX = 6


def log(talk: Talk, story: str = STORY[0]) -> str:
    talk.say(story, "log_visit")
    return talk.press("确认")


def test_it_is_asked_once_in_the_same_reply(talk: Talk) -> None:
    assert "开场白有效吗" in log(talk)
    assert len(talk.replies) == 1
    assert talk.buttons == ["撤销", "有效", "没什么反应", "没用开场白"]


def test_which_one_is_asked_only_after_an_answer(talk: Talk, office: Office) -> None:
    log(talk)
    assert "哪一种" in talk.press("有效")
    assert len(talk.buttons) == SIX
    assert "有效" in talk.say("赞美", "inform")
    (row,) = office.rows(tables.VisitOpener)
    assert (row.opener, row.engaged) == ("sincere_praise", True)


def test_the_opener_of_the_story_is_asked_about_by_name(talk: Talk, office: Office) -> None:
    reply = log(talk, "昨天去华东机电拜访了王总，聊了电缆报价，没进展，开场白用的赞美")
    assert "开场白（由衷地赞美客户）有效吗" in reply
    talk.say("没什么反应", "out_of_scope")
    (row,) = office.rows(tables.VisitOpener)
    assert row.engaged is False


def test_the_opener_that_was_kept_for_the_visit_is_asked_about(talk: Talk, office: Office) -> None:
    plan(office, day=23)
    with office.database.transaction() as session:
        session.add(tables.VisitPlanOpener(plan_id=1, opener="resonance", words="您怎么看？"))
    assert "开场白（引起客户的共鸣）有效吗" in log(talk)
    assert "引起客户的共鸣，有效" in talk.say("挺有效", "nlu_fallback")
    (row,) = office.rows(tables.VisitOpener)
    assert (row.opener, row.engaged) == ("resonance", True)


@pytest.mark.parametrize(
    ("said", "intent", "engaged"), [("嗯", "affirm", True), ("没有", "deny", False)]
)
def test_a_plain_yes_or_no_answers(
    talk: Talk, office: Office, said: str, intent: str, engaged: bool
) -> None:
    log(talk, "昨天去华东机电拜访了王总，聊了电缆报价，没进展，开场白用的赞美")
    talk.say(said, intent)
    assert office.rows(tables.VisitOpener)[0].engaged is engaged


def test_an_effect_that_was_told_is_not_asked_for(talk: Talk, office: Office) -> None:
    card = talk.say(STORY[0] + "，开场白用的赞美，没效果", "log_visit")
    assert "由衷地赞美客户（没什么反应）" in card
    assert "由衷地赞美客户（有效）" in talk.say("开场白改成挺有效", "edit_field")
    assert "有效吗" not in talk.press("确认")
    assert office.rows(tables.VisitOpener)[0].engaged is True


def test_another_opener_than_was_told_is_asked_about_anew(talk: Talk) -> None:
    talk.say(STORY[0] + "，开场白用的赞美，没效果", "log_visit")
    card = talk.say("开场白改成共鸣", "edit_field")
    assert "开场白：引起客户的共鸣\n" in card
    assert "开场白（引起客户的共鸣）有效吗" in talk.press("确认")


def test_nothing_is_asked_when_they_came_to_us(talk: Talk) -> None:
    assert "有效吗" not in log(talk, "昨天下午华东机电王总来访，谈电缆报价，有进展")


def test_no_opener_is_no_matter(talk: Talk, office: Office) -> None:
    log(talk)
    assert "那就不记了" in talk.say("没用开场白", "deny")
    assert not office.rows(tables.VisitOpener)


def test_ignoring_it_costs_nothing(talk: Talk, office: Office) -> None:
    log(talk)
    assert "请核对这次预约" in talk.say("约华东机电明天下午三点谈电缆报价", "plan_visit")
    assert not office.rows(tables.VisitOpener)


def test_nothing_is_asked_while_another_task_waits(talk: Talk) -> None:
    talk.say("约一下华东机电，明天下午三点", "plan_visit")
    talk.say("昨天上午去了瑞丰新能源见张工，谈样品，有进展", "log_visit")
    talk.press("先放一放，去记拜访")
    reply = talk.press("确认")
    assert "有效吗" not in reply
    assert "继续" in talk.buttons


def test_a_visit_that_was_undone_has_no_opener(talk: Talk) -> None:
    log(talk)
    worked = next(b for r in talk.replies for b in r["buttons"] if b["title"] == "没什么反应")
    talk.press("撤销")
    talk.replies = [{"text": "", "buttons": [worked]}]
    talk.press("没什么反应")
    assert "找不到" in talk.press("由衷地赞美客户")


def test_the_same_in_english(talk: Talk, office: Office) -> None:
    talk.say("speak English", "set_language")
    talk.say(STORY[1], "log_visit")
    assert "Did your opener work?" in talk.press("Confirm")
    assert "Which one" in talk.say("not really", "deny")
    talk.say("praise", "inform")
    assert office.rows(tables.VisitOpener)[0].engaged is False
