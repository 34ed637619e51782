"""The telephone guide by talking (docs/flows/telephone.md)."""

import pytest

from dakehu.storage import tables
from tests.actions.conftest import Talk
from tests.actions.office import Office

CALL = "给华东机电王总打电话怎么打"


def to_the_last_step(talk: Talk) -> None:
    for _ in range(7):
        talk.press("下一步")


def test_a_named_call_begins_with_its_first_step(talk: Talk) -> None:
    reply = talk.say(CALL, "phone_guide")
    assert "第1步，共8步" in reply
    assert "王总" in reply
    assert talk.buttons == ["下一步", "结束"]


def test_names_are_filled_in(talk: Talk) -> None:
    talk.say(CALL, "phone_guide")
    assert "陈晨" in talk.say("第三步")
    assert "请问是江苏华东机电设备有限公司的王总吗" in talk.say("第4步")


def test_names_that_are_not_known_stay_gaps(talk: Talk) -> None:
    talk.say("接电话的步骤", "phone_guide")
    assert "请问是［对方单位］的［对方姓名］吗" in talk.say("第4步")


def test_a_name_of_several_customers_is_said_as_it_was_typed(talk: Talk) -> None:
    talk.say("给宏达打电话", "phone_guide")
    assert "请问是宏达的" in talk.say("第4步")


def test_which_end_of_the_line_is_asked(talk: Talk) -> None:
    assert "打出去，还是接电话" in talk.say("电话指引", "phone_guide")
    assert "听到铃声" in talk.press("我接电话")


def test_which_end_of_the_line_may_be_typed(talk: Talk) -> None:
    talk.say("电话指引", "phone_guide")
    assert "准备要说的内容" in talk.say("打出去")


def test_words_do_what_the_buttons_do(talk: Talk) -> None:
    talk.say(CALL, "phone_guide")
    assert "第2步" in talk.say("下一步", "phone_guide")
    assert "第3步" in talk.say("好了", "affirm")
    assert "第4步" in talk.say("next", "inform")
    assert "第3步" in talk.say("上一步", "undo")
    assert "第2步" in talk.say("back")
    assert "第2步" in talk.say("再说一遍", "nlu_fallback")
    assert "第8步" in talk.say("跳到最后一步", "phone_guide")
    assert "第1步" in talk.say("从头开始", "phone_guide")


@pytest.mark.parametrize(("said", "step"), [("第99步", 8), ("第0步", 1), ("step 5", 5)])
def test_a_step_that_is_not_there_is_the_nearest(talk: Talk, said: str, step: int) -> None:
    talk.say(CALL, "phone_guide")
    assert f"第{step}步" in talk.say(said)


def test_a_button_of_an_earlier_step_changes_nothing(talk: Talk) -> None:
    talk.say(CALL, "phone_guide")
    old = talk.replies
    talk.press("下一步")
    talk.replies = old
    assert "第2步" in talk.press("下一步")


def test_a_digression_comes_back_to_the_step(talk: Talk) -> None:
    talk.say(CALL, "phone_guide")
    talk.press("下一步")
    reply = talk.say("我今天有什么安排", "show_agenda")
    assert "没有" in reply
    assert "第2步" in reply


def test_a_question_about_the_guide_stays_at_the_step(talk: Talk) -> None:
    talk.say(CALL, "phone_guide")
    talk.press("下一步")
    assert "第2步" in talk.say("先报公司还是先问对方是谁", "phone_guide")


def test_another_call_begins_anew(talk: Talk) -> None:
    talk.say(CALL, "phone_guide")
    talk.press("下一步")
    assert "听到铃声" in talk.say("接电话怎么接", "phone_guide")


def test_after_the_last_step_the_call_is_logged(talk: Talk, office: Office) -> None:
    talk.say(CALL, "phone_guide")
    to_the_last_step(talk)
    reply = talk.press("记下这次电话")
    assert "聊了什么" in reply
    talk.say("谈了电缆报价")
    card = talk.press("有进展")
    assert "江苏华东机电设备有限公司" in card
    assert "王建国" in card
    assert "电话" in card
    talk.press("确认")
    (visit,) = office.rows(tables.Visit)
    assert visit.method == "phone"


def test_an_answered_call_is_logged_as_incoming(talk: Talk, office: Office) -> None:
    talk.say("瑞丰新能源来电，怎么接", "phone_guide")
    to_the_last_step(talk)
    talk.say("好了", "affirm")
    talk.say("催交货")
    talk.press("没变化")
    talk.press("确认")
    (visit,) = office.rows(tables.Visit)
    assert visit.method == "incoming"


def test_a_sentence_that_logs_the_call_ends_the_guide(talk: Talk) -> None:
    talk.say(CALL, "phone_guide")
    talk.press("下一步")
    reply = talk.say("刚才电话里谈了报价，有进展", "log_visit")
    assert "请核对" in reply
    assert talk.loop == "visit_form"


def test_ended_early_there_is_nothing_to_log(talk: Talk) -> None:
    talk.say(CALL, "phone_guide")
    assert "指引已结束" in talk.press("结束")
    assert talk.buttons == []
    assert talk.loop is None


@pytest.mark.parametrize("answer", ["好的", "记下这次电话"])
def test_ended_after_the_talk_the_log_is_offered(talk: Talk, answer: str) -> None:
    talk.say(CALL, "phone_guide")
    talk.say("第6步")
    assert "记下来吗" in talk.say("结束", "cancel")
    reply = talk.say(answer, "affirm") if answer == "好的" else talk.press(answer)
    assert "聊了什么" in reply
    assert talk.loop == "visit_form"


def test_it_is_put_aside_for_another_task_and_gone_on_with(talk: Talk) -> None:
    talk.say(CALL, "phone_guide")
    talk.press("下一步")
    talk.say("约一下瑞丰新能源，明天下午三点，谈付款", "plan_visit")
    talk.press(talk.buttons[1])
    assert "电话指引" in talk.press("确认")
    assert "第2步" in talk.say("好的", "affirm")


def test_the_guide_speaks_english(talk: Talk) -> None:
    talk.say("speak english", "set_language")
    assert "Step 1 of 8: It rings" in talk.say("how do I answer the phone", "phone_guide")
    assert "Step 2" in talk.say("done", "affirm")
    assert "Step 1" in talk.say("go back")


def test_the_office_is_guided_but_logs_no_visits(talk: Talk, office: Office) -> None:
    staff = Talk(office.staff["office1"])
    staff.say("接电话的步骤", "phone_guide")
    staff.say("最后一步", "phone_guide")
    assert staff.buttons == ["上一步", "结束"]
    assert "指引已结束" in staff.say("好了", "affirm")
