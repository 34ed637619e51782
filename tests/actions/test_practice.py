"""Playing a round by talking (docs/flows/practice.md)."""

from itertools import count

import pytest

from dakehu.codes import PracticeState
from dakehu.storage import tables
from tests.actions.conftest import Talk
from tests.actions.office import Office

ANGRY = "客户怒气冲冲来电"
ALARM = "面板上现在显示的报警代码是多少？"
BEST = (
    "马厂长，让您着急了，请您说说现场是怎么回事？",
    "您说全厂停了，现在具体是几条线停着？",
    ALARM,
    "停机之前，有没有人动过设备，或者用水冲洗过？",
    "这批急单，最晚几点必须发车？",
    "为了让工程师到了能直接进厂，请问现场找谁，电话多少？",
    "我们电话里指导老徐断电烘干，工程师今晚出发，您看这样行吗？",
    "工程师已经安排了，您看还有什么需要我做的？",
)


def begin(talk: Talk, scenario: str = ANGRY) -> str:
    talk.say("陪我练习", "practise")
    return talk.press(scenario)


def rounds(office: Office) -> list[tuple[str, PracticeState]]:
    return [(r.scenario, r.state) for r in office.rows(tables.PracticeRound)]


def test_the_scenarios_are_offered_and_one_opens_with_the_customers_first_words(
    talk: Talk, office: Office
) -> None:
    talk.say("陪我练习", "practise")
    assert len(talk.buttons) == 11
    opening = talk.press(ANGRY)
    assert "马厂长：你们到底管不管" in opening
    assert "结束" in opening
    assert rounds(office) == []


@pytest.mark.parametrize("named", ["1", "第一个", "怒气冲冲", "演个生气的客户"])
def test_a_scenario_is_chosen_by_number_or_by_words(talk: Talk, named: str) -> None:
    talk.say("陪我练习", "practise")
    assert "马厂长" in talk.say(named, "inform")


def test_a_scenario_may_be_named_at_once(talk: Talk) -> None:
    assert "发票有问题" in talk.say("想练发票出错那个场景", "practise")


def test_any_scenario_is_the_one_practised_least(talk: Talk) -> None:
    assert "马厂长" in talk.say("随便来一个场景", "practise")
    talk.say(ALARM)
    talk.say("结束")
    assert "竞争对手来抢单" in talk.say("随便来一个场景练练", "practise")


def test_the_right_question_brings_a_fact_out(talk: Talk, office: Office) -> None:
    begin(talk)
    assert "E07" in talk.say(ALARM)
    (turn,) = office.rows(tables.PracticeTurn)
    assert (turn.said, turn.question, turn.fact) == (ALARM, "targeted", "alarm")


def test_a_round_played_to_the_end_is_reviewed_by_itself(talk: Talk, office: Office) -> None:
    begin(talk)
    for question in BEST:
        review = talk.say(question)
    assert "我等你们的人" in review
    assert "点评：100分" in review
    assert "漏掉" not in review
    assert rounds(office) == [("angry_caller", PracticeState.DONE)]
    assert talk.loop is None


def test_a_review_names_what_was_missed_with_a_question_for_it(talk: Talk) -> None:
    begin(talk)
    talk.say(ALARM)
    review = talk.say("结束")
    assert "第一次练" in review
    assert "针对性提问×1" in review
    assert "问出：报警代码是E07" in review
    assert "\n· 停机前冲洗过地面：“停机之前，有没有人动过设备" in review


def test_a_review_compares_with_ones_earlier_rounds(talk: Talk) -> None:
    begin(talk)
    talk.say(ALARM)
    talk.say("结束")
    talk.press("再练一次")
    talk.say("您吃饭了吗？")
    assert "之前练过1轮" in talk.press("结束看点评")


@pytest.mark.parametrize("stop", ["结束", "stop", "够了。", "结束吧", "结束练习", "取消"])
def test_a_round_is_stopped_by_a_word(talk: Talk, office: Office, stop: str) -> None:
    begin(talk)
    talk.say(ALARM)
    assert "点评" in talk.say(stop, "cancel")
    assert rounds(office) == [("angry_caller", PracticeState.DONE)]


def test_a_round_without_a_question_leaves_nothing(talk: Talk, office: Office) -> None:
    begin(talk)
    assert "不计分" in talk.say("结束")
    assert rounds(office) == []


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("明天上午我给您送样品过去可以吗", "plan_visit"),
        ("您上次拜访我们是什么时候？", "log_visit"),
        ("您能帮我查一下合同什么时候结束吗？", "cancel"),
        ("您继续说", "resume"),
        ("不行的话我们换货，您同意吗？", "deny"),
        ("您说的练习是指什么，什么时候结束？", "practise"),
        ("2", "inform"),
    ],
)
def test_what_is_typed_is_said_to_the_customer(
    talk: Talk, office: Office, said: str, intent: str
) -> None:
    begin(talk)
    assert "马厂长：" in talk.say(said, intent)
    assert [turn.said for turn in office.rows(tables.PracticeTurn)] == [said]


@pytest.mark.parametrize("said", ["", "   ", "？？？", "好" * 301])
def test_what_nobody_could_answer_is_not_counted(talk: Talk, office: Office, said: str) -> None:
    begin(talk)
    assert "不算" in talk.say(said, "nlu_fallback")
    assert office.rows(tables.PracticeTurn) == []
    assert talk.loop == "practice_form"


def test_a_statement_and_an_insult_are_answered_in_character(talk: Talk) -> None:
    begin(talk)
    assert "马厂长：" in talk.say("我们非常抱歉。")
    assert "马厂长：" in talk.say("你这个笨蛋")
    talk.say(ALARM)
    review = talk.say("结束")
    assert "“你这个笨蛋”伤人" in review
    assert "用语 10/20" in review


def test_bad_wording_is_shown_with_better_words(talk: Talk) -> None:
    begin(talk)
    talk.say("是不是你们自己操作错了？")
    assert "“是不是你们自己操作错了？”，可以说：我们一起看看" in talk.say("结束")


def test_help_says_how_to_leave_and_the_round_goes_on(talk: Talk, office: Office) -> None:
    begin(talk)
    help_ = talk.say("帮助", "help")
    assert "说“结束”看点评" in help_
    assert "马厂长：你们到底管不管" in help_
    assert office.rows(tables.PracticeTurn) == []


def test_a_paused_round_goes_on_where_it_was(talk: Talk) -> None:
    begin(talk)
    talk.say(ALARM)
    assert "继续练习" in talk.say("先放一放")
    assert talk.loop is None
    going_on = talk.say("继续练习", "practise")
    assert "问出1条" in going_on
    assert "E07" in going_on


def test_a_round_survives_a_conversation_that_is_forgotten(talk: Talk) -> None:
    begin(talk)
    talk.say(ALARM)
    talk.slots, talk.loop = {}, None
    assert "E07" in talk.say("接着练", "practise")
    assert "问出：报警代码是E07" in talk.say("结束")


def test_a_paused_round_is_closed_by_asking_for_its_review(talk: Talk, office: Office) -> None:
    begin(talk)
    talk.say(ALARM)
    talk.say("暂停")
    assert "点评" in talk.say("结束练习，给我点评", "practise")
    assert rounds(office) == [("angry_caller", PracticeState.DONE)]


def test_the_last_review_is_shown_again(talk: Talk, office: Office) -> None:
    begin(talk)
    talk.say(ALARM)
    review = talk.say("结束")
    assert talk.say("再看看刚才那轮练习的点评", "practise") == review
    assert rounds(office) == [("angry_caller", PracticeState.DONE)]


def test_another_scenario_asks_what_becomes_of_the_open_one(talk: Talk, office: Office) -> None:
    begin(talk)
    talk.say(ALARM)
    talk.say("换个场景")
    assert "还没练完" in talk.press("发票有问题")
    assert "练习：发票有问题" in talk.press("不练它了")
    assert rounds(office) == [("angry_caller", PracticeState.LEFT)]


def test_the_open_round_may_be_kept_for_later(talk: Talk, office: Office) -> None:
    begin(talk)
    talk.say(ALARM)
    talk.say("换个场景")
    talk.press("发票有问题")
    talk.press("先留着，练新的")
    talk.say("您手上这张发票的号码是多少？我核对一下")
    assert sorted(state for _, state in rounds(office)) == [PracticeState.OPEN] * 2


def test_the_same_scenario_may_be_begun_anew(talk: Talk, office: Office) -> None:
    begin(talk)
    talk.say(ALARM)
    talk.say("暂停")
    begin(talk)
    assert "你们到底管不管" in talk.press("重新开始")
    assert rounds(office) == [("angry_caller", PracticeState.LEFT)]


def test_the_list_offers_to_go_on_with_what_is_open(talk: Talk) -> None:
    begin(talk)
    talk.say(ALARM)
    talk.say("暂停")
    talk.say("陪我练习", "practise")
    assert "E07" in talk.press(f"接着练：{ANGRY}")


def test_a_button_of_another_task_puts_the_round_aside(talk: Talk, office: Office) -> None:
    begin(talk)
    talk.say(ALARM)
    talk.send("plan_visit", "", text="")
    assert talk.buttons == ["先完成练习", "先放一放，去约拜访"]
    assert "哪家客户" in talk.press("先放一放，去约拜访")
    assert "练习" in talk.say("取消", "cancel")
    assert "E07" in talk.press("继续")
    assert rounds(office) == [("angry_caller", PracticeState.OPEN)]


def test_a_button_with_words_of_its_own_puts_the_round_aside_too(talk: Talk) -> None:
    begin(talk)
    talk.say(ALARM)
    visited = {"id": 1, "name": "江苏华东机电设备有限公司"}
    talk.send("log_visit", "记一次拜访", customer=visited)
    assert "什么时候" in talk.press("先放一放，去记拜访")


def test_a_round_that_was_closed_while_it_waited_is_not_gone_on_with(
    talk: Talk, office: Office
) -> None:
    begin(talk)
    talk.say(ALARM)
    talk.send("plan_visit", "", text="")
    talk.press("先放一放，去约拜访")
    with office.database.transaction() as session:
        session.get_one(tables.PracticeRound, 1).state = PracticeState.LEFT
    talk.say("取消", "cancel")
    assert "练哪个场景" in talk.press("继续")


def test_an_earlier_button_of_the_round_changes_nothing(talk: Talk) -> None:
    begin(talk)
    earlier = talk.replies
    talk.say(ALARM)
    talk.replies = earlier
    assert "之前那条消息" in talk.press("结束看点评")
    assert talk.loop == "practice_form"


@pytest.mark.parametrize("said", [ALARM, BEST[-1], "结束"])
def test_a_message_that_comes_again_counts_once(talk: Talk, office: Office, said: str) -> None:
    """The engine lost what the first one led to, and has it answered anew."""
    begin(talk)
    for question in BEST[:-1]:
        talk.say(question)
    before, loop = dict(talk.slots), talk.loop
    talk.messages = count(100)
    first = talk.say(said)
    kept = [vars(row) for row in office.rows(tables.PracticeTurn)]
    talk.slots, talk.loop, talk.messages = before, loop, count(100)
    assert talk.say(said) == first
    assert len(office.rows(tables.PracticeTurn)) == len(kept)
    assert len(rounds(office)) == 1


def test_a_form_is_put_aside_for_practice(talk: Talk) -> None:
    talk.say("约一下华东机电，明天下午三点，谈电缆报价", "plan_visit")
    talk.say("陪我练一下客户发火那种", "practise")
    assert "马厂长" in talk.press("先放一放，去练习")
    talk.say(ALARM)
    assert "约拜访" in talk.say("结束")


def test_choosing_is_left_by_cancelling(talk: Talk) -> None:
    talk.say("陪我练习", "practise")
    assert "已取消练习" in talk.say("取消", "cancel")
    assert talk.loop is None


def test_a_round_speaks_the_language_in_which_it_was_begun(talk: Talk) -> None:
    begin(talk)
    talk.say(ALARM)
    talk.say("暂停")
    talk.say("speak english", "set_language")
    going_on = talk.say("continue practice", "practise")
    assert "Back to" in going_on
    assert "马厂长" in going_on
    assert "明天" in talk.say("您那边急单最晚几点必须发车？")


def test_a_round_in_english(talk: Talk) -> None:
    talk.say("speak english", "set_language")
    talk.say("practise with me", "practise")
    assert "Mr Ma: Do you people care" in talk.press("An angry caller")
    assert "E07" in talk.say("Which alarm code does the panel show?")
    assert "kept as it stands" in talk.say("pause")
    talk.say("continue my practice", "practise")
    assert "Review of “An angry caller”" in talk.say("that's it")


@pytest.mark.parametrize("login", ["office1"])
def test_the_office_does_not_practise(talk: Talk, office: Office, login: str) -> None:
    other = Talk(office.staff[login])
    assert "岗位" in other.say("陪我练习", "practise")
    assert other.loop is None
