"""The wording check by talking (docs/flows/wording_check.md)."""

import pytest

from tests.actions.conftest import Talk
from tests.actions.office import Office


def test_a_sentence_in_the_request_is_judged_at_once(talk: Talk) -> None:
    reply = talk.say("帮我看看这句话怎么样：这批货可能下周到。", "check_wording")
    assert "这批货［可能］下周到。" in reply
    assert "✗ 含糊" in reply
    assert "→ 我查清楚" in reply
    assert talk.loop is None


def test_a_sentence_is_judged_in_the_persons_language(talk: Talk) -> None:
    talk.say("speak english", "set_language")
    reply = talk.say("check this: you must pay first", "check_wording")
    assert "［you must］ pay first" in reply
    assert "✗ negative" in reply


def test_what_is_good_is_praised(talk: Talk) -> None:
    reply = talk.say("检查话术：王总，您好！我可以周四上午10点过来。", "check_wording")
    assert "没有违反" in reply
    assert "称呼得体" in reply


def test_without_a_text_the_next_message_is_it(talk: Talk) -> None:
    assert "哪段话" in talk.say("检查一下话术", "check_wording")
    reply = talk.say("我们做不到。", "out_of_scope")
    assert "［做不到］" in reply
    assert talk.loop is None


def test_the_text_may_sound_like_anything_else(talk: Talk) -> None:
    talk.say("检查话术", "check_wording")
    assert "没有违反" in talk.say("谢谢您来电，再见！", "goodbye")
    talk.say("检查话术", "check_wording")
    assert "［绝对］" in talk.say("我昨天拜访过您，货绝对不晚到。", "log_visit")


def test_the_text_may_come_with_a_second_request(talk: Talk) -> None:
    talk.say("检查话术", "check_wording")
    assert "［可能］" in talk.say("帮我看看：可能下周到", "check_wording")


def test_asking_again_without_a_text_asks_again(talk: Talk) -> None:
    talk.say("检查话术", "check_wording")
    assert "哪段话" in talk.say("检查话术", "check_wording")


def test_it_is_cancelled(talk: Talk) -> None:
    talk.say("检查话术", "check_wording")
    talk.say("取消", "cancel")
    assert talk.loop is None


def test_a_script_is_judged_line_by_line_and_only_our_side(talk: Talk) -> None:
    script = "帮我检查这段话术\n我：您好，请讲。\n客户：你们可能搞错了。\n我：绝对没问题。"
    reply = talk.say(script, "check_wording")
    assert "［绝对没问题］" in reply
    assert "有 1 处" in reply


def test_a_long_script_is_gone_through_in_part(talk: Talk) -> None:
    reply = talk.say("检查：" + "我们做不到。" * 12, "check_wording")
    assert "还有 4 句" in reply


def test_a_form_goes_on_after_a_check_in_between(talk: Talk) -> None:
    talk.say("约一下华东机电，谈报价", "plan_visit")
    reply = talk.say("帮我看看：您必须先付款", "check_wording")
    assert "［您必须］" in reply
    assert "什么时候" in reply
    assert talk.loop == "plan_form"


def test_in_a_form_the_words_must_come_along(talk: Talk) -> None:
    talk.say("约一下华东机电，谈报价", "plan_visit")
    reply = talk.say("检查一下话术", "check_wording")
    assert "一起发来" in reply
    assert "什么时候" in reply


def test_another_is_checked_by_its_button(talk: Talk) -> None:
    talk.say("检查：可能下周到", "check_wording")
    assert "哪段话" in talk.press("再看一句")


def test_the_office_may_check_too(talk: Talk, office: Office) -> None:
    staff = Talk(office.staff["office1"])
    assert "［不可能］" in staff.say("检查：不可能", "check_wording")


@pytest.mark.parametrize("text", ["检查：。。。", "检查：\n\n", "帮我看看这句话怎么样："])
def test_nothing_to_judge_is_asked_for(talk: Talk, text: str) -> None:
    assert talk.say(text, "check_wording")
