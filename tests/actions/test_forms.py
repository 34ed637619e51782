"""What all forms do alike (docs/forms.md)."""

import pytest

from actions import base
from dakehu.storage import tables
from dakehu.storage.errors import StorageUnavailable
from tests.actions.conftest import Talk
from tests.actions.office import Office
from tests.actions.test_visit import STORY


def test_cancel_drops_the_form_and_writes_nothing(talk: Talk, office: Office) -> None:
    talk.say(STORY[0], "log_visit")
    assert "已取消" in talk.say("算了", "cancel")
    assert talk.loop is None
    assert not office.rows(tables.Visit)


def test_back_reopens_the_last_answer(talk: Talk) -> None:
    talk.say("记拜访", "log_visit")
    talk.say("华东机电")
    assert "哪家客户" in talk.say("上一步", "undo")


def test_a_digression_is_answered_and_the_question_repeated(talk: Talk) -> None:
    talk.say("记拜访", "log_visit")
    replies = talk.say("查一下瑞丰新能源", "find_customer")
    assert "张伟" in replies
    assert replies.endswith("是哪家客户？")


def test_help_in_a_form_says_what_can_be_said_there(talk: Talk) -> None:
    talk.say("记拜访", "log_visit")
    assert "正在记拜访" in talk.say("怎么用", "help")


def test_another_task_shelves_this_one_and_it_is_offered_back(talk: Talk) -> None:
    talk.say(STORY[0], "log_visit")
    assert "先放一放" in talk.say("约一下瑞丰新能源，明天下午三点，谈付款", "plan_visit")
    talk.press("先放一放，去约拜访")
    assert "继续吗" in talk.press("确认")
    assert "客户：江苏华东机电设备有限公司" in talk.press("继续")


def test_finishing_first_keeps_what_was_typed_for_the_other(talk: Talk) -> None:
    talk.say(STORY[0], "log_visit")
    talk.say("约一下瑞丰新能源，明天下午三点，谈付款", "plan_visit")
    talk.press("先完成记拜访")
    talk.press("确认")
    assert "瑞丰新能源" in talk.press("继续")


def test_a_yes_takes_up_what_was_offered_back(talk: Talk) -> None:
    talk.say(STORY[0], "log_visit")
    talk.say("约一下瑞丰新能源，明天下午三点，谈付款", "plan_visit")
    talk.press("先放一放，去约拜访")
    talk.press("取消")
    assert "请核对这次拜访" in talk.say("好的", "affirm")


def test_a_button_of_an_earlier_card_changes_nothing(talk: Talk, office: Office) -> None:
    talk.say(STORY[0], "log_visit")
    old = talk.replies
    talk.say("时间改成上午十点", "edit_field")
    talk.replies = old
    assert "之前那条消息" in talk.press("确认")
    assert not office.rows(tables.Visit)


def test_the_edit_button_offers_the_fields(talk: Talk) -> None:
    talk.say(STORY[0], "log_visit")
    talk.press("修改")
    assert "联系人" in talk.buttons
    assert "在江苏华东机电设备有限公司见了谁" in talk.press("联系人")
    assert "联系人：李娜" in talk.say("李经理")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("不是王总，是李经理", "联系人：李娜"),
        ("联系人换成李经理，方式改为电话", "联系人：李娜"),
        ("联系人换成李经理，方式改为电话", "方式：电话"),
        ("满意度3分", "满意度：3"),
        ("下次拜访改到下周五上午九点", "12月4日周五 09:00"),
        ("内容改成聊了电缆和母线槽报价", "内容：聊了电缆和母线槽报价"),
    ],
)
def test_a_correction_changes_its_line(talk: Talk, said: str, line: str) -> None:
    talk.say(STORY[0], "log_visit")
    assert line in talk.say(said, "edit_field")


def test_a_day_that_does_not_exist_is_asked_about_and_the_rest_is_kept(talk: Talk) -> None:
    assert "日历上没有" in talk.say("2月30日拜访了华东机电，聊了报价，有进展", "log_visit")
    assert "请核对" in talk.say("昨天下午上门去的")


def test_what_makes_no_sense_repeats_the_question(talk: Talk) -> None:
    talk.say("记拜访", "log_visit")
    talk.say("华东机电")
    reply = talk.say("？？？", "nlu_fallback")
    assert "什么时候" in reply


def test_a_form_survives_as_json(talk: Talk) -> None:
    talk.say("记拜访", "log_visit")
    talk.say("华东机电")
    assert talk.slots["draft"]["values"]["customer"]["name"] == "江苏华东机电设备有限公司"


def test_a_yes_that_could_not_be_saved_may_be_given_again(
    talk: Talk, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise StorageUnavailable

    talk.say(STORY[0], "log_visit")
    with monkeypatch.context() as now:
        now.setattr(base, "desk", locked)
        assert "没能存上" in talk.press("确认")
    assert "已保存" in talk.press("确认")
    assert len(office.rows(tables.Visit)) == 1


def test_going_on_in_a_form_asks_again(talk: Talk) -> None:
    talk.say("记拜访", "log_visit")
    assert "是哪家客户" in talk.say("继续", "resume")


def test_a_waiting_task_changes_places_with_the_open_one(talk: Talk) -> None:
    talk.say(STORY[0], "log_visit")
    talk.say("约一下瑞丰新能源，明天下午三点，谈付款", "plan_visit")
    talk.press("先放一放，去约拜访")
    assert "请核对这次拜访" in talk.say("回到刚才的拜访", "resume")
    talk.press("确认")
    assert "瑞丰新能源" in talk.press("继续")


def test_a_correction_between_questions_is_acknowledged(talk: Talk) -> None:
    talk.say("昨天下午拜访了华东机电的王总，聊了电缆报价", "log_visit")
    reply = talk.say("时间改成上午十点", "edit_field")
    assert "已改" in reply
    assert "10:00" in reply
    assert reply.endswith("结果怎么样？")


def test_a_correction_that_cannot_be_read_says_so(talk: Talk) -> None:
    talk.say("昨天下午拜访了华东机电的王总，聊了电缆报价", "log_visit")
    assert "没对上" in talk.say("结果改成哈哈哈", "edit_field")


def test_naming_a_field_asks_for_it_and_complains_of_nothing(talk: Talk) -> None:
    talk.say(STORY[0], "log_visit")
    reply = talk.say("改一下时间", "edit_field")
    assert "没对上" not in reply
    assert "什么时候" in reply


def test_a_person_is_corrected_without_naming_the_field(talk: Talk) -> None:
    talk.say("昨天下午拜访了华东机电的王总，聊了电缆报价", "log_visit")
    assert "联系人：李娜" in talk.say("换成李经理", "edit_field")
